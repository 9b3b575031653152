import type { Diagnosis } from '../../diagnosis/model/diagnosis';
import type { Evidence } from '../../evidence/model/evidence';
import { explainedStop } from '../explaining/explained-stop';
import { notificationOf } from '../notifying/notification';

interface Explaining {
  readonly read: (event: unknown) => readonly Evidence[];
  readonly diagnose: (evidence: Evidence) => Diagnosis;
}

/**
 * Explains a made-up stop to nobody while the function starts, so that the first real one finds the code compiled: AWS Lambda gives a
 * start more of the processor than an event, and nobody waits for it (decision 48).
 */
export function warmUp({ read, diagnose }: Explaining): void {
  try {
    for (const evidence of read(STOP)) notificationOf(explainedStop(evidence, diagnose(evidence)).diagnosis);
  } catch {
    // Whatever is wrong, the first stop meets it where it is told.
  }
}

const STOP = {
  'detail-type': 'ECS Task State Change',
  'source': 'aws.ecs',
  'time': '2026-01-01T00:00:00Z',
  'detail': {
    taskArn: 'arn:aws:ecs:eu-west-1:111122223333:task/warm/up',
    clusterArn: 'arn:aws:ecs:eu-west-1:111122223333:cluster/warm',
    taskDefinitionArn: 'arn:aws:ecs:eu-west-1:111122223333:task-definition/up:1',
    group: 'service:up',
    lastStatus: 'STOPPED',
    desiredStatus: 'STOPPED',
    stopCode: 'EssentialContainerExited',
    stoppedReason: 'Essential container in task exited',
    containers: [{ name: 'app', image: 'app', lastStatus: 'STOPPED', exitCode: 1 }],
  },
};
