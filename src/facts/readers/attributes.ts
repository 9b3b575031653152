import { type Fact, isKnown, type Known, UNKNOWN } from '../model/fact';
import { asItems } from '../template/items';
import { asList, asString, at, isOpen, type Resolved } from '../template/source/resolved';

/** The value of an attribute in a list of keys and values, as load balancers and target groups have them; the last one wins. */
export function readAttribute(attributes: Resolved, key: string): Fact<string> {
  if (isOpen(attributes)) return UNKNOWN;
  const items = asItems(attributes);
  const found = items.filter(item => at(item, 'Key') === key).at(-1);
  if (found !== undefined) return asString(at(found, 'Value'));
  return items.some(item => typeof at(item, 'Key') !== 'string') ? UNKNOWN : undefined;
}

/** The names of the attributes in such a list. */
export function readAttributeNames(attributes: Resolved): Known<readonly string[]> {
  const items = asList(attributes);
  if (!isKnown(items)) return UNKNOWN;
  const names = items.map(item => asString(at(item, 'Key')) ?? UNKNOWN);
  return names.every(isKnown) ? names : UNKNOWN;
}
