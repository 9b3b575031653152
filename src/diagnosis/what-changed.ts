import type { QuotedClue } from './model/diagnosis';
import type { Signature } from './model/signature';
import type { Evidence } from '../evidence/model/evidence';
import type { ChangeAspect } from '../evidence/model/settings';

/** What may bring about a failure of which nothing else is known. */
const SUSPECT_OF_ANYTHING: readonly ChangeAspect[] = ['image', 'environment', 'secrets', 'command', 'user', 'read-only root', 'essential'];

/** What changed before the stop: who called what, as CloudTrail has it, what the revision changed, and how far its rollout got. */
export const whatChanged = (evidence: Evidence, signature: Signature | undefined): readonly QuotedClue[] =>
  [...whoCalled(evidence), ...revised(evidence, signature), ...rolledOut(evidence)];

/** The last calls are the nearest to the stop. */
const MOST_CALLS = 2;

const whoCalled = ({ trail = [] }: Evidence): readonly QuotedClue[] => trail.slice(-MOST_CALLS).map(({ time, event, by, names }) => ({
  source: 'CloudTrail',
  quote: `${event}${by === undefined ? '' : ` by ${by}`} at ${time}: ${names}`,
  says: /^Stop(?:Task|ServiceDeployment)$/.test(event) ? 'this call stopped it' : 'this call changed it shortly before',
}));

/** Failures count where ECS stops the deployment for them. */
function rolledOut({ rollout }: Evidence): readonly QuotedClue[] {
  const { failures, threshold, status, reason } = rollout ?? {};
  if (failures === undefined || threshold === undefined || failures === 0) return [];
  return [{
    source: 'deployment',
    quote: [`${failures} of ${threshold} failures`, status, reason].filter(part => part !== undefined).join(', '),
    says: 'the circuit breaker stops the deployment at this number of failures',
  }];
}

/** What the revision changed, as at most two clues: what bears on the cause, and all the rest. */
function revised({ revision }: Evidence, signature: Signature | undefined): readonly QuotedClue[] {
  if (!revision) return [];
  const suspect = signature === undefined ? SUSPECT_OF_ANYTHING : signature.suspectChanges ?? [];
  const bearing = revision.changes.filter(({ aspect }) => suspect.includes(aspect));
  const others = revision.changes.filter(({ aspect }) => !suspect.includes(aspect));
  return [
    { source: revision.name, quote: inWords(bearing), says: 'this revision changed settings that can cause this' },
    { source: revision.name, quote: inWords(others), says: 'this revision also changed this' },
  ].filter(({ quote }) => quote !== '');
}

const inWords = (changes: Required<Evidence>['revision']['changes']): string => changes.map(({ words }) => words).join('; ');
