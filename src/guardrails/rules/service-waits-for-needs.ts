import { isKnown, UNKNOWN } from '../../facts/model/fact';
import type { ServiceRule } from '../model/rule';

/** Without a circuit breaker, ECS tries again until the permissions and the mount targets are there. */
export const serviceWaitsForNeeds: ServiceRule = {
  id: 'service-waits-for-needs',
  class: 'weakens',
  judges: 'service',
  property: 'TaskDefinition',
  reads: ['circuitBreaker', 'unawaited'],
  title: 'The service should depend on the policies, mount targets, and capacity providers that it needs.',
  why: 'Without a dependency, CloudFormation can create the service first. '
    + 'Then ECS rejects the service, or the circuit breaker stops the first deployment because tasks cannot start yet.',
  fix: 'Call service.node.addDependency(taskDefinition.obtainExecutionRole(), cluster). '
    + 'For an EFS volume, add fileSystem.mountTargetsAvailable. '
    + 'HardenedFargateService does this by default; remove the override of DependsOn.',
  see: [
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-attribute-dependson.html',
    'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-circuit-breaker.html',
  ],
  prevents: [],
  breaks: { unawaited: [{ name: 'Shop/ExecutionRole/DefaultPolicy', kind: 'policy' }] },
  holds: ({ circuitBreaker, unawaited }) => {
    if (!isKnown(unawaited) || !isKnown(circuitBreaker)) return UNKNOWN;
    const stops = circuitBreaker !== undefined && circuitBreaker.enable === true;
    const late = unawaited.filter(({ kind }) => stops || kind === 'capacity providers')
      .map(({ name, kind }) => `the ${String(kind)} ${name}`);
    return late.length === 0 || { seen: `the service does not depend on ${late.join(' and ')}` };
  },
};
