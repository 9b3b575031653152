import { askLikeTheLoadBalancer, describeTargets } from '../../advice/network-commands';
import { ofThisTask } from '../../clues/health-events';
import { inLog, inStopReason, together, type Wording } from '../../matching/wording';
import type { Signature } from '../../model/signature';

const LOGIN: Wording = {
  sure: 'certain',
  says: 'the application requires authentication from the load balancer',
  words: [
    'codes: [401',
    'codes [401',
    '[401]',
  ],
};
const REFUSED: Wording = {
  sure: 'likely',
  says: 'the application returned 403 to the load balancer',
  words: [
    'codes: [403',
    'codes [403',
    '[403]',
  ],
};

/** The health check is not logged in. */
export const healthElbAuth: Signature = {
  cause: 'health/elb-auth',
  atBest: 'certain',
  retriable: false,
  says: 'The application requires authentication on the health check path. Use a path that returns 200 without '
    + 'authentication.',
  toConfirm: 'Request the health check path of the task without authentication. '
    + 'The status code 401 or 403 confirms it.',
  reads: ['stop', 'log', 'serviceEvents'],
  broader: 'health/elb',
  oftenConfused: ['health/elb-path', 'health/elb-host-header'],
  onlyLogTellsApart: true,
  consolePages: ['service'],
  suspectChanges: ['health check', 'ports', 'image', 'command', 'environment'],
  seenIn: [
    {
      serviceEvent: '(service web) (task 0123456789abcdef0123456789abcdef) (port 8080) is unhealthy in (target-group '
        + 'arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/web/1) due to (reason Health checks failed '
        + 'with these codes: [401]).',
    },
  ],
  clues: together(
    ofThisTask(LOGIN, inStopReason(LOGIN)),
    ofThisTask(REFUSED, inStopReason(REFUSED)),
    inLog({
      sure: 'likely',
      says: 'the application returned 403 to the load balancer',
      words: [
        ' 401 … ELB-HealthChecker',
        ' 403 … ELB-HealthChecker',
      ],
      unless: [' 200 '],
    }),
  ),
  actions: evidence => [
    {
      title: 'Request the health check path from inside the VPC, as the load balancer does.',
      commands: [askLikeTheLoadBalancer(evidence), ...describeTargets(evidence)],
      prop: 'loadBalancing',
    },
  ],
};
