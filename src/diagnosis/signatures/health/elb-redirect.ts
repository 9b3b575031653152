import { askLikeTheLoadBalancer, describeTargets } from '../../advice/network-commands';
import { ofThisTask } from '../../clues/health-events';
import { inLog, inStopReason, together, type Wording } from '../../matching/wording';
import type { Signature } from '../../model/signature';

const WORDING: Wording = {
  sure: 'certain',
  says: 'the application returned a redirect',
  words: [
    'codes: [30',
    'codes [30',
    '[301]',
    '[302]',
    '[303]',
    '[307]',
    '[308]',
  ],
};

/** The health check is sent elsewhere. */
export const healthElbRedirect: Signature = {
  cause: 'health/elb-redirect',
  atBest: 'certain',
  retriable: false,
  says: 'The application returned a redirect for the health check, to HTTPS, to a login, or to another path. The load '
    + 'balancer does not follow redirects. Use a health check path that returns 200, or add the status code to the '
    + 'matcher.',
  toConfirm: 'Request the health check path of the task without following redirects. '
    + 'A status code such as 301 or 302, with a Location header, confirms it.',
  reads: ['stop', 'log', 'serviceEvents'],
  broader: 'health/elb',
  oftenConfused: ['health/elb-path', 'health/elb-auth'],
  onlyLogTellsApart: true,
  consolePages: ['service'],
  suspectChanges: ['health check', 'ports', 'image', 'command', 'environment'],
  seenIn: [
    {
      serviceEvent: '(service web) (task 0123456789abcdef0123456789abcdef) (port 80) is unhealthy in (target-group '
        + 'arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/web/1) due to (reason Health checks failed '
        + 'with these codes: [301]).',
    },
    { serviceEvent: 'Health checks failed with these codes: [302]).' },
  ],
  clues: together(
    ofThisTask(WORDING, inStopReason(WORDING)),
    inLog({
      sure: 'likely',
      says: 'the application returned a redirect to the load balancer',
      words: [
        ' 301 … ELB-HealthChecker',
        ' 302 … ELB-HealthChecker',
        ' 307 … ELB-HealthChecker',
        ' 308 … ELB-HealthChecker',
      ],
      unless: [' 200 '],
    }),
  ),
  actions: evidence => [
    {
      title: 'Request the health check path, and read where the redirect leads.',
      commands: [askLikeTheLoadBalancer(evidence), ...describeTargets(evidence)],
      prop: 'loadBalancing',
    },
  ],
};
