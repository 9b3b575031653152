import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import type { IEventBus } from 'aws-cdk-lib/aws-events';
import { Rule } from 'aws-cdk-lib/aws-events';
import { EventBus as EventBusTarget } from 'aws-cdk-lib/aws-events-targets';
import { type IQueue, Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { keepUserLine } from '../creation-stacks';
import { explainLastQueue } from './resources/cdk-nag';
import { twoRules } from './resources/stop-rules';
import { eventsOfAccount } from './subjects/watched-events';

/**
 * Props of `StopForwarder`.
 */
export interface StopForwarderProps {
  /**
   * The event bus of the stop analyzer, in another account or Region. Its policy must allow this account to put
   * events.
   */
  readonly eventBus: IEventBus;
}

/**
 * Forwards the ECS events of this account and Region to the event bus of a central stop analyzer.
 *
 * @example
 * new StopForwarder(stack, 'StopForwarder', { eventBus: centralBus });
 */
export class StopForwarder extends Construct {
  /**
   * The queue of events that could not be forwarded.
   */
  public readonly deadLetterQueue: IQueue;

  constructor(scope: Construct, id: string, props: StopForwarderProps) {
    super(scope, id);
    using _ = keepUserLine();
    const deadLetterQueue = new Queue(this, 'DeadLetterQueue', {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
      removalPolicy: RemovalPolicy.RETAIN,
    });
    this.deadLetterQueue = deadLetterQueue;
    explainLastQueue(deadLetterQueue);
    const target = new EventBusTarget(props.eventBus, { deadLetterQueue });
    twoRules('', eventsOfAccount(), (ruleId, { description, eventPattern }) =>
      new Rule(this, ruleId, { description, eventPattern, targets: [target] }));
  }
}
