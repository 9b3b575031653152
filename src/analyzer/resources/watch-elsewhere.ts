import { Stack } from 'aws-cdk-lib';
import type { BaseService } from 'aws-cdk-lib/aws-ecs';
import type { IConstruct } from 'constructs';
import type { StopQueues } from './stop-queues';
import { bringRules, bringTaskRule, taskRule } from './stop-rules';
import type { EvidencePolicy } from '../access/evidence-policy';
import type { WatchedTasks } from '../subjects/watched-tasks';

/** Diagnoses a service of another stack, by rules that lie there. */
export function watchElsewhere(
  analyzer: IConstruct, service: BaseService, watched: BaseService[], queues: StopQueues, evidencePolicy: EvidencePolicy | undefined,
): void {
  queues.admitAccount();
  evidencePolicy?.allowElsewhere(service);
  bringRules(service, analyzer, queues, watched);
}

/** Diagnoses the tasks that are run from a task definition without a service, by a rule in its stack. */
export function watchTasks(
  analyzer: IConstruct, tasks: WatchedTasks, queues: StopQueues, evidencePolicy: EvidencePolicy | undefined,
): void {
  if (Stack.of(tasks.taskDefinition) !== Stack.of(analyzer)) {
    queues.admitAccount();
    evidencePolicy?.allowElsewhere(tasks);
    return bringTaskRule(tasks, analyzer, queues);
  }
  const name = tasks.node.addr.slice(-8);
  if (analyzer.node.tryFindChild(`StopRule${name}`)) return;
  taskRule(name, tasks, (id, collection) => queues.collect(id, collection));
  evidencePolicy?.allowService(tasks);
}
