import { describeTask, listServiceEvents, tailLogs } from './advice/commands';
import { findFailedTasks } from './advice/stack-commands';
import type { Action, QuotedClue } from './model/diagnosis';
import type { Severity } from '../causes/catalogue';
import type { ContainerEvidence, Evidence } from '../evidence/model/evidence';

const MOST_SEEN = 5;

/** What a diagnosis says when no signature recognizes anything. */
export interface NotRecognised {
  readonly severity: Severity;
  readonly summary: string;
  readonly clues: readonly QuotedClue[];
  readonly actions: readonly Action[];
}

/** Quotes what was seen, and says where to look. */
export function notRecognised(evidence: Evidence, guilty: ContainerEvidence | undefined): NotRecognised {
  const clues = seen(evidence);
  if (isOrdinary(evidence)) {
    return {
      severity: 'benign',
      clues,
      actions: [],
      summary: 'This event reports normal operation: nothing stopped, and no action is needed.',
    };
  }
  return {
    severity: 'notice',
    clues,
    actions: evidence.change ? lookAtService(evidence) : lookAtTask(evidence, guilty),
    summary: 'No known cause matches this stop. The evidence is quoted below. The steps collect the missing evidence.',
  };
}

function lookAtTask(evidence: Evidence, guilty: ContainerEvidence | undefined): readonly Action[] {
  return [
    { title: 'Read the last log lines of the container.', commands: [tailLogs(evidence, guilty?.name)], prop: null },
    { title: 'Describe the task while ECS keeps it, for about one hour.', commands: [describeTask(evidence)], prop: null },
    ...evidence.service ? [{ title: 'Read the service events.', commands: [listServiceEvents(evidence)], prop: null }] : [],
  ];
}

const lookAtService = (evidence: Evidence): readonly Action[] => [
  { title: 'Read the service events.', commands: [listServiceEvents(evidence)], prop: null },
  { title: 'Find the newest stopped tasks, and diagnose one of them.', commands: [findFailedTasks(evidence)], prop: null },
];

/** Whether ECS only says that a service does well. */
export const isOrdinary = ({ change, task }: Evidence): boolean => change?.eventType === 'INFO' && task.stoppedReason === undefined;

function seen({ task, change, serviceEvents, logTail }: Evidence): readonly QuotedClue[] {
  return [
    ...quote('stopCode', task.stopCode, 'ECS reported this stop code'),
    ...quote('stoppedReason', task.stoppedReason, 'ECS reported this reason'),
    ...task.containers.flatMap(seenOfContainer),
    ...quote(`${change?.kind ?? 'service'} event`, change?.reason ?? change?.eventName, 'ECS reported this for the service'),
    ...quote('service event', serviceEvents[0], 'the latest message of the service'),
    ...quote('log', logTail.at(-1), 'the last line of the log'),
  ].slice(0, MOST_SEEN);
}

function seenOfContainer({ name, reason, exitCode }: ContainerEvidence): readonly QuotedClue[] {
  const source = name ? `container ${name}` : 'container';
  if (reason) return quote(source, reason, 'ECS reported this reason');
  return exitCode === undefined ? [] : quote(source, `exit code ${exitCode}`, 'the container exited with this code');
}

const quote = (source: string, words: string | undefined, says: string): readonly QuotedClue[] =>
  words ? [{ source, quote: words, says }] : [];
