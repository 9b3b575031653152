import { describeTask, listServiceEvents, tailLogs } from './advice/commands';
import { filled } from './advice/placeholders';
import type { Confidence } from './model/diagnosis';
import type { EvidencePart } from './model/evidence-part';
import type { Signature } from './model/signature';
import { causeOf } from '../causes/catalogue';
import type { ContainerEvidence, Evidence } from '../evidence/model/evidence';
import type { Gap } from '../evidence/model/gap';

/** A part of the evidence that a person can get: whether it is missing, and how to get it. */
interface Wanted {
  readonly part: EvidencePart;
  readonly source: string;
  readonly isMissing: (evidence: Evidence) => boolean;
  readonly because: (evidence: Evidence, guilty: ContainerEvidence | undefined) => string;
}

const WANTED: readonly Wanted[] = [
  {
    part: 'stop',
    source: 'task',
    isMissing: ({ task }) => task.stoppedReason === undefined && !task.containers.some(hasEnded),
    because: evidence => `no stop reason and no container exit were provided; while ECS keeps the task: ${describeTask(evidence)}`,
  },
  {
    part: 'log',
    source: 'container log',
    isMissing: ({ logTail }) => logTail.length === 0,
    because: (evidence, guilty) => `not provided; get it with: ${tailLogs(evidence, guilty?.name)}`,
  },
  {
    part: 'serviceEvents',
    source: 'service events',
    isMissing: ({ serviceEvents, task }) => serviceEvents.length === 0 && task.group?.startsWith('family:') !== true,
    because: evidence => `not provided; get them with: ${listServiceEvents(evidence)}`,
  },
];

/** What would have made the diagnosis surer, and how to get it; nothing where it would have changed nothing. */
export function missingEvidence(
  signature: Signature | undefined, confidence: Confidence, evidence: Evidence, guilty: ContainerEvidence | undefined,
): readonly Gap[] {
  if (evidence.change !== undefined || confidence === 'certain' || causeOf(signature?.cause ?? 'unknown').severity === 'benign') return [];
  return WANTED
    .filter(({ part, isMissing }) => tellsMore(part, signature) && isMissing(evidence))
    .map(({ source, because }) => ({ source, because: filled(because(evidence, guilty), evidence) }));
}

/** What a signature reads can confirm it, and a log tells a symptom from its reason; of what is unknown anything tells more. */
function tellsMore(part: EvidencePart, signature: Signature | undefined): boolean {
  if (signature === undefined || part === 'stop') return true;
  const { reads, isSymptom, onlyLogTellsApart } = signature;
  return reads.includes(part) || part === 'log' && (isSymptom ?? onlyLogTellsApart ?? false);
}

const hasEnded = ({ exitCode, reason }: ContainerEvidence): boolean => exitCode !== undefined || reason !== undefined;
