import { finiteNumber, isObject } from '../../model/json-fields';

/** What a value has to be: of a type, a list of such values, an object of such fields, or one whose fields have any name. */
export type Shape =
  | 'text'
  | 'number'
  | 'flag'
  | readonly [item: Shape]
  | readonly [presence: 'optional', item: Shape]
  | { readonly [field: string]: Shape };

/** As much of a value as has the shape; a list that has to be there is empty where it is not. */
export function conform(value: unknown, shape: Shape): unknown {
  if (typeof shape === 'string') return PRIMITIVES[shape](value);
  if (isList(shape)) return listOf(value, shape);
  if (!isObject(value)) return undefined;
  const names = '*' in shape ? Object.keys(value) : Object.keys(shape);
  const fields = names.map(name => [name, conform(value[name], shape['*'] ?? shape[name])] as const);
  return Object.fromEntries(fields.filter(([, field]) => field !== undefined));
}

type List = Extract<Shape, readonly unknown[]>;

const isList = (shape: Shape): shape is List => Array.isArray(shape);

function listOf(value: unknown, shape: List): readonly unknown[] | undefined {
  const item = shape.length === 2 ? shape[1] : shape[0];
  if (Array.isArray(value)) return value.map(inner => conform(inner, item)).filter(inner => inner !== undefined);
  return shape.length === 2 ? undefined : [];
}

const PRIMITIVES = {
  text: (value: unknown) => typeof value === 'string' ? value : undefined,
  number: finiteNumber,
  flag: (value: unknown) => typeof value === 'boolean' ? value : undefined,
} as const;
