import { isKnown, UNKNOWN } from '../../facts/model/fact';
import type { ServiceRule } from '../model/rule';

export const circuitBreaker: ServiceRule = {
  id: 'circuit-breaker',
  level: 'error',
  judges: 'service',
  property: 'DeploymentConfiguration.DeploymentCircuitBreaker',
  title: 'The deployment circuit breaker is on and rolls back.',
  why: 'Without it ECS starts and stops the tasks of a broken deployment for hours, and the last '
    + 'good version does not come back by itself.',
  fix: 'Set circuitBreaker: { enable: true, rollback: true } on ecs.FargateService; HardenedFargateService does so by itself, so '
    + 'remove what overrides it. For a construct without such a prop, such as ApplicationMultipleTargetGroupsFargateService, override '
    + 'DeploymentConfiguration.DeploymentCircuitBreaker of service.node.defaultChild.',
  see: ['https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-circuit-breaker.html'],
  prevents: [],
  breaks: { circuitBreaker: { rollback: false } },
  holds: ({ deploymentController, circuitBreaker: breaker }) => {
    if (!isKnown(deploymentController) || breaker === UNKNOWN) return UNKNOWN;
    if (deploymentController !== 'ECS') return true;
    if (breaker === undefined) return { seen: 'the circuit breaker is not set' };
    if (breaker.enable === false) return { seen: 'the circuit breaker is off' };
    return breaker.rollback === false ? { seen: 'the circuit breaker is on, but does not roll back' } : true;
  },
};
