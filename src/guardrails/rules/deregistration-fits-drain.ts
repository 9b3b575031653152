import { STOP_TIMEOUT_SECONDS } from '../../aws/limits';
import { isKnown, UNKNOWN } from '../../facts/model/fact';
import type { TargetGroupFacts } from '../../facts/model/load-balancer';
import type { ServiceFacts } from '../../facts/model/service';
import type { TargetGroupRule } from '../model/rule';

/** Fargate gives a container no more time than this to stop, so nothing that a request waits for may take longer. */
const LONGEST_SECONDS = STOP_TIMEOUT_SECONDS.most;

/**
 * The stop timeout is where a service says how long its work in flight takes, so a shorter delay cuts requests that the
 * container would finish. AWS, too, recommends to shorten both together for quick requests.
 */
export const deregistrationFitsDrain: TargetGroupRule = {
  id: 'deregistration-fits-drain',
  level: 'warning',
  judges: 'targetGroup',
  property: 'TargetGroupAttributes',
  title: 'A target that goes may finish its requests for as long as its container may take to stop, and for '
    + `no longer than ${LONGEST_SECONDS} seconds.`,
  why: 'The load balancer keeps every replaced task for the whole delay as long as a client keeps its connection, five minutes by '
    + 'default, so that deployments crawl; a delay that is too short cuts requests.',
  fix: 'Set drainTime of HardenedFargateService, or deregistrationDelay of the target group to the stopTimeout of the container.',
  see: [
    'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/load-balancer-connection-draining.html',
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-target-group-attributes.html#deregistration-delay',
  ],
  prevents: [],
  breaks: { deregistrationDelaySeconds: 300 },
  holds: (group, service) => {
    const { deregistrationDelaySeconds: delay } = group;
    if (!isKnown(delay)) return UNKNOWN;
    if (delay > LONGEST_SECONDS) return { seen: `a target that goes is kept for ${delay} seconds` };
    const stopTimeout = stopTimeoutOf(group, service);
    return delay >= stopTimeout || { seen: `requests are cut after ${delay} seconds, but the container may take ${stopTimeout} to stop` };
  },
};

/** Nothing where it is not set, not known or refused: what nobody chose says nothing about requests. */
function stopTimeoutOf({ containerName }: TargetGroupFacts, { task }: ServiceFacts): number {
  const containers = isKnown(task) && isKnown(task.containers) ? task.containers : [];
  const timeout = isKnown(containerName) ? containers.find(({ name }) => name === containerName)?.stopTimeoutSeconds : UNKNOWN;
  return typeof timeout === 'number' && timeout <= LONGEST_SECONDS ? timeout : 0;
}
