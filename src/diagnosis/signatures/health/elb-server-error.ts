import { tailLogs } from '../../advice/commands';
import { askLikeTheLoadBalancer } from '../../advice/network-commands';
import { ofThisTask } from '../../clues/health-events';
import { inLog, inStopReason, together, type Wording } from '../../matching/wording';
import type { Signature } from '../../model/signature';

const WORDING: Wording = {
  sure: 'likely',
  says: 'the application returned a server error for the health check',
  words: [
    'codes: [50',
    'codes [50',
    '[500]',
    '[501]',
    '[502]',
    '[503]',
    '[504]',
  ],
};

/** The application fails at its own health check. */
export const healthElbServerError: Signature = {
  cause: 'health/elb-server-error',
  atBest: 'likely',
  retriable: null,
  says: 'The application is running, but returned a server error for the health check. Read its log to find the reason. '
    + 'If the health check depends on a database, remove that dependency. Otherwise one outage restarts every '
    + 'task.',
  toConfirm: 'Request the health check path of the task. '
    + 'A status code from 500 to 599 confirms it; read the log of the same second for the error.',
  reads: ['stop', 'log', 'serviceEvents'],
  broader: 'health/elb',
  oftenConfused: ['health/elb-slow-start', 'app/dependency-unreachable'],
  onlyLogTellsApart: true,
  consolePages: ['service'],
  suspectChanges: ['health check', 'ports', 'image', 'command', 'environment'],
  seenIn: [
    {
      serviceEvent: '(service web) (task 0123456789abcdef0123456789abcdef) (port 8080) is unhealthy in (target-group '
        + 'arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/web/1) due to (reason Health checks failed '
        + 'with these codes: [503]).',
    },
    {
      serviceEvent: 'service web (port 80) is unhealthy in target-group web due to (reason Health checks failed with these codes: [502])',
    },
  ],
  clues: together(
    ofThisTask(WORDING, inStopReason(WORDING)),
    inLog({
      sure: 'possible',
      says: 'the application returned an error to the load balancer',
      words: [
        ' 500 … ELB-HealthChecker',
        ' 502 … ELB-HealthChecker',
        ' 503 … ELB-HealthChecker',
        ' 504 … ELB-HealthChecker',
      ],
    }),
  ),
  actions: evidence => [
    { title: 'Read the log of the application.', commands: [tailLogs(evidence)], prop: null },
    {
      title: 'Request the health check path from inside the VPC, as the load balancer does.',
      commands: [askLikeTheLoadBalancer(evidence)],
      prop: 'loadBalancing',
    },
  ],
};
