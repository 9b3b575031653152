import type { CircuitBreakerFacts } from '../../facts/model/deployment';
import { type Fact, isKnown, type Known, UNKNOWN } from '../../facts/model/fact';
import type { ServiceRule } from '../model/rule';

const BREAKER = 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentCircuitBreaker.html';
const ALARMS = 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-alarm-failure.html';
const CREATION = 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html';

export const controllerSupportsDeployment: ServiceRule = {
  id: 'controller-supports-deployment',
  class: 'refused',
  judges: 'service',
  property: 'DeploymentController',
  reads: ['circuitBreaker', 'deploymentAlarms', 'deploymentController', 'registrations'],
  title: 'The deployment controller should support the other deployment settings of the service.',
  why: 'ECS supports the circuit breaker and deployment alarms only with the ECS deployment controller. '
    + 'A service with the CODE_DEPLOY controller requires a load balancer.',
  fix: 'Remove circuitBreaker and deploymentAlarms from ecs.FargateService, or use the ECS deployment controller. '
    + 'HardenedFargateService uses ECS; remove the override.',
  see: [BREAKER, ALARMS, CREATION],
  prevents: ['deploy/request-rejected'],
  breaks: { deploymentController: 'CODE_DEPLOY' },
  holds: ({ circuitBreaker: breaker, deploymentAlarms: alarms, deploymentController: controller, registrations }) => {
    if (!isKnown(controller)) return UNKNOWN;
    if (controller === 'ECS') return true;
    const faults = [
      ...breaks(breaker) ? [['the circuit breaker is enabled', BREAKER]] : [],
      ...alarms === true ? [['deployment alarms are enabled', ALARMS]] : [],
      ...controller === 'CODE_DEPLOY' && isEmpty(registrations) ? [['the service has no load balancer', CREATION]] : [],
    ];
    if (faults.length === 0) return UNKNOWN;
    const seen = `the deployment controller is ${controller}, but ${faults.map(([fault]) => fault).join(', and ')}`;
    return { seen, see: faults.map(([, page]) => page) };
  },
};

const breaks = (breaker: Fact<CircuitBreakerFacts>): boolean => isKnown(breaker) && breaker?.enable === true;

const isEmpty = (list: Known<readonly unknown[]>): boolean => isKnown(list) && list.length === 0;
