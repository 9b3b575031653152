import { dependenciesOf } from './dependencies';
import { atDeployment, beforeMacros } from './functions/macros';
import { unreadAt, unreadKey } from './functions/unread';
import type { Resolver } from './resolve';
import type { Resource } from './resource';
import type { Resolved, ResolvedObject } from './source/resolved';
import type { TemplateResource, TemplateSource } from './source/template-source';
import { type Known, UNKNOWN } from '../model/fact';

/** The resource of a logical id; absent where a condition says for certain that it is not made. */
export function declare(source: TemplateSource, logicalId: string, resolver: Resolver): Resource | undefined {
  const declared = source.body.Resources?.[logicalId];
  const isMade = declared !== undefined && conditionsOf(source, declared, resolver).every(({ truth }) => truth !== false);
  return isMade ? resourceOf(source, logicalId, declared, resolver) : undefined;
}

/** Properties are followed when somebody asks for them: most resources of an app are none of our business. */
function resourceOf(source: TemplateSource, logicalId: string, declared: TemplateResource, resolver: Resolver): Resource {
  let dependsOn: readonly string[] | undefined;
  let properties: ResolvedObject | undefined;
  return {
    key: `${source.stack}/${logicalId}`,
    type: declared.Type,
    stack: source.stack,
    assembly: source.assembly,
    logicalId,
    path: source.paths.get(logicalId) ?? logicalId,
    file: source.file,
    get condition() {
      return conditionsOf(source, declared, resolver).find(({ truth }) => truth === UNKNOWN)?.name;
    },
    get dependsOn() {
      return dependsOn ??= dependenciesOf(declared, source);
    },
    get properties() {
      return properties ??= propertiesOf(source, logicalId, declared, resolver);
    },
  };
}

interface Decided {
  readonly name: string;
  readonly truth: Known<boolean>;
}

/** What has to be true for a resource to be made: its own condition, and those of the nested stacks that it is in. */
function conditionsOf({ stack, nestedIn }: TemplateSource, { Condition: name }: TemplateResource, resolver: Resolver): readonly Decided[] {
  const own: readonly Decided[] = name === undefined ? [] : [{ name, truth: resolver.conditions.holds(stack, name) }];
  const parent = nestedIn && resolver.declaration(nestedIn.stack, nestedIn.logicalId);
  return parent === undefined ? own : [...own, ...conditionsOf(parent.source, parent.resource, resolver)];
}

/** A property that depends on conditions or parameters tells so whenever it is read. */
function propertiesOf(
  { stack }: TemplateSource, logicalId: string, { Properties: declared = {} }: TemplateResource, resolver: Resolver,
): ResolvedObject {
  const { asked } = resolver.conditions;
  const resource = `${stack}/${logicalId}`;
  const properties: { [name: string]: Resolved } = {};
  for (const [name, expression] of Object.entries(declared)) {
    if (typeof expression !== 'object') {
      properties[name] = resolver.resolve(expression, stack);
      continue;
    }
    const { result, asked: met } = asked.during(() => resolver.resolve(expression, stack));
    const keys = met.map(key => unreadAt(key, resource, `Properties.${name}`));
    if (keys.length === 0) properties[name] = result;
    else Object.defineProperty(properties, name, { enumerable: true, get: () => (asked.note(keys), result) });
  }
  const macro = Object.keys(declared).find(name => name.startsWith('Fn::')) ?? '';
  return beforeMacros(properties, () => asked.note([unreadAt(unreadKey(atDeployment(macro)), resource, 'Properties')]));
}
