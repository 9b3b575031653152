import { identityOf, type Resolved, Undecided } from './source/resolved';
import { UNKNOWN } from '../model/fact';

/**
 * What a stack gives that is not among the templates: one thing under one name.
 *
 * A symbol in the name may mean something else in another stack that reads it.
 */
export function elsewhere(kind: string, reader: string, names: readonly Resolved[]): Resolved {
  const parts = names.map(identityOf);
  if (!parts.every(part => typeof part === 'string')) return UNKNOWN;
  const name = parts.join('.');
  return new Undecided([kind, name.includes('${') ? reader : [], name.replace(/[${}]/g, '')].flat().join(' '));
}
