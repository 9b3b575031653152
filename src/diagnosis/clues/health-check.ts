import type { Evidence } from '../../evidence/model/evidence';
import { wholeNumber } from '../../evidence/model/json-fields';
import type { TargetGroupSettings } from '../../evidence/model/settings';

/** What a load balancer asks a task, as far as it is known. */
export interface HealthCheck {
  readonly protocol: string | undefined;
  readonly port: number | undefined;
  readonly path: string | undefined;
  readonly matcher: string | undefined;
}

/** Reads the question out of the settings of target group and service. */
export function healthCheckOf(evidence: Evidence): HealthCheck {
  const { targetGroup, named } = evidence;
  const { checkProtocol, protocol, checkPort, path, matcher } = targetGroup ?? {};
  return {
    protocol: checkProtocol ?? protocol,
    port: checkPort ?? servedPort(evidence),
    path: path ?? named?.path,
    matcher,
  };
}

const servedPort = ({ targetGroup, serviceSettings, named }: Evidence): number | undefined =>
  serviceSettings?.containerPort ?? trafficPort(targetGroup) ?? wholeNumber(named?.port);

/** Each target may have a port of its own; that of the group is only the default. */
const trafficPort = (targetGroup: TargetGroupSettings | undefined): number | undefined =>
  targetGroup?.targets.find(({ port }) => port !== undefined)?.port ?? targetGroup?.port;

/** The question and the answer that counts, in words; undefined where nothing is known of it. */
export function healthCheckInWords(evidence: Evidence): string | undefined {
  const { protocol, port, path, matcher } = healthCheckOf(evidence);
  const { intervalSeconds, unhealthyThreshold, timeoutSeconds } = evidence.targetGroup ?? {};
  const words = [
    [protocol, port && `port ${port}`, path].filter(Boolean).join(' '),
    matcher && `expects ${matcher}`,
    timeoutSeconds && `within ${timeoutSeconds} s`,
    intervalSeconds && `every ${intervalSeconds} s`,
    unhealthyThreshold && `unhealthy after ${unhealthyThreshold}`,
  ].filter(Boolean);
  return words.length > 0 ? words.join(', ') : undefined;
}
