import { elsewhere } from './elsewhere';
import { cutRanges } from './functions/cidr';
import { Conditions } from './functions/conditions';
import { base64, length, toJsonString } from './functions/encodings';
import { Exports, type StackOutput } from './functions/exports';
import { withoutLookups } from './functions/lookups';
import { atDeployment, beforeMacros } from './functions/macros';
import { findInMap } from './functions/mappings';
import { type GivenParameter, Parameters } from './functions/parameters';
import { choose, select } from './functions/selections';
import { readStackOutput, StackOutputs } from './functions/stack-outputs';
import { join, split, substitute } from './functions/texts';
import { unreadKey } from './functions/unread';
import { byStack } from './source/by-stack';
import { inEnvironment } from './source/environment';
import type { Suppositions } from './source/open-parameters';
import { asString, type Resolved, type ResolvedObject } from './source/resolved';
import type { Assumptions, OutputReference, Resolving } from './source/resolving';
import type { Expression, TemplateResource, TemplateSource } from './source/template-source';
import { type Known, UNKNOWN } from '../model/fact';

/** References can run in circles through nested stacks; no sound template is this deep. */
const DEEPEST = 64;

type Intrinsic = (resolver: Resolving, argument: Expression, stack: string, depth: number) => Resolved;

/** Follows the intrinsic functions of a template, across nested stacks and exports, as far as the templates go. */
export class Resolver implements Resolving {
  public readonly conditions: Conditions;
  private readonly sources: ReadonlyMap<string, TemplateSource>;
  private readonly children: ReadonlyMap<string, string>;
  private readonly exports: Exports;
  private readonly parameters: Parameters;
  private readonly stackOutputs: StackOutputs;

  constructor(
    sources: readonly TemplateSource[],
    assumptions: Assumptions = new Map(),
    supposed: Suppositions = new Map(),
  ) {
    this.sources = byStack(sources);
    this.children = new Map(
      sources.flatMap(({ stack, nestedIn }) => nestedIn ? [[`${nestedIn.stack}/${nestedIn.logicalId}`, stack] as const] : []),
    );
    this.exports = new Exports(sources);
    this.stackOutputs = new StackOutputs(sources);
    this.conditions = new Conditions(sources, this, assumptions);
    this.parameters = new Parameters(sources, this, supposed);
  }

  public resolveObject(object: { readonly [key: string]: Expression }, stack: string, depth = 0): ResolvedObject {
    const expanded = Object.keys(object).find(key => key.startsWith('Fn::'));
    if (expanded !== undefined) this.tellUnread(expanded);
    return beforeMacros(Object.fromEntries(Object.entries(object).map(([key, value]) => [key, this.resolve(value, stack, depth)])));
  }

  public resolve(expression: Expression, stack: string, depth = 0): Resolved {
    if (depth > DEEPEST) return UNKNOWN;
    if (expression === null) return undefined;
    if (typeof expression === 'string') return withoutLookups(expression);
    if (typeof expression !== 'object') return expression;
    if (Array.isArray(expression)) return expression.map(item => this.resolve(item, stack, depth + 1)).filter(item => item !== undefined);
    const object = expression as { readonly [key: string]: Expression };
    const name = intrinsicName(object);
    return name === undefined ? this.resolveObject(object, stack, depth + 1) : this.follow(name, object[name], stack, depth + 1);
  }

  /** What `Ref` gives: a resource, a pseudo parameter, or a parameter, which only a nested stack's parent decides here. */
  public reference(id: string, stack: string, depth: number): Resolved {
    if (id === 'AWS::NoValue') return undefined;
    if (id.startsWith('AWS::')) return `\${${id}}`;
    const isResource = this.declaration(stack, id) !== undefined;
    return isResource ? `\${${stack}/${id}.Ref}` : this.parameters.valueOf(id, stack, depth);
  }

  /** What `Fn::GetAtt` gives: an attribute, or the output of a nested stack. */
  public attribute(id: string, name: string, stack: string, depth: number): Resolved {
    const child = this.children.get(`${stack}/${id}`);
    if (child === undefined) return `\${${stack}/${id}.${name}}`;
    const output = this.sources.get(child)?.body.Outputs?.[name.replace(/^Outputs\./, '')];
    return output === undefined ? UNKNOWN : this.given([{ output, stack: child }], depth);
  }

