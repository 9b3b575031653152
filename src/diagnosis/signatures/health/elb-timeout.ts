import { askLikeTheLoadBalancer, describeInterface, describeTargets } from '../../advice/network-commands';
import { ofThisTask, unexplained } from '../../clues/health-events';
import { inStopReason, together, type Wording } from '../../matching/wording';
import type { Signature } from '../../model/signature';

const WORDING: Wording = {
  sure: 'likely',
  says: 'the load balancer got no response',
  words: [
    'reason Request timed out',
    'Target.Timeout',
    'health checks … Request timed out',
    'Connection to target timed out',
    'reason Connection timed out',
    'Request timed out)',
  ],
};

/** The load balancer does not get through to the task. */
export const healthElbTimeout: Signature = {
  cause: 'health/elb-timeout',
  atBest: 'likely',
  retriable: false,
  says: 'The load balancer got no response to its health check in time. Allow inbound traffic from the security group '
    + 'of the load balancer on the container port. Check that the application listens on 0.0.0.0 and not on '
    + 'localhost.',
  toConfirm: 'Read the reason code of the target. Target.Timeout confirms it; if the path responds inside the '
    + 'container, check the security groups and the address on which the application listens.',
  reads: ['stop', 'log', 'serviceEvents'],
  broader: 'health/elb',
  oftenConfused: ['health/elb-wrong-port', 'health/elb-slow-start'],
  onlyLogTellsApart: true,
  consolePages: ['service'],
  suspectChanges: ['health check', 'ports', 'image', 'command', 'environment'],
  seenIn: [
    {
      serviceEvent: '(service web) (task 0123456789abcdef0123456789abcdef) (port 8080) is unhealthy in (target-group '
        + 'arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/web/1) due to (reason Request timed out).',
    },
    { serviceEvent: 'service web (port 8080) is unhealthy in target-group web due to (reason Request timed out)' },
  ],
  clues: together(
    ofThisTask(WORDING, inStopReason(WORDING)),
    unexplained('nothing says why the check failed; a security group or a wrong port is the most common reason'),
  ),
  actions: evidence => [
    {
      title: 'Request the health check path from inside the VPC, as the load balancer does.',
      commands: [askLikeTheLoadBalancer(evidence)],
      prop: 'containerPort',
    },
    {
      title: 'Check the target group, and the security group of the task.',
      commands: [...describeTargets(evidence), describeInterface(evidence)],
      prop: 'loadBalancing',
    },
  ],
};
