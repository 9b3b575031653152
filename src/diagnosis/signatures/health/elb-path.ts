import { askLikeTheLoadBalancer, describeTargets } from '../../advice/network-commands';
import { ofThisTask } from '../../clues/health-events';
import { inLog, inStopReason, together, type Wording } from '../../matching/wording';
import type { Signature } from '../../model/signature';

const WORDING: Wording = {
  sure: 'likely',
  says: 'the application has no such path',
  words: [
    'codes: [404',
    'codes [404',
    'codes: [405',
    'codes: [406',
    'codes: [410',
    'codes: [415',
    'codes: [422',
    'codes: [429',
    'codes: [426',
    '[404]',
  ],
};
const CLIENT_ERROR: Wording = { sure: 'possible', says: 'the application rejects the health check request', words: ['codes: [4'] };

/** The health check asks for a path that is not there. */
export const healthElbPath: Signature = {
  cause: 'health/elb-path',
  atBest: 'likely',
  retriable: false,
  says: 'The application returned a client error for the health check: the path does not exist, or does not accept a '
    + 'plain GET. Use a health check path that returns 200 without authentication.',
  toConfirm: 'Request the health check path of the task with GET. '
    + 'A status code such as 404 or 405 confirms it; 401 or 403 indicates authentication instead.',
  reads: ['stop', 'log', 'serviceEvents'],
  broader: 'health/elb',
  oftenConfused: ['health/elb-host-header', 'health/elb-wrong-port'],
  onlyLogTellsApart: true,
  consolePages: ['service'],
  suspectChanges: ['health check', 'ports', 'image', 'command', 'environment'],
  seenIn: [
    {
      serviceEvent: '(service web) (task 0123456789abcdef0123456789abcdef) (port 8080) is unhealthy in (target-group '
        + 'arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/web/1) due to (reason Health checks failed '
        + 'with these codes: [404]).',
    },
    { log: ['10.0.1.7 - - [01/May/2024:10:00:00 +0000] "GET /health HTTP/1.1" 404 153 "-" "ELB-HealthChecker/2.0"'] },
  ],
  clues: together(
    ofThisTask(WORDING, inStopReason(WORDING)),
    ofThisTask(CLIENT_ERROR, inStopReason(CLIENT_ERROR)),
    inLog({
      sure: 'likely',
      says: 'the application returned 404 to the load balancer',
      words: [
        ' 404 … ELB-HealthChecker',
        'ELB-HealthChecker … 404 ',
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
