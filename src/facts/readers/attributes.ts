import { type Fact, UNKNOWN } from '../model/fact';
import { asItems } from '../template/items';
import { asString, at, isOpen, type Resolved } from '../template/source/resolved';

/** The value of an attribute in a list of keys and values, as load balancers and target groups have them; the last one wins. */
export function readAttribute(attributes: Resolved, key: string): Fact<string> {
  if (isOpen(attributes)) return UNKNOWN;
  const items = asItems(attributes);
  const found = items.filter(item => at(item, 'Key') === key).at(-1);
  if (found !== undefined) return asString(at(found, 'Value'));
  return items.some(item => typeof at(item, 'Key') !== 'string') ? UNKNOWN : undefined;
}
