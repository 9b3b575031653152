import { documentOfCause } from '../../causes/documents';
import type { Diagnosis } from '../../diagnosis/model/diagnosis';
import { bounded, oneLine } from '../../evidence/clean/clean-text';
import type { Evidence } from '../../evidence/model/evidence';

const LONGEST_TITLE = 250;
const LONGEST_QUOTE = 400;

/** What is known of a stop that could not be diagnosed, and why it could not: nobody must lose a stop to a fault in its diagnosis. */
export function lastResort(evidence: Evidence, because: string): Diagnosis {
  const { service, gaps } = evidence;
  const said = wordsOfEcs(evidence);
  return {
    schemaVersion: '2',
    cause: 'unknown',
    severity: 'notice',
    confidence: 'possible',
    documentation: documentOfCause('unknown'),
    title: bounded(oneLine(`${service ?? 'a task'}: stopped, and its diagnosis failed`), LONGEST_TITLE),
    summary: `The analyzer failed before it found a cause. ${said ? `ECS reported: ${said.quote}` : 'ECS reported no reason.'}`,
    ...known(evidence),
    container: null,
    clues: said ? [said] : [],
    alternatives: [],
    actions: [],
    prevention: [],
    gaps: [...gaps, { source: 'diagnosis', because: `the diagnosis failed with: ${because}` }],
    retriable: null,
    occurrences: 1,
    incident: null,
  };
}

type Known = Pick<
  Diagnosis,
  | 'cluster' | 'service' | 'taskArn' | 'taskDefinitionArn' | 'lastStatus' | 'stopCode' | 'stoppedReason' | 'exitCode' | 'containerReason'
  | 'firstSeen' | 'lastSeen'
>;

const known = ({ cluster, service, time, task }: Evidence): Known => ({
  cluster: orNull(cluster),
  service: orNull(service),
  taskArn: orNull(task.taskArn),
  taskDefinitionArn: orNull(task.taskDefinitionArn),
  lastStatus: orNull(task.lastStatus),
  stopCode: orNull(task.stopCode),
  stoppedReason: task.stoppedReason === undefined ? null : bounded(task.stoppedReason),
  exitCode: orNull(task.containers.find(({ exitCode }) => exitCode !== undefined)?.exitCode),
  containerReason: orNull(task.containers.find(({ reason }) => reason !== undefined)?.reason),
  firstSeen: orNull(time),
  lastSeen: orNull(time),
});

function wordsOfEcs({ task, change }: Evidence): Diagnosis['clues'][number] | undefined {
  const says = 'This is what ECS reported.';
  if (task.stoppedReason) return { source: 'stoppedReason', quote: bounded(task.stoppedReason, LONGEST_QUOTE), says };
  return change?.reason ? { source: 'event reason', quote: bounded(change.reason, LONGEST_QUOTE), says } : undefined;
}

const orNull = <T>(value: T | undefined): T | null => value ?? null;
