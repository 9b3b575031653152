import { isKnown, type Known, UNKNOWN } from '../../facts/model/fact';
import type { ServiceRule } from '../model/rule';

export const circuitBreaker: ServiceRule = {
  id: 'circuit-breaker',
  class: 'weakens',
  judges: 'service',
  property: 'DeploymentConfiguration.DeploymentCircuitBreaker',
  reads: ['circuitBreaker', 'deploymentController', 'deploymentStrategy'],
  title: 'The deployment circuit breaker should be enabled with rollback.',
  why: 'Without it, ECS keeps starting the tasks of a failed deployment. It does not return to the last working version.',
  fix: 'Set circuitBreaker: { enable: true, rollback: true } on ecs.FargateService. '
    + 'HardenedFargateService sets this by default; remove the override. '
    + 'For other constructs, such as ApplicationMultipleTargetGroupsFargateService, override '
    + 'DeploymentConfiguration.DeploymentCircuitBreaker of service.node.defaultChild.',
  see: [
    'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-circuit-breaker.html',
    'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentCircuitBreaker.html',
  ],
  prevents: [],
  breaks: { circuitBreaker: { rollback: false } },
  holds: ({ deploymentController, deploymentStrategy, circuitBreaker: breaker }) => {
    const isSupported = supportsCircuitBreaker(deploymentController, deploymentStrategy);
    if (!isKnown(isSupported) || !isKnown(breaker)) return UNKNOWN;
    if (!isSupported) return true;
    if (breaker === undefined) return { seen: 'the circuit breaker is not set' };
    if (breaker.enable === false) return { seen: 'the circuit breaker is off' };
    return breaker.rollback === false ? { seen: 'the circuit breaker is on, but does not roll back' } : true;
  },
};

/** AWS documents the circuit breaker for the rolling update alone; where its pages differ, about native blue/green, it is asked for. */
function supportsCircuitBreaker(controller: Known<string>, strategy: Known<string>): Known<boolean> {
  if (!isKnown(controller) || !isKnown(strategy)) return UNKNOWN;
  return controller === 'ECS' && strategy !== 'LINEAR' && strategy !== 'CANARY';
}
