import { type Fact, type Known, UNKNOWN, type Unknown } from '../../model/fact';

/**
 * A template value after its intrinsic functions were followed as far as the templates go.
 *
 * A reference to a resource stands as `${stack/LogicalId.Attribute}` in a string, a pseudo parameter as `${AWS::Region}`,
 * and a part of a longer string that nobody knows as `${?}`. What is unknown as a whole is `UNKNOWN`, or `Undecided` where
 * it is the same in every place that names it.
 */
export type Resolved = string | number | boolean | undefined | Unknown | Undecided | readonly Resolved[] | ResolvedObject;

export interface ResolvedObject {
  readonly [key: string]: Resolved;
}

/** One value that only deployment decides, and that has a name: a parameter, or what another stack exports. */
export class Undecided {
  constructor(public readonly name: string) {}

  /** Written out, it may be nothing at all. */
  public toJSON(): undefined {
    return undefined;
  }
}

/** Stands for a part of a text that nobody knows. */
export const UNKNOWN_PART = '${?}';

/** Tells a text that names one thing from one with a hole in it. */
export const isWhole = (text: string): boolean => !text.includes(UNKNOWN_PART);

/** A text, symbolic parts included. */
export function asString(value: Resolved): Fact<string> {
  if (value === undefined) return undefined;
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : UNKNOWN;
}

/** Whether nobody can say what a value is. */
export const isOpen = (value: Resolved): value is Unknown | Undecided => value === UNKNOWN || value instanceof Undecided;

/** What tells one thing from another, also while only deployment decides what it is: two uses of one parameter name one thing. */
export function identityOf(value: Resolved): Fact<string> {
  if (value instanceof Undecided) return `\${${value.name}}`;
  const text = asString(value);
  return typeof text === 'string' && !isWhole(text) ? UNKNOWN : text;
}

/** A text that is written out; what a symbol in it stands for, only deployment decides. */
export function asLiteral(value: Resolved): Fact<string> {
  const text = asString(value);
  return typeof text === 'string' && text.includes('${') ? UNKNOWN : text;
}

/** A number, also when the template spells it as a text, which CloudFormation allows. */
export function asNumber(value: Resolved): Fact<number> {
  if (value === undefined || typeof value === 'number') return value;
  return typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value.trim()) ? Number(value) : UNKNOWN;
}

/** A truth value, also when the template spells it as a text, which CloudFormation allows. */
export function asBoolean(value: Resolved): Fact<boolean> {
  if (value === undefined || typeof value === 'boolean') return value;
  if (value === 'true' || value === 'True') return true;
  return value === 'false' || value === 'False' ? false : UNKNOWN;
}

/** A list; a property that is absent is an empty one. */
export function asList(value: Resolved): Known<readonly Resolved[]> {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : UNKNOWN;
}

/** An object with named values. */
export function asObject(value: Resolved): Fact<ResolvedObject> {
  if (value === undefined) return undefined;
  return isObject(value) ? value : UNKNOWN;
}

/** Follows property names down; a hole on the way makes the answer unknown, an absence makes it absent. */
export function at(value: Resolved, ...names: readonly string[]): Resolved {
  return names.reduce<Resolved>((inner, name) => {
    if (inner === undefined || inner === UNKNOWN) return inner;
    return isObject(inner) ? inner[name] : UNKNOWN;
  }, value);
}

/** What a property of CloudFormation means when it is left out. */
export const orElse = <T>(fact: Fact<T>, whenAbsent: T): Known<T> => fact === undefined ? whenAbsent : fact;

const isObject = (value: Resolved): value is ResolvedObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Undecided);
