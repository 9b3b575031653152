import type { AccountPlace } from './account-place';
import type { Linked } from './link';

/** How the template of an account spells what people know by ids and ARNs. */
interface Spelling extends Pick<Linked, 'paths' | 'values'> {
  readonly stack: string;
  readonly place: AccountPlace;
}

/** Puts ids, ARNs and the place of the account where texts about its template have references. */
export function inAccountTerms({ stack, paths, values, place }: Spelling): (text: string) => string {
  const key = `${stack.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}/`;
  const references = new RegExp(`\\$\\{${key}(([A-Za-z0-9]+)\\.[\\w.:]+)\\}`, 'g');
  const logicalIds = new RegExp(`${key}([A-Za-z0-9]+)`, 'g');
  return text => text
    .replace(references, (whole, reference: string, logicalId: string) => values.get(reference) ?? paths.get(logicalId) ?? whole)
    .replace(logicalIds, (whole, logicalId: string) => paths.get(logicalId) ?? whole)
    .replaceAll('${AWS::Partition}', place.partition)
    .replaceAll('${AWS::Region}', place.region)
    .replaceAll('${AWS::AccountId}', place.account);
}
