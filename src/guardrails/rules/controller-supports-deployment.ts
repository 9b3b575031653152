import type { CircuitBreakerFacts } from '../../facts/model/deployment';
import { type Fact, isKnown, type Known, UNKNOWN } from '../../facts/model/fact';
import type { ServiceRule } from '../model/rule';

const BREAKER = 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentCircuitBreaker.html';
const CREATION = 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html';

export const controllerSupportsDeployment: ServiceRule = {
  id: 'controller-supports-deployment',
  class: 'refused',
  judges: 'service',
  property: 'DeploymentController',
  reads: ['circuitBreaker', 'deploymentController', 'registrations'],
  title: 'The deployment controller should support the other deployment settings of the service.',
  why: 'ECS supports the circuit breaker only with the ECS deployment controller. A service of CODE_DEPLOY requires a load balancer.',
  fix: 'Remove circuitBreaker from ecs.FargateService, or use the deployment controller ECS. '
    + 'HardenedFargateService uses ECS; remove the override.',
  see: [BREAKER, CREATION],
  prevents: [],
  breaks: { deploymentController: 'CODE_DEPLOY' },
  holds: ({ circuitBreaker: breaker, deploymentController: controller, registrations }) => {
    if (!isKnown(controller)) return UNKNOWN;
    if (controller === 'ECS') return true;
    const faults = [
      ...breaks(breaker) ? [['the circuit breaker is enabled', BREAKER]] : [],
      ...controller === 'CODE_DEPLOY' && isEmpty(registrations) ? [['the service has no load balancer', CREATION]] : [],
    ];
    if (faults.length === 0) return UNKNOWN;
    const seen = `the deployment controller is ${controller}, but ${faults.map(([fault]) => fault).join(', and ')}`;
    return { seen, see: faults.map(([, page]) => page) };
  },
};

const breaks = (breaker: Fact<CircuitBreakerFacts>): boolean => isKnown(breaker) && breaker?.enable === true;

const isEmpty = (list: Known<readonly unknown[]>): boolean => isKnown(list) && list.length === 0;
