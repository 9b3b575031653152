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
    + 'To scale a worker to zero, use Scaling.onQueue, or call scaleOnSchedule of its ScalableTaskCount. '
    + 'If only one task is allowed to run, see "Exactly one task" in docs/SHAPES.md.',
  see: [
    'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-rebalancing.html',
    'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-autoscaling-targettracking.html',
  ],
  prevents: ['stop/infrastructure'],
  breaks: { desiredCount: 1 },
  holds: service => {
    const tasks = fewestTasks(service);
    if (service.deploymentController === 'EXTERNAL') return true;
    if (!isKnown(tasks) || !isKnown(service.deploymentController)) return UNKNOWN;
    return tasks >= 2 || tooFew(service, tasks);
  },
};

function tooFew(service: ServiceFacts, tasks: number): Verdict {
  const isScaled = service.scaling !== undefined;
  if (tasks === 1) return isScaled ? byScaling(service, 'the minimum capacity is 1') : { seen: 'the service can run with one task' };
  return isScaled ? scalesToZero(service) : { seen: 'the service can run with no task', fault: 'no-task' };
}

/** The number of tasks is then not that of the service itself. */
const byScaling = ({ at }: ServiceFacts, seen: string, fault?: string): Verdict => ({
  seen: `${seen}, and the service can run with ${fault === undefined ? 'one' : 'no'} task`,
  at: { ...at, property: '' },
  ...fault !== undefined && { fault },
});

/** A worker that scales to zero has no work then, if something starts it again; a service that others call does not answer them. */
function scalesToZero(service: ServiceFacts): Verdict {
  const { registrations, serviceConnectServices, scaling } = service;
  if (isKnown(scaling) && scaling?.startsFirstTask === false) {
    return byScaling(service, 'the minimum capacity is 0, only target tracking of CPU or memory scales the service, '
      + 'these metrics have no data without tasks', 'no-task');
  }
  if (!isKnown(registrations) || !isKnown(serviceConnectServices)) return UNKNOWN;
  if (registrations.length === 0 && serviceConnectServices.length === 0) return true;
  return byScaling(service, 'the minimum capacity is 0', 'no-task');
}
