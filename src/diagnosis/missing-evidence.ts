import { describeTask, listServiceEvents, tailLogs } from './advice/commands';
import type { Confidence } from './model/diagnosis';
import { causeOf, type CauseId } from '../causes/catalogue';
import type { ContainerEvidence, Evidence } from '../evidence/model/evidence';
import type { Gap } from '../evidence/model/gap';

/** One kind of evidence: when it is missing, for which causes it would tell more, and how to get it. */
interface Wanted {
  readonly source: string;
  readonly missing: (evidence: Evidence) => boolean;
  readonly tells: RegExp;
  readonly because: (evidence: Evidence, guilty: ContainerEvidence | undefined) => string;
}

const WANTED: readonly Wanted[] = [
  {
    source: 'task',
    missing: ({ task }) => task.stoppedReason === undefined && !task.containers.some(hasEnded),
    tells: /./,
    because: evidence => `neither a stop reason nor a container's end was given; while ECS remembers the task: ${describeTask(evidence)}`,
  },
  {
    source: 'container log',
    missing: ({ logTail }) => logTail.length === 0,
    tells: /^(?:exit|app|health|memory|start|unknown)\b/,
    because: (evidence, guilty) => `no line of it was given; read it with: ${tailLogs(evidence, guilty?.name)}`,
  },
  {
    source: 'service events',
    missing: ({ serviceEvents, task }) => serviceEvents.length === 0 && task.group?.startsWith('family:') !== true,
    tells: /^(?:health|deploy|capacity|unknown)\b/,
    because: evidence => `none were given; read them with: ${listServiceEvents(evidence)}`,
  },
];

/** What would have made the diagnosis surer, and how to get it; nothing where it would have changed nothing. */
export function missingEvidence(
  cause: CauseId, confidence: Confidence, evidence: Evidence, guilty: ContainerEvidence | undefined,
): readonly Gap[] {
  if (evidence.change !== undefined || confidence === 'certain' || causeOf(cause).severity === 'benign') return [];
  return WANTED
    .filter(({ missing, tells }) => tells.test(cause) && missing(evidence))
    .map(({ source, because }) => ({ source, because: because(evidence, guilty) }));
}

const hasEnded = ({ exitCode, reason }: ContainerEvidence): boolean => exitCode !== undefined || reason !== undefined;
