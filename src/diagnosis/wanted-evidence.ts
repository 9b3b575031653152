import { candidates } from './candidates';
import { SIGNATURES } from './catalogue';
import { hunches } from './hunches/hunches';
import { INSIGHTS } from './insights/with-insights';
import { type EvidencePart, FIELDS_OF } from './model/evidence-part';
import type { Signature } from './model/signature';
import { isOrdinary } from './not-recognised';
import { causeOf } from '../causes/catalogue';
import { canonical } from '../evidence/clean/canonical';
import { redactEvidence } from '../evidence/clean/redact-evidence';
import type { Evidence } from '../evidence/model/evidence';

/** What tells of a stop that no signature recognizes. */
const OF_THE_UNKNOWN: readonly EvidencePart[] = ['stop', 'log', 'serviceEvents', 'taskDefinition'];

/** The parts of the evidence that would confirm or refute what the rest points to, and that are not there yet. */
export function wantedEvidence(given: Evidence, signatures: readonly Signature[] = SIGNATURES): readonly EvidencePart[] {
  const evidence = canonical(redactEvidence(given));
  const wanted = new Set(readBy(evidence, signatures));
  return (Object.keys(FIELDS_OF) as EvidencePart[]).filter(part => wanted.has(part) && isMissing(part, evidence));
}

function readBy(evidence: Evidence, signatures: readonly Signature[]): readonly EvidencePart[] {
  const { suspicions } = candidates(evidence, signatures);
  const [leading] = suspicions;
  if (leading === undefined) return isOrdinary(evidence) ? [] : OF_THE_UNKNOWN;
  if (causeOf(leading.signature.cause).severity === 'benign') return [];
  // A deployment fails of what its tasks failed of.
  const ofDeployment: readonly EvidencePart[] = evidence.change === undefined ? [] : ['stop'];
  if (leading.confidence === 'certain') return [...ofDeployment, ...deepening(leading.signature), ...changesOf(leading.signature)];
  const suspected = [...suspicions.map(({ signature }) => signature), ...hunches(suspicions, evidence, signatures)];
  return [...ofDeployment, ...suspected.flatMap(partsOf)];
}

/** What a signature and the insights into its cause read. */
const partsOf = (signature: Signature): readonly EvidencePart[] => [
  ...signature.reads,
  ...INSIGHTS.filter(({ causes }) => causes.includes(signature.cause)).flatMap(({ reads }) => reads),
  ...signature.isSymptom ?? signature.onlyLogTellsApart ? ['log'] as const : [],
  ...changesOf(signature),
];

/** What says more of a cause that is certain. */
const deepening = ({ cause }: Signature): readonly EvidencePart[] =>
  INSIGHTS.filter(({ causes, deepens }) => deepens && causes.includes(cause)).flatMap(({ reads }) => reads);

/** A new revision may have brought the cause about. */
const changesOf = ({ suspectChanges = [] }: Signature): readonly EvidencePart[] => suspectChanges.length > 0 ? ['taskDefinition'] : [];

function isMissing(part: EvidencePart, evidence: Evidence): boolean {
  if (part === 'stop') return evidence.change !== undefined && evidence.failedTasks === undefined;
  return FIELDS_OF[part].every(field => isEmpty(evidence[field]));
}

const isEmpty = (value: unknown): boolean => value === undefined || Array.isArray(value) && value.length === 0;
