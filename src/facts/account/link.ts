import type { AccountPlace } from './account-place';
import { LogicalIds } from './logical-ids';
import type { AccountResource } from './model/account-resource';
import { withPseudoParameters } from './pseudo-parameters';
import { UNKNOWN } from '../model/fact';
import type { Expression, TemplateResource } from '../template/source/template-source';

/** The parameter that stands for everything that could not be read: a template never says what a parameter is given. */
export const UNREAD = 'Unread';

/** Resources of a template, and the names by which people know them. */
export interface Linked {
  readonly resources: { readonly [logicalId: string]: TemplateResource };
  readonly paths: ReadonlyMap<string, string>;
  /** What references give, by logical id and attribute, such as `VPCvpc1.Ref`. */
  readonly values: ReadonlyMap<string, string>;
}

/** Turns the ids and ARNs by which resources of an account name each other into references of a template. */
export function link(resources: readonly AccountResource[], place: AccountPlace): Linked {
  const ids = new LogicalIds(resources);
  const names = new Map(resources.flatMap(resource => namesOf(resource).map(([name, attribute]) =>
    [name, reference(ids.of(resource.id), attribute)] as const)));
  const refer = (text: string): Expression => names.get(text) ?? beginningOf(text, names) ?? withPseudoParameters(text, place);
  return {
    resources: Object.fromEntries(resources.map(({ id, type, properties, dependsOn = [] }) => [ids.of(id), {
      Type: type,
      Properties: propertiesOf(properties, refer),
      ...dependsOn.length > 0 && { DependsOn: dependsOn.map(other => ids.of(other)) },
    }])),
    paths: new Map(resources.map(({ id }) => [ids.of(id), id])),
    values: new Map(resources.flatMap(resource => namesOf(resource).map(([name, attribute]) =>
      [`${ids.of(resource.id)}.${attribute}`, name] as const))),
  };
}

type Names = ReadonlyMap<string, Expression>;
type Refer = (text: string) => Expression;

const namesOf = ({ id, names = {} }: AccountResource): readonly (readonly [name: string, attribute: string])[] =>
  Object.entries({ [id]: 'Ref', ...names });

const reference = (logicalId: string, attribute: string): Expression =>
  attribute === 'Ref' ? { Ref: logicalId } : { 'Fn::GetAtt': [logicalId, attribute] };

/** An ARN or an address may be followed by a key, a tag or a path. */
function beginningOf(text: string, names: Names): Expression | undefined {
  for (let end = lastSeparator(text, text.length); end > 0; end = lastSeparator(text, end)) {
    const beginning = names.get(text.slice(0, end));
    if (beginning !== undefined) return { 'Fn::Join': ['', [beginning, text.slice(end)]] };
  }
  return undefined;
}

const lastSeparator = (text: string, before: number): number =>
  before === 0 ? -1 : Math.max(...[':', '/', '@'].map(separator => text.lastIndexOf(separator, before - 1)));

const propertiesOf = (value: object, refer: Refer): { readonly [name: string]: Expression } =>
  Object.fromEntries(Object.entries(value).flatMap(([name, inner]) => {
    const expression = expressionOf(inner, refer);
    return expression === undefined ? [] : [[name, expression] as const];
  }));

function expressionOf(value: unknown, refer: Refer): Expression | undefined {
  if (value === UNKNOWN) return { Ref: UNREAD };
  if (typeof value === 'string') return refer(value);
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  if (Array.isArray(value)) return value.map(item => expressionOf(item, refer)).filter(item => item !== undefined);
  return typeof value === 'object' && value !== null ? propertiesOf(value, refer) : undefined;
}
