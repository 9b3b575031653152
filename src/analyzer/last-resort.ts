import type { Diagnosis } from '../diagnosis/model/diagnosis';
import type { Evidence } from '../evidence/model/evidence';

/** What is known of a stop that could not be diagnosed, and why it could not: nobody must lose a stop to a fault in its diagnosis. */
export function lastResort(evidence: Evidence, because: string): Diagnosis {
  const { service, gaps } = evidence;
  const said = wordsOfEcs(evidence);
  return {
    schemaVersion: '1',
    cause: 'unknown',
    severity: 'notice',
    confidence: 'possible',
    title: `${service ?? 'a task'}: stopped, and its diagnosis failed`,
    summary: `The analyzer failed before it found a cause. ${said ? `ECS said: ${said.quote}` : 'ECS gave no reason.'}`,
    ...known(evidence),
    container: null,
    clues: said ? [said] : [],
    alternatives: [],
    actions: [],
    prevention: [],
    gaps: [...gaps, { source: 'diagnosis', because: `the diagnosis failed with: ${because}` }],
    retriable: null,
    occurrences: 1,
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
  stoppedReason: orNull(task.stoppedReason),
  exitCode: orNull(task.containers.find(({ exitCode }) => exitCode !== undefined)?.exitCode),
  containerReason: orNull(task.containers.find(({ reason }) => reason !== undefined)?.reason),
  firstSeen: orNull(time),
  lastSeen: orNull(time),
});

function wordsOfEcs({ task, change }: Evidence): Diagnosis['clues'][number] | undefined {
  const says = 'This is what ECS reported.';
  if (task.stoppedReason) return { source: 'stoppedReason', quote: task.stoppedReason, says };
  return change?.reason ? { source: 'event reason', quote: change.reason, says } : undefined;
}

const orNull = <T>(value: T | undefined): T | null => value ?? null;
