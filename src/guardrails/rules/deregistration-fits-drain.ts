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
  class: 'hygiene',
  promised: true,
  judges: 'targetGroup',
  property: 'TargetGroupAttributes',
  reads: [
    'targetGroups.containerName',
    'targetGroups.deregistrationDelaySeconds',
    'task.containers.name',
    'task.containers.stopTimeoutSeconds',
  ],
  title: `The deregistration delay should be at least the stop timeout and at most ${LONGEST_SECONDS} seconds.`,
  why: 'A longer delay slows down every deployment. A shorter delay cuts off requests that the container could still finish.',
  fix: 'Set drainTime of HardenedFargateService, or set deregistrationDelay of the target group to the stopTimeout of the container.',
  see: [
    'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/load-balancer-connection-draining.html',
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-target-group-attributes.html#deregistration-delay',
  ],
  prevents: [],
  breaks: { deregistrationDelaySeconds: 300 },
  holds: (group, service) => {
    const { deregistrationDelaySeconds: delay } = group;
    if (!isKnown(delay)) return UNKNOWN;
    if (delay > LONGEST_SECONDS) return { seen: `the deregistration delay is ${delay} seconds` };
    const stopTimeout = stopTimeoutOf(group, service);
    return delay >= stopTimeout || {
      seen: `the deregistration delay is ${delay} seconds, but the stop timeout of the container is ${stopTimeout} seconds`,
    };
  },
};

/** Nothing where it is not set, not known or refused: what nobody chose says nothing about requests. */
function stopTimeoutOf({ containerName }: TargetGroupFacts, { task }: ServiceFacts): number {
  const containers = isKnown(task) && isKnown(task.containers) ? task.containers : [];
  const timeout = isKnown(containerName) ? containers.find(({ name }) => name === containerName)?.stopTimeoutSeconds : UNKNOWN;
  return typeof timeout === 'number' && timeout <= LONGEST_SECONDS ? timeout : 0;
}
