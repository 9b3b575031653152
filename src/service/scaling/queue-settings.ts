import { Annotations, Duration, Token } from 'aws-cdk-lib';
import type * as ecs from 'aws-cdk-lib/aws-ecs';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import type { WatchedQueue } from '../../observability/queue-alarms';
import type { QueueScaling } from '../options/scaling';
import { deadLetterQueueOf } from '../validation/require-queue';

/** What is watched of the queue that scales a service. */
export function watchedQueue(service: ecs.FargateService, { queue, options }: QueueScaling): WatchedQueue {
  const { maxMessageAge = maxMessageAgeOf(queue), noDeadLetterQueueReason: reason } = options;
  const deadLetterQueue = deadLetterQueueOf(queue, options);
  if (deadLetterQueue === undefined && reason !== undefined) {
    const worker = service.node.scope?.node.path;
    Annotations.of(service).addInfo(`the queue '${queue.node.path}' of '${worker}' has no dead-letter queue: ${reason}`);
  }
  return { queue, deadLetterQueue, maxMessageAge };
}

const SHORTEST_AGE = Duration.minutes(15);

/** A message is of this age when it has failed once and its second try is over. */
function maxMessageAgeOf({ node: { defaultChild } }: sqs.IQueue): Duration {
  if (!(defaultChild instanceof sqs.CfnQueue)) return Duration.hours(1);
  const { visibilityTimeout = 30 } = defaultChild;
  if (Token.isUnresolved(visibilityTimeout)) return Duration.hours(1);
  return Duration.seconds(Math.max(SHORTEST_AGE.toSeconds(), 2 * visibilityTimeout));
}