  public imported(name: Resolved, stack: string, depth: number): Resolved {
    const exported = this.exports.named(String(asString(name)), stack);
    return exported.length === 0 ? elsewhere('import', stack, [name]) : this.given(exported, depth);
  }

  /** What an output of another stack gives, which that stack need not export. */
  public readFrom(reference: OutputReference, stack: string, depth: number): Resolved {
    const outputs = this.stackOutputs.referred(reference, stack);
    if (outputs.length > 0) return this.given(outputs, depth);
    return elsewhere('output', stack, Object.values(reference).filter(part => part !== undefined));
  }

  /** What a template says of a resource. */
  public declaration(
    stack: string,
    logicalId: string,
  ): { readonly source: TemplateSource; readonly resource: TemplateResource } | undefined {
    const source = this.sources.get(stack);
    const resource = source?.body.Resources?.[logicalId];
    return source === undefined || resource === undefined ? undefined : { source, resource };
  }

  public givenFor(parameter: string, stack: string): GivenParameter | undefined {
    return this.parameters.givenFor(parameter, stack);
  }

  public mappingsOf(stack: string): Expression {
    return this.sources.get(stack)?.body.Mappings ?? null;
  }

  /** A text in which nothing stands as a symbol that the stack's environment says. */
  public inEnvironmentOf(stack: string, text: string): string {
    return inEnvironment(text, this.sources.get(stack)?.environment ?? {});
  }

  /** A function that is not in the table is one that nobody taught us. */
  private follow(name: string, argument: Expression, stack: string, depth: number): Resolved {
    const intrinsic = INTRINSICS[name];
    if (intrinsic !== undefined) return intrinsic(this, argument, stack, depth);
    this.tellUnread(name);
    return UNKNOWN;
  }

  private tellUnread(name: string): void {
    this.conditions.asked.note([unreadKey(atDeployment(name))]);
  }

  /** What the only one of several outputs gives that is made; unknown while only deployment decides which one that is. */
  private given(outputs: readonly StackOutput[], depth: number): Resolved {
    const [made, ...others] = outputs.filter(output => this.isMade(output) !== false);
    const isDecided = made !== undefined && others.length === 0 && this.isMade(made) === true;
    return isDecided && made.output.Value !== undefined ? this.resolve(made.output.Value, made.stack, depth) : UNKNOWN;
  }

  private isMade({ output: { Condition: name }, stack }: StackOutput): Known<boolean> {
    return name === undefined ? true : this.conditions.holds(stack, name);
  }
}

function intrinsicName(object: { readonly [key: string]: Expression }): string | undefined {
  const [name, ...others] = Object.keys(object);
  return others.length === 0 && (name === 'Ref' || name?.startsWith('Fn::')) ? name : undefined;
}

const INTRINSICS: { readonly [name: string]: Intrinsic | undefined } = {
  'Ref': (resolver, id, stack, depth) => typeof id === 'string' ? resolver.reference(id, stack, depth) : UNKNOWN,
  'Fn::GetAtt': (resolver, argument, stack, depth) => {
    const [id, ...names] = typeof argument === 'string' ? argument.split('.') : Array.isArray(argument) ? argument : [];
    return typeof id === 'string' && names.every(name => typeof name === 'string')
      ? resolver.attribute(id, names.join('.'), stack, depth)
      : UNKNOWN;
  },
  'Fn::Base64': base64,
  'Fn::Cidr': cutRanges,
  'Fn::FindInMap': findInMap,
  // The zones of an account are nobody's to know.
  'Fn::GetAZs': () => UNKNOWN,
  'Fn::GetStackOutput': readStackOutput,
  'Fn::If': choose,
  'Fn::ImportValue': (resolver, name, stack, depth) => resolver.imported(resolver.resolve(name, stack, depth), stack, depth),
  'Fn::Join': join,
  'Fn::Length': length,
  'Fn::Sub': substitute,
  'Fn::Select': select,
  'Fn::Split': split,
  'Fn::ToJsonString': toJsonString,
};
