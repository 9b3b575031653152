import type { QuotedClue } from './model/diagnosis';
import type { CauseId } from '../causes/catalogue';
import type { Evidence } from '../evidence/model/evidence';

/** What a change may have to do with a cause; the first that fits counts. */
const BEARS_ON: readonly (readonly [causes: RegExp, aspects: readonly string[]])[] = [
  [/^pull\//, ['image', 'architecture', 'execution role', 'ephemeral storage']],
  [/^init\/secret/, ['secrets', 'execution role']],
  [/^init\/(?:log|firelens)/, ['log', 'execution role', 'containers']],
  [/^init\/env-file/, ['environment files', 'execution role']],
  [/^init\/(?:efs|volume|storage)/, ['volumes', 'mounts', 'task role', 'ephemeral storage']],
  [/^init\//, ['execution role', 'task role', 'containers']],
  [/^start\//, ['image', 'command', 'user', 'architecture', 'working directory', 'mounts', 'dependencies', 'read-only root']],
  [/^(?:memory\/|exit\/killed)/, ['memory', 'image', 'environment']],
  [/^app\/aws-/, ['task role', 'image']],
  [/^health\//, ['health check', 'ports', 'image', 'command', 'environment']],
  [/^(?:app|exit|deploy|unknown)\b/, ['image', 'environment', 'secrets', 'command', 'user', 'read-only root', 'essential']],
];

/** What the revision changed, as at most two clues: what bears on the cause, and all the rest. */
export function whatChanged(cause: CauseId, { revision }: Evidence): readonly QuotedClue[] {
  if (!revision) return [];
  const aspects = BEARS_ON.find(([causes]) => causes.test(cause))?.[1] ?? [];
  const bearing = revision.changes.filter(({ aspect }) => aspects.includes(aspect));
  const others = revision.changes.filter(({ aspect }) => !aspects.includes(aspect));
  return [
    { source: revision.name, quote: inWords(bearing), says: 'this revision changed what may bear on it' },
    { source: revision.name, quote: inWords(others), says: 'this revision changed this as well' },
  ].filter(({ quote }) => quote !== '');
}

const inWords = (changes: Required<Evidence>['revision']['changes']): string => changes.map(({ words }) => words).join('; ');
