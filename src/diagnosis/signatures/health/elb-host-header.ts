import { askLikeTheLoadBalancer, describeTargets } from '../../advice/network-commands';
import { ofThisTask } from '../../clues/health-events';
import { inLog, inStopReason, together, type Wording } from '../../matching/wording';
import type { Signature } from '../../model/signature';

const WORDING: Wording = {
  sure: 'likely',
  says: 'the application returned 400, as it does for unknown hostnames',
  words: [
    'codes: [400',
    'codes [400',
    '[400]',
  ],
};

/** The application does not know itself by its address. */
export const healthElbHostHeader: Signature = {
  cause: 'health/elb-host-header',
  atBest: 'likely',
  retriable: false,
  says: 'The health check sends the IP address of the task as the Host header, and the application accepts only known '
    + 'hostnames. Exclude the health check path from the host check, or add the IP address of the task to the allowed '
    + 'hosts at startup.',
  toConfirm: 'Request the health check path once by IP address, and once with the right Host header. If only the second '
    + 'works, this is the cause.',
  reads: ['stop', 'log', 'serviceEvents'],
  broader: 'health/elb',
  explainsSymptoms: true,
  oftenConfused: ['health/elb-path', 'health/elb'],
  onlyLogTellsApart: true,
  consolePages: ['service'],
  suspectChanges: ['health check', 'ports', 'image', 'command', 'environment'],
  seenIn: [
    { log: ["Invalid HTTP_HOST header: '10.0.1.85:8000'. You may need to add '10.0.1.85' to ALLOWED_HOSTS."] },
    { log: ["django.core.exceptions.DisallowedHost: Invalid HTTP_HOST header: '10.0.1.85'"] },
    { log: ['[ActionDispatch::HostAuthorization::DefaultResponseApp] Blocked hosts: 10.0.1.85:3000'] },
    { log: ['10.180.13.204 [30/Jun/2019:19:22:06 +0000] GET /emergency/ HTTP/1.1 400 26 - ELB-HealthChecker/2.0 0.011522'] },
    {
      serviceEvent: '(service web) (task 0123456789abcdef0123456789abcdef) (port 8000) is unhealthy in (target-group '
        + 'arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/web/1) due to (reason Health checks failed '
        + 'with these codes: [400]).',
    },
  ],
  clues: together(
    ofThisTask(WORDING, inStopReason(WORDING)),
    inLog(
      {
        sure: 'likely',
        says: 'the application does not accept the hostname of the request',
        words: [
          'Invalid HTTP_HOST header',
          'DisallowedHost',
          'ALLOWED_HOSTS',
          'Blocked host',
          'HostAuthorization',
          'Invalid host header',
          'Invalid Host',
          'is not allowed … allowedHosts',
          'No subdomain matched',
          'Untrusted Host',
          'Host not permitted',
          'HostFiltering',
          'Invalid host defined options',
          'Trusted Hosts',
          'Host header … not (allowed|match|trusted)',
          'not in allowed hosts',
        ],
      },
      {
        sure: 'likely',
        says: 'the application returned 400 to the load balancer',
        words: [
          ' 400 … ELB-HealthChecker',
          'ELB-HealthChecker … 400 ',
        ],
        unless: [' 200 ', '\\x16\\x03'],
      },
    ),
  ),
  actions: evidence => [
    {
      title: 'Request the path once by IP address, and once with the right Host header.',
      commands: [askLikeTheLoadBalancer(evidence), `${askLikeTheLoadBalancer(evidence)} -H 'Host: <host-name>'`],
      prop: 'loadBalancing',
    },
    { title: 'Read the health check of the target group.', commands: describeTargets(evidence), prop: null },
  ],
};
