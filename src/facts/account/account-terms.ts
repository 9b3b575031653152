import type { AccountPlace } from './account-place';
import type { Linked } from './link';

/** How the template of an account spells what people know by ids and ARNs. */
interface Spelling extends Pick<Linked, 'paths' | 'values'> {
  readonly stack: string;
  readonly place: AccountPlace;
}

/** Puts ids, ARNs and the place of the account where a text about its template has references. */
export function inAccountTerms(text: string, { stack, paths, values, place }: Spelling): string {
  const key = `${stack.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}/`;
  return text
    .replace(new RegExp(`\\$\\{${key}(([A-Za-z0-9]+)\\.[\\w.:]+)\\}`, 'g'), (whole, reference: string, logicalId: string) =>
      values.get(reference) ?? paths.get(logicalId) ?? whole)
    .replace(new RegExp(`${key}([A-Za-z0-9]+)`, 'g'), (whole, logicalId: string) => paths.get(logicalId) ?? whole)
    .replaceAll('${AWS::Partition}', place.partition)
    .replaceAll('${AWS::Region}', place.region)
    .replaceAll('${AWS::AccountId}', place.account);
}
