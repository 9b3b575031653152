import { isKnown, UNKNOWN } from '../../facts/model/fact';
import type { ServiceRegistrationFacts, TrafficShiftFacts } from '../../facts/model/load-balancer';
import type { ServiceRule } from '../model/rule';

const SHIFTING: readonly string[] = ['BLUE_GREEN', 'LINEAR', 'CANARY'];

/** A service without load balancers can be deployed in these ways too. */
export const trafficShiftComplete: ServiceRule = {
  id: 'traffic-shift-complete',
  class: 'refused',
  judges: 'service',
  property: 'LoadBalancers',
  reads: ['deploymentController', 'deploymentStrategy', 'registrations'],
  title: 'A service that shifts traffic should name a second target group, listener rule, and role.',
  why: 'ECS rejects a blue/green, linear, or canary service if a load balancer has no advanced configuration.',
  fix: 'Pass an ecs.AlternateTarget to service.loadBalancerTarget, which sets all three. '
    + 'HardenedFargateService sets them for deployment: Deployment.blueGreen(), canary(), or linear(); remove the override.',
  see: [
    'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_AdvancedConfiguration.html',
    'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/blue-green-deployment-implementation.html',
  ],
  prevents: [],
  breaks: { deploymentStrategy: 'BLUE_GREEN' },
  holds: ({ deploymentController, deploymentStrategy: strategy, registrations }) => {
    if (!isKnown(deploymentController) || !isKnown(strategy) || !isKnown(registrations)) return UNKNOWN;
    if (deploymentController !== 'ECS' || !SHIFTING.includes(strategy)) return true;
    const missing = [...new Set(registrations.flatMap(missingIn))];
    if (missing.length > 0) return { seen: `the deployment strategy is ${strategy}, but a load balancer has no ${missing.join(', no ')}` };
    return registrations.every(({ trafficShift }) => isKnown(trafficShift)) || UNKNOWN;
  },
};

const NEEDED: readonly (readonly [words: string, part: (shift: TrafficShiftFacts) => unknown])[] = [
  ['alternate target group', shift => shift.alternateTargetGroup],
  ['production listener rule', shift => shift.productionListenerRule],
  ['role', shift => shift.role],
];

function missingIn({ trafficShift: shift }: ServiceRegistrationFacts): readonly string[] {
  if (!isKnown(shift)) return [];
  return NEEDED.filter(([, part]) => shift === undefined || part(shift) === undefined).map(([words]) => words);
}
