import { Stack } from 'aws-cdk-lib';
import type { BaseService } from 'aws-cdk-lib/aws-ecs';
import type { IConstruct } from 'constructs';
import type { StopQueues } from './stop-queues';
import { bringRules, bringTaskRule, sharingTaskDefinition, taskRule, twoRules } from './stop-rules';
import type { EvidencePolicy } from '../access/evidence-policy';
import { bundleTemplate } from '../subjects/acknowledged';
import { eventsOfService } from '../subjects/watched-events';
import type { WatchedTasks } from '../subjects/watched-tasks';

/** Diagnoses a service, by rules in its stack. */
export function watchService(
  analyzer: IConstruct, service: BaseService, watched: BaseService[], queues: StopQueues, evidencePolicy: EvidencePolicy | undefined,
): void {
  if (Stack.of(service) !== Stack.of(analyzer)) {
    queues.admitAccount();
    evidencePolicy?.allowElsewhere(service);
    return bringRules(service, analyzer, queues, watched);
  }
  const name = service.node.addr.slice(-8);
  if (analyzer.node.tryFindChild(`StopRule${name}`)) return;
  watched.push(service);
  const events = eventsOfService(service, () => sharingTaskDefinition(service, watched));
  const rules = twoRules(name, events, (id, collection) => queues.collect(id, collection), { bundle: () => bundleTemplate(service) });
  evidencePolicy?.allowService(service);
  // The rules come first, and the queues with the policies that let them in, so that the very first task that stops is diagnosed.
  service.node.addDependency(...rules, queues.queue, queues.deadLetterQueue);
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
