import type { RemovalPolicy } from 'aws-cdk-lib';
import type { IAlarmAction } from 'aws-cdk-lib/aws-cloudwatch';
import type { BaseService, ICluster } from 'aws-cdk-lib/aws-ecs';
import type { IEventBus } from 'aws-cdk-lib/aws-events';
import type { RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { StopEvidence } from './access/stop-evidence';
import type { StopSeverity } from './resources/stop-severity';

/**
 * What a stop analyzer watches, and whom it tells.
 */
export interface StopAnalyzerProps {
  /**
   * The services whose stopped tasks are diagnosed. More can be added by `watch`. With none (`[]`) the queue admits the
   * rules of every stack of the account and Region, also of other apps, which import the analyzer.
   *
   * @default - every service and task of `cluster`
   */
  readonly services?: BaseService[];

  /**
   * The cluster whose stopped tasks are diagnosed, those of no service included. Not together with `services`.
   *
   * @default - `services`, or every cluster of the account and Region when neither is given
   */
  readonly cluster?: ICluster;

  /**
   * The event bus that the events of ECS are on, such as one that other accounts forward theirs to with a `StopForwarder`. Not
   * together with `services` and `cluster`.
   *
   * @default - the default bus of the account and Region, which ECS puts its events on
   */
  readonly eventBus?: IEventBus;

  /**
   * Other accounts whose stops come in on the event bus, and which the analyzer reads like its own: each has a `StopReaderRole` for
   * it. The account of the analyzer among them means its other Regions.
   *
   * @default - none; the diagnosis of a task of another account rests on its event alone, and says so
   */
  readonly memberAccounts?: string[];

  /**
   * The topic that diagnoses and the analyzer's own alarms are sent to.
   *
   * Alarms may use its key and publish to it, where the app declares them. A key from elsewhere has to let the analyzer
   * and `cloudwatch.amazonaws.com` use it, and a policy from elsewhere, or given to the topic later, alarms publish.
   *
   * @default - an encrypted topic is made, and exposed as `topic`, for you to subscribe to
   */
  readonly topic?: ITopic;

  /**
   * A topic that Amazon Q Developer in chat applications listens to, for Slack and Microsoft Teams.
   *
   * Whatever `topic` is told of is sent to it as a custom notification; those of one service and cause are one thread, where
   * the channel allows threads. A channel reads nothing but custom notifications and events of AWS, so it takes a topic of
   * its own.
   *
   * @default - diagnoses are sent to no chat
   */
  readonly chatTopic?: ITopic;

  /**
   * What the analyzer's own alarms set off beside the message to `topic`, so that they are heard when the topic is what fails:
   * a topic with another key, for instance, or an incident of Systems Manager.
   *
   * @default - the message to `topic` alone; CloudWatch puts each change of an alarm's state on the default event bus, too
   */
  readonly alarmActions?: IAlarmAction[];

  /**
   * How bad a stop has to be for a message. Every diagnosis is logged and put on the event bus in any case.
   *
   * @default [StopSeverity.FAILURE, StopSeverity.NOTICE] - deployments and scale-ins disturb nobody
   */
  readonly notify?: StopSeverity[];

  /**
   * How many messages a minute are sent to `topic`, and to `chatTopic`; a few of them at once. What is more comes together in a
   * digest once a minute. AWS takes an email subscription of more than ten messages a second out of service.
   *
   * @default 10 - from 1 to 60
   */
  readonly messagesPerMinute?: number;

  /**
   * Whether diagnoses leave out what tells who a person is, beside secrets, which they always leave out: e-mail addresses, card,
   * account and phone numbers, and IP addresses outside the private ranges of a VPC.
   *
   * @default false - a diagnosis may quote them from the reasons and messages of a task
   */
  readonly redactPersonalData?: boolean;

  /**
   * What the analyzer reads from the account beyond the event of a stop; its role may do just what that takes.
   *
   * @default - `StopEvidence.ALL`; without `services` and `cluster` everything but the logs
   */
  readonly evidence?: StopEvidence;

  /**
   * How long diagnoses are kept in the analyzer's log, which outlives the stack.
   *
   * @default RetentionDays.THREE_MONTHS
   */
  readonly logRetention?: RetentionDays;

  /**
   * What becomes of the log, the incidents and the events that could not be diagnosed when the analyzer leaves its stack.
   *
   * @default RemovalPolicy.RETAIN - they are read when a deployment has failed and was rolled back
   */
  readonly removalPolicy?: RemovalPolicy;
}
