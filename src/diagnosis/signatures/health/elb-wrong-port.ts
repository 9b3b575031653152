import { describeContainers } from '../../advice/commands';
import { describeTargets } from '../../advice/network-commands';
import { ofThisTask } from '../../clues/health-events';
import { inLog, inStopReason, together, type Wording } from '../../matching/wording';
import type { Signature } from '../../model/signature';

const REFUSED: Wording = {
  sure: 'likely',
  says: 'nothing listens on the health check port',
  words: [
    'health check … Connection refused',
    'reason Connection refused',
    'protocol mismatch',
    'Target.ProtocolMismatch',
  ],
};
const BARE: Wording = {
  sure: 'possible',
  says: 'the check failed without an HTTP code, as when nothing listens on the port',
  words: [
    'reason Health checks failed)',
    'Target.FailedHealthChecks',
    'reason Health checks failed',
  ],
  unless: ['codes'],
};

const BAD_REQUEST: Wording = {
  sure: 'possible',
  says: 'a port that requires HTTPS returns 400 for plain HTTP',
  words: [
    ' 400 … ELB-HealthChecker',
    'codes: [400',
  ],
  unless: [' 200 '],
};

/** The health check goes to a port or a protocol that the container does not serve. */
export const healthElbWrongPort: Signature = {
  cause: 'health/elb-wrong-port',
  atBest: 'likely',
  retriable: false,
  says: 'The health check uses a port or a protocol that the container does not serve. Use the same port in the '
    + 'application, the container port, and the target group, and the same protocol (HTTP or HTTPS).',
  toConfirm: 'Compare the port and protocol of the application with the container port and the health check of the target group. '
    + 'A difference confirms it.',
  reads: ['stop', 'log', 'serviceEvents'],
  broader: 'health/elb',
  oftenConfused: ['health/elb-timeout', 'health/elb-slow-start'],
  onlyLogTellsApart: true,
  consolePages: ['service'],
  suspectChanges: ['health check', 'ports', 'image', 'command', 'environment'],
  seenIn: [
    {
      serviceEvent: '(service web) (task 0123456789abcdef0123456789abcdef) (port 80) is unhealthy in (target-group '
        + 'arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/web/1) due to (reason Connection refused).',
    },
    { log: ['10.0.1.7 - - [01/May/2024:10:00:00 +0000] "\\x16\\x03\\x01\\x02\\x00\\x01\\x00\\x01\\xFC\\x03\\x03" 400 157 "-" "-"'] },
    {
      log: [
        '[01/May/2024 10:00:00] code 400, message Bad request version (\'À\\x14À\')',
        "You're accessing the development server over HTTPS, but it only supports HTTP.",
      ],
    },
    {
      log: [
        '10.0.1.7 - - [01/May/2024:10:00:00 +0000] "GET / HTTP/1.1" 400 255 "-" "ELB-HealthChecker/2.0"',
        'Client sent an HTTP request to an HTTPS server.',
      ],
    },
  ],
  clues: together(
    ofThisTask(REFUSED, inStopReason(REFUSED)),
    ofThisTask(BARE, inStopReason(BARE)),
    ofThisTask(BAD_REQUEST, inStopReason(BAD_REQUEST)),
    inLog(BAD_REQUEST),
    inLog({
      sure: 'likely',
      says: 'HTTPS was sent to a port that serves HTTP, or HTTP to one that serves HTTPS',
      words: [
        '\\x16\\x03\\x01',
        'over HTTPS, but it only supports HTTP',
        'HTTP request to an HTTPS server',
        'plain HTTP request was sent to HTTPS port',
        'speaking plain HTTP to an SSL-enabled server port',
        'Invalid method in request',
        'http: TLS handshake error … EOF',
        'Invalid character found in method name',
      ],
    }),
  ),
  actions: evidence => [
    {
      title: 'Compare the ports of the target group and the task definition.',
      commands: [
        ...describeTargets(evidence),
        describeContainers(evidence, 'portMappings'),
      ],
      prop: 'containerPort',
    },
  ],
};
