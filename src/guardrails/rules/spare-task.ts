import { isKnown, UNKNOWN } from '../../facts/model/fact';
import type { ServiceFacts } from '../../facts/model/service';
import type { ServiceRule, Verdict } from '../model/rule';
import { fewestTasks } from '../predicates/fewest-tasks';

export const spareTask: ServiceRule = {
  id: 'spare-task',
  class: 'weakens',
  judges: 'service',
  property: 'DesiredCount',
  reads: ['deploymentController', 'desiredCount', 'registrations', 'scaling', 'serviceConnectServices'],
  title: 'The service should run at least two tasks.',
  why: 'A task stops if its host is retired, its Availability Zone fails, or the application crashes. '
    + 'With only one task, the service is then unavailable.',
  fix: 'Set desiredCount of HardenedFargateService or ecs.FargateService, or minCapacity of its scaling, to 2 or more. '
    + 'If only one task is allowed to run, see "Exactly one task" in docs/SHAPES.md.',
  see: ['https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-rebalancing.html'],
  prevents: ['stop/infrastructure'],
  breaks: { desiredCount: 1 },
  holds: service => {
    const tasks = fewestTasks(service);
    if (service.deploymentController === 'EXTERNAL') return true;
    if (!isKnown(tasks) || !isKnown(service.deploymentController)) return UNKNOWN;
    if (tasks >= 2) return true;
    if (tasks === 1) return { seen: 'the service can run with one task' };
    if (isKnown(service.scaling) && service.scaling !== undefined) return scalesToZero(service);
    return { seen: 'the service can run with no task', fault: 'no-task' };
  },
};

/** A worker that scales to zero has no work then; a service that others call has nothing that answers them. */
function scalesToZero({ registrations, serviceConnectServices }: ServiceFacts): Verdict {
  if (!isKnown(registrations) || !isKnown(serviceConnectServices)) return UNKNOWN;
  if (registrations.length === 0 && serviceConnectServices.length === 0) return true;
  return { seen: 'the service can run with no task', fault: 'no-task' };
}
