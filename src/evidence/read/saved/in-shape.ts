import type { Shape } from './shape';
import { isObject } from '../../model/json-fields';

/** As much of a value as has the shape; a list or a map that has to be there is empty where it is not. */
export function inShape(value: unknown, shape: Shape): unknown {
  if (typeof shape === 'function') return shape(value);
  if (isList(shape)) return listOf(value, shape);
  if (!isObject(value)) return '*' in shape ? {} : undefined;
  const names = '*' in shape ? Object.keys(value) : Object.keys(shape);
  const fields = names.map(name => [name, inShape(value[name], shape['*'] ?? shape[name])] as const);
  return Object.fromEntries(fields.filter(([, field]) => field !== undefined));
}

type List = Extract<Shape, readonly unknown[]>;

const isList = (shape: Shape): shape is List => Array.isArray(shape);

function listOf(value: unknown, shape: List): readonly unknown[] | undefined {
  const item = shape.length === 2 ? shape[1] : shape[0];
  if (Array.isArray(value)) return value.map(inner => inShape(inner, item)).filter(inner => inner !== undefined);
  return shape.length === 2 ? undefined : [];
}
