import type { QuotedClue } from './model/diagnosis';
import type { Signature } from './model/signature';
import type { Evidence } from '../evidence/model/evidence';
import type { ChangeAspect } from '../evidence/model/settings';

/** What may bring about a failure of which nothing else is known. */
const SUSPECT_OF_ANYTHING: readonly ChangeAspect[] = ['image', 'environment', 'secrets', 'command', 'user', 'read-only root', 'essential'];

/** What the revision changed, as at most two clues: what bears on the cause, and all the rest. */
export function whatChanged({ revision }: Evidence, signature: Signature | undefined): readonly QuotedClue[] {
  if (!revision) return [];
  const suspect = signature === undefined ? SUSPECT_OF_ANYTHING : signature.suspectChanges ?? [];
  const bearing = revision.changes.filter(({ aspect }) => suspect.includes(aspect));
  const others = revision.changes.filter(({ aspect }) => !suspect.includes(aspect));
  return [
    { source: revision.name, quote: inWords(bearing), says: 'this revision changed what may bear on it' },
    { source: revision.name, quote: inWords(others), says: 'this revision changed this as well' },
  ].filter(({ quote }) => quote !== '');
}

const inWords = (changes: Required<Evidence>['revision']['changes']): string => changes.map(({ words }) => words).join('; ');
