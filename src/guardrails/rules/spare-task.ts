import { isKnown, UNKNOWN } from '../../facts/model/fact';
import type { ServiceFacts } from '../../facts/model/service';
import type { ServiceRule, Violation } from '../model/rule';
import { fewestTasks } from '../predicates/fewest-tasks';

export const spareTask: ServiceRule = {
  id: 'spare-task',
  class: 'weakens',
  judges: 'service',
  property: 'DesiredCount',
  reads: ['deploymentController', 'desiredCount', 'scaling'],
  title: 'The service should run at least two tasks.',
  why: 'A task stops if its host is retired, its Availability Zone fails, or the application crashes. '
    + 'With only one task, the service is then unavailable.',
  fix: 'Set desiredCount of HardenedFargateService or ecs.FargateService, or minCapacity of its scaling, to 2 or more.',
  see: ['https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-rebalancing.html'],
  prevents: ['stop/infrastructure'],
  breaks: { desiredCount: 1 },
  holds: service => {
    const tasks = fewestTasks(service);
    if (service.deploymentController === 'EXTERNAL') return true;
    if (!isKnown(tasks) || !isKnown(service.deploymentController)) return UNKNOWN;
    if (tasks >= 2) return true;
    if (tasks === 1) return { seen: 'the service can run with one task' };
    return { seen: 'the service can run with no task', fault: 'no-task', ...scalesToZero(service) };
  },
};

/** Scaling that goes down to no task was meant so: the service then costs nothing while it has nothing to do. */
const scalesToZero = ({ scaling }: ServiceFacts): Pick<Violation, 'class'> =>
  isKnown(scaling) && scaling !== undefined ? { class: 'hygiene' } : {};
