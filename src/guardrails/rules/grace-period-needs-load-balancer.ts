import { isKnown, type Known, UNKNOWN } from '../../facts/model/fact';
import type { ServiceFacts } from '../../facts/model/service';
import type { ServiceRule } from '../model/rule';

/**
 * AWS documents that the grace period also holds back the health checks of containers and of VPC Lattice, and that it
 * is unused without any. ECS used to refuse it then, so this is a warning and not an error.
 */
export const gracePeriodNeedsLoadBalancer: ServiceRule = {
  id: 'grace-period-needs-load-balancer',
  class: 'hygiene',
  judges: 'service',
  property: 'HealthCheckGracePeriodSeconds',
  reads: ['healthCheckGracePeriodSeconds', 'registrations', 'servesLattice', 'task.containers.healthCheck'],
  title: 'A health check grace period should only be set if a health check exists.',
  why: 'Without a health check, the grace period has no effect. ECS rejected such services in the past.',
  fix: 'Remove healthCheckGracePeriod from ecs.FargateService, or add a load balancer. '
    + 'HardenedFargateService sets it only with loadBalancing.',
  see: [
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ecs-service.html#cfn-ecs-service-healthcheckgraceperiodseconds',
  ],
  prevents: [],
  breaks: { registrations: [], targetGroups: [], task: { containers: { healthCheck: undefined } } },
  holds: service => {
    const { healthCheckGracePeriodSeconds: grace } = service;
    if (!isKnown(grace) || !grace) return isKnown(grace) || UNKNOWN;
    const isChecked = hasHealthCheck(service);
    return isChecked === false ? { seen: `the grace period is ${grace} seconds, but the tasks have no health check` } : isChecked;
  },
};

function hasHealthCheck({ registrations, servesLattice, task }: ServiceFacts): Known<boolean> {
  if (!isKnown(registrations) || !isKnown(servesLattice) || !isKnown(task) || !isKnown(task.containers)) return UNKNOWN;
  return registrations.length > 0 || servesLattice || task.containers.some(({ healthCheck }) => healthCheck !== undefined);
}
