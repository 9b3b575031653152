import { candidates } from './candidates';
import { SIGNATURES } from './catalogue';
import { hunches } from './hunches/hunches';
import { INSIGHTS } from './insights/with-insights';
import { type EvidencePart, FIELDS_OF } from './model/evidence-part';
import type { Signature } from './model/signature';
import { isOrdinary } from './not-recognised';
import { type CauseId, causeOf } from '../causes/catalogue';
import { canonical } from '../evidence/clean/canonical';
import { redactEvidence } from '../evidence/clean/redact-evidence';
import type { Evidence } from '../evidence/model/evidence';

/** What tells of a stop that no signature recognizes. */
const OF_THE_UNKNOWN: readonly EvidencePart[] = ['stop', 'log', 'serviceEvents', 'taskDefinition', 'trail'];

/** Who changed what before a failure bears on any. */
const OF_ANY_FAILURE: readonly EvidencePart[] = ['trail'];

/** What would confirm or refute what the evidence points to. */
export interface Wanted {
  /** The parts that are not there yet. */
  readonly parts: readonly EvidencePart[];
  /** The causes that the evidence points to, best first. */
  readonly causes: readonly CauseId[];
}

/** What would confirm or refute what the evidence points to, and is not there yet. */
export function wantedEvidence(given: Evidence, signatures: readonly Signature[] = SIGNATURES): Wanted {
  const evidence = canonical(redactEvidence(given));
  const { parts, causes } = wantedBy(evidence, signatures);
  const wanted = new Set(parts);
  return { parts: (Object.keys(FIELDS_OF) as EvidencePart[]).filter(part => wanted.has(part) && isMissing(part, evidence)), causes };
}

function wantedBy(evidence: Evidence, signatures: readonly Signature[]): Wanted {
  const { suspicions } = candidates(evidence, signatures);
  const [leading] = suspicions;
  if (leading === undefined) return { parts: isOrdinary(evidence) ? [] : OF_THE_UNKNOWN, causes: [] };
  if (causeOf(leading.signature.cause).severity === 'benign') return { parts: [], causes: [] };
  // A deployment fails of what its tasks failed of.
  const ofDeployment: readonly EvidencePart[] = evidence.change === undefined ? [] : ['stop'];
  if (leading.confidence === 'certain') {
    const { signature } = leading;
    return { parts: [...OF_ANY_FAILURE, ...ofDeployment, ...deepening(signature), ...changesOf(signature)], causes: [signature.cause] };
  }
  const suspected = [...suspicions.map(({ signature }) => signature), ...hunches(suspicions, evidence, signatures)];
  return { parts: [...OF_ANY_FAILURE, ...ofDeployment, ...suspected.flatMap(partsOf)], causes: suspected.map(({ cause }) => cause) };
}

/** What a signature and the insights into its cause read. */
const partsOf = (signature: Signature): readonly EvidencePart[] => [
  ...signature.reads,
  ...INSIGHTS.filter(({ causes, asksNothing }) => !asksNothing && causes.includes(signature.cause)).flatMap(({ reads }) => reads),
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
  // Each collector of findings brings those of its own rules.
  if (part === 'guardrails') return true;
  return FIELDS_OF[part].every(field => isEmpty(evidence[field]));
}

const isEmpty = (value: unknown): boolean => value === undefined || Array.isArray(value) && value.length === 0;
