import { isKnown, UNKNOWN } from '../../facts/model/fact';
import type { ServiceRule } from '../model/rule';
import { fewestTasks } from '../predicates/fewest-tasks';

export const spareTask: ServiceRule = {
  id: 'spare-task',
  level: 'warning',
  judges: 'service',
  property: 'DesiredCount',
  title: 'At least two tasks run, so that the service survives the loss of one.',
  why: 'A task ends when its host is retired, when its zone fails or when it crashes; until the next one is '
    + 'up, a service of one task serves nobody.',
  fix: 'Set desiredCount of HardenedFargateService or ecs.FargateService, or minCapacity of its scaling, to 2 or more.',
  see: ['https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-rebalancing.html'],
  prevents: ['stop/infrastructure'],
  breaks: { desiredCount: 1 },
  holds: service => {
    const tasks = fewestTasks(service);
    if (service.deploymentController === 'EXTERNAL') return true;
    if (!isKnown(tasks) || !isKnown(service.deploymentController)) return UNKNOWN;
    return tasks >= 2 || { seen: `it may run with ${tasks === 1 ? 'one task' : 'no task'} only`, ...tasks < 1 && { fault: 'no-task' } };
  },
};
