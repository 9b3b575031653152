import { UNKNOWN } from '../../model/fact';
import { byStack } from '../source/by-stack';
import { isList, isStored, parameterKey, type Suppositions } from '../source/open-parameters';
import { type Resolved, Undecided } from '../source/resolved';
import type { Resolving } from '../source/resolving';
import type { Expression, TemplateSource } from '../source/template-source';

/** A value that is given for a parameter, and the stack whose names it uses. */
export interface GivenParameter {
  readonly expression: Expression;
  readonly stack: string;
}

/** What parameters are, as far as anybody says so before deployment. */
export class Parameters {
  private readonly sources: ReadonlyMap<string, TemplateSource>;

  constructor(sources: readonly TemplateSource[], private readonly resolver: Resolving, private readonly supposed: Suppositions) {
    this.sources = byStack(sources);
  }

  /** What the parent of a nested stack gives for one of its parameters, or somebody says beside the template. */
  public givenFor(name: string, stack: string): GivenParameter | undefined {
    const source = this.sources.get(stack);
    if (source?.nestedIn !== undefined) return this.givenByParent(name, source, source.nestedIn);
    const expression = source?.parameters?.[name];
    return expression === undefined ? undefined : { expression, stack };
  }

  /** What a reference to a parameter gives: of a list, the items stand in one text. */
  public valueOf(name: string, stack: string, depth: number): Resolved {
    const type = this.sources.get(stack)?.body.Parameters?.[name]?.Type;
    if (type === undefined) return UNKNOWN;
    const value = isStored(type) ? new Undecided(`${stack}/${name}`) : this.textOf(name, stack, depth);
    return isList(type) ? itemsOf(value) : value;
  }

  /** A parent that gives nothing takes the default. */
  private givenByParent(
    name: string, { stack, body }: TemplateSource, { stack: parent, logicalId }: NonNullable<TemplateSource['nestedIn']>,
  ): GivenParameter | undefined {
    const given = this.resolver.declaration(parent, logicalId)?.resource.Properties?.Parameters;
    const expression = memberOf(given, name);
    const byDefault = body.Parameters?.[name]?.Default;
    if (expression === undefined && byDefault !== undefined) return { expression: byDefault, stack };
    return expression === undefined ? undefined : { expression, stack: parent };
  }

  private textOf(name: string, stack: string, depth: number): Resolved {
    const given = this.givenFor(name, stack);
    if (given !== undefined) return this.resolver.resolve(given.expression, given.stack, depth);
    const { conditions } = this.resolver;
    conditions.asked.note([parameterKey(stack, name)]);
    const assumed = conditions.textOf(name, stack);
    if (assumed !== undefined) return assumed;
    const supposed = this.supposed.get(parameterKey(stack, name));
    const isPossible = supposed !== undefined && conditions.mayBe(name, stack, String(supposed));
    return isPossible ? this.resolver.resolve(supposed, stack, depth) : new Undecided(`${stack}/${name}`);
  }
}

const memberOf = (expression: Expression | undefined, name: string): Expression | undefined =>
  typeof expression === 'object' && expression !== null ? (expression as { readonly [key: string]: Expression })[name] : undefined;

const itemsOf = (value: Resolved): Resolved =>
  typeof value === 'string' && !value.includes('${') ? value.split(',').map(item => item.trim()) : value;
