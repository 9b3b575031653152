import { asList, type Resolved } from './source/resolved';
import { type Known, UNKNOWN } from '../model/fact';

/** The items of a list that can be seen; none of a list that nobody knows. */
export function asItems(value: Resolved): readonly Resolved[] {
  const list = asList(value);
  return list === UNKNOWN ? [] : list;
}

/** A list read item by item, or unknown as a whole. */
export function readList<T>(value: Resolved, read: (item: Resolved, index: number) => T): Known<readonly T[]> {
  const list = asList(value);
  return list === UNKNOWN ? UNKNOWN : list.map(read);
}
