import { announcedAddresses } from './announced-address';
import { isElbFailure } from './elb-failure';
import { guiltyContainer } from './guilty-container';
import { loggedAnswer } from './health-answer';
import { healthCheckOf } from './health-check';
import { servedPorts } from './served-ports';
import { startOfAtLeast } from './start-duration';
import type { Evidence } from '../../evidence/model/evidence';

/** A point to check of a task that failed the health checks of its load balancer. */
export interface HealthPoint {
  readonly point: string;
  readonly state: 'proven' | 'failed' | 'not known';
  /** What shows it, or what is not known. */
  readonly evidence: string;
}

type Judged = Omit<HealthPoint, 'point'>;

const proven = (evidence: string): Judged => ({ state: 'proven', evidence });
const failed = (evidence: string): Judged => ({ state: 'failed', evidence });
const notKnown = (evidence: string): Judged => ({ state: 'not known', evidence });

interface Point {
  readonly name: string;
  /** What was observed of the task; it proves more than settings, which may have been changed since. */
  readonly observed: (evidence: Evidence) => Judged | undefined;
  /** The guardrails whose findings say that it fails. */
  readonly guardrails: readonly string[];
  readonly settings: (evidence: Evidence) => Judged;
}

const nothing = (): undefined => undefined;

/** The usual reasons, in the order in which they are checked. */
const POINTS: readonly Point[] = [
  { name: 'target type', observed: nothing, guardrails: ['target-type-ip'], settings: targetType },
  { name: 'path', observed: answerOnPath, guardrails: [], settings: path },
  { name: 'port', observed: listening, guardrails: ['health-check-port-served', 'load-balancer-names-container'], settings: port },
  { name: 'security group', observed: reached, guardrails: ['load-balancer-reaches-task'], settings: securityGroup },
  { name: 'start period', observed: nothing, guardrails: ['health-check-start-period'], settings: startPeriod },
  { name: 'grace period', observed: nothing, guardrails: ['grace-period-covers-start'], settings: gracePeriod },
];

/** The six points to check of a task that failed the health checks of its load balancer; none of any other stop. */
export const healthPoints = (evidence: Evidence): readonly HealthPoint[] => isElbFailure(evidence)
  ? POINTS.map(({ name, observed, guardrails, settings }) =>
    ({ point: name, ...observed(evidence) ?? broken(guardrails, evidence) ?? settings(evidence) }))
  : [];

function broken(guardrails: readonly string[], evidence: Evidence): Judged | undefined {
  const found = evidence.broken?.find(({ guardrail }) => guardrails.includes(guardrail));
  return found && failed(`guardrail ${found.guardrail}: ${found.seen}`);
}

function targetType({ targetGroup }: Evidence): Judged {
  if (targetGroup?.targetType === undefined) return notKnown('the target group was not read; its target type must be ip');
  return targetGroup.targetType === 'ip'
    ? proven('the target type is ip')
    : failed(`the target type is ${targetGroup.targetType} and must be ip`);
}

/** The HTTP codes that the load balancer got, in its own words. */
const codesSeen = ({ targetGroup, task, serviceEvents }: Evidence): string | undefined =>
  [...(targetGroup?.targets ?? []).map(({ description = '' }) => description), task.stoppedReason ?? '', ...serviceEvents]
    .flatMap(text => /codes:? \[[\d, ]{1,40}\]/i.exec(text)?.[0] ?? [])[0];

function answerOnPath(evidence: Evidence): Judged | undefined {
  const { path: asked = 'the health check path', matcher = '200' } = healthCheckOf(evidence);
  const codes = codesSeen(evidence);
  if (codes !== undefined) return failed(`the load balancer expects ${matcher} from ${asked}, but got ${codes}`);
  const answer = loggedAnswer(evidence);
  if (answer === undefined) return undefined;
  const words = `the log contains '${answer.line}', and the load balancer expects ${matcher}`;
  return matches(matcher, answer.code) ? proven(words) : failed(words);
}

/** A matcher such as `200,301` or `200-299`. */
const matches = (matcher: string, code: string): boolean => matcher.split(',').some(range => {
  const [first, last = first] = range.trim().split('-');
  return first <= code && code <= last;
});

function path(evidence: Evidence): Judged {
  const { path: asked = 'the health check path', matcher = '200', protocol } = healthCheckOf(evidence);
  return protocol === 'TCP' ? proven('a TCP health check has no path') : notKnown(`nothing shows that ${asked} returns ${matcher}`);
}

/** Only a server that prints the address it is bound to says where it does not listen. */
function listening(evidence: Evidence): Judged | undefined {
  const { port: checked } = healthCheckOf(evidence);
  if (checked === undefined) return undefined;
  if (codesSeen(evidence) !== undefined) return proven(`the application answers on port ${checked}`);
  const bound = announcedAddresses(evidence).filter(({ isBound }) => isBound);
  const here = bound.find(address => address.port === checked && !address.isLoopback);
  if (here !== undefined) return proven(`the log contains '${here.line}'`);
  if (bound.length === 0) return undefined;
  return failed(`the health check port is ${checked}, but the log contains '${bound[bound.length - 1].line}'`);
}

function port(evidence: Evidence): Judged {
  const { port: checked } = healthCheckOf(evidence);
  const served = servedPorts(evidence);
  if (checked === undefined) return notKnown('the health check port was not read; it must be the container port');
  if (served.length === 0) return notKnown(`no container port is known; the health check port is ${checked}`);
  return served.includes(checked)
    ? proven(`the health check port ${checked} is a container port`)
    : failed(`the health check port is ${checked}, and the container port is ${served.join(' or ')}`);
}

/** A container may ask itself for the same path. */
function reached(evidence: Evidence): Judged | undefined {
  const codes = codesSeen(evidence);
  if (codes !== undefined) return proven(`the load balancer received a response from the task: ${codes}`);
  const line = evidence.logTail.find(one => one.includes('ELB-HealthChecker'));
  return line === undefined ? undefined : proven('the log has requests of ELB-HealthChecker');
}

function securityGroup(evidence: Evidence): Judged {
  return notKnown('nothing shows that the security group of the task allows inbound TCP '
    + `${healthCheckOf(evidence).port ?? 'on the health check port'} from the security group of the load balancer`);
}

function startPeriod(evidence: Evidence): Judged {
  const name = guiltyContainer(evidence)?.name;
  const { containers = [] } = evidence.taskDefinition ?? {};
  const container = containers.find(one => one.name === name) ?? containers[0];
  if (container === undefined) {
    return notKnown('the task definition was not read; startPeriod of a container health check must cover the startup');
  }
  return covers('startPeriod of the container health check', container.startPeriodSeconds, evidence);
}

function gracePeriod(evidence: Evidence): Judged {
  return covers('healthCheckGracePeriodSeconds of the service', evidence.serviceSettings?.gracePeriodSeconds, evidence);
}

function covers(setting: string, seconds: number | undefined, evidence: Evidence): Judged {
  if (seconds === undefined) return notKnown(`no ${setting} is known; it must cover the startup`);
  const start = startOfAtLeast(0, evidence);
  if (start === undefined) return notKnown(`${setting} is ${seconds} s; nothing shows how long the startup takes`);
  const words = `${setting} is ${seconds} s, and the log contains '${start.line}'`;
  return start.seconds <= seconds ? proven(words) : failed(words);
}
