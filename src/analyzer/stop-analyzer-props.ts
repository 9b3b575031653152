import type { RemovalPolicy } from 'aws-cdk-lib';
import type { IAlarmAction } from 'aws-cdk-lib/aws-cloudwatch';
import type { BaseService, ICluster } from 'aws-cdk-lib/aws-ecs';
import type { IEventBus } from 'aws-cdk-lib/aws-events';
import type { RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { StopEvidence } from './access/stop-evidence';
import type { StopSeverity } from './resources/stop-severity';

/**
 * Props of `StopAnalyzer`.
 */
export interface StopAnalyzerProps {
  /**
   * The services whose stopped tasks are diagnosed. Call `watch` to add more. With an empty list, the queue accepts
   * events from rules of all stacks in the account and Region, also of other apps that import the analyzer.
   *
   * @default - all services and tasks of `cluster`
   */
  readonly services?: BaseService[];

  /**
   * The cluster whose stopped tasks are diagnosed, standalone tasks included. It cannot be set together with
   * `services`.
   *
   * @default - `services`; all clusters of the account and Region if neither is set
   */
  readonly cluster?: ICluster;

  /**
   * The event bus with the events of ECS, such as one to which other accounts forward events with a `StopForwarder`.
   * It cannot be set together with `services` or `cluster`.
   *
   * @default - the default event bus of the account and Region
   */
  readonly eventBus?: IEventBus;

  /**
   * The accounts that forward events and that the analyzer reads, 200 at most. Each has a `StopReaderRole`. To read
   * other Regions of the analyzer's own account, include that account.
   *
   * @default - none; the diagnosis of a task in another account uses only its event
   */
  readonly memberAccounts?: string[];

  /**
   * The topic for diagnoses and for the alarms of the analyzer.
   *
   * If the app declares the topic and its key, alarms get permission to publish. An imported key must allow the
   * analyzer and `cloudwatch.amazonaws.com` to use it. An imported policy, or one that is added later, must allow
   * alarms to publish.
   *
   * @default - an encrypted topic is created; subscribe to `topic`
   */
  readonly topic?: ITopic;

  /**
   * The topic for Amazon Q Developer in chat applications (Slack and Microsoft Teams).
   *
   * It receives the messages of `topic` as custom notifications. Notifications with the same service and cause form a
   * thread if the channel supports threads. It must be another topic, because a channel accepts only custom
   * notifications and AWS events.
   *
   * @default - no chat notifications
   */
  readonly chatTopic?: ITopic;

  /**
   * More actions for the alarms of the analyzer, in case `topic` itself fails. Examples are a topic with another key,
   * or an incident in Systems Manager.
   *
   * @default - only `topic`; CloudWatch also sends each change of alarm state to the default event bus
   */
  readonly alarmActions?: IAlarmAction[];

  /**
   * The severities that send a message. Each diagnosis is written to the log and the event bus in any case.
   *
   * @default [StopSeverity.FAILURE, StopSeverity.NOTICE] - no messages for deployments and scale-in
   */
  readonly notify?: StopSeverity[];

  /**
   * The maximum number of messages per minute to `topic` and to `chatTopic`. Further messages are combined into one
   * digest per minute. SNS disables an email subscription that receives more than ten messages per second.
   *
   * @default 10 - from 1 to 60
   */
  readonly messagesPerMinute?: number;

  /**
   * Whether diagnoses redact personal data: email addresses, card, account, and phone numbers, and public IP
   * addresses. Secrets are always redacted.
   *
   * @default false - a diagnosis can quote them
   */
  readonly redactPersonalData?: boolean;

  /**
   * The evidence that the analyzer reads from the account, in addition to the event. Its role has only the
   * permissions for these reads.
   *
   * @default - `StopEvidence.ALL`; without `services` and `cluster`, all evidence except logs
   */
  readonly evidence?: StopEvidence;

  /**
   * The retention period of the analyzer's log.
   *
   * @default RetentionDays.THREE_MONTHS
   */
  readonly logRetention?: RetentionDays;

  /**
   * Whether the log, the incidents, and the dead letters are retained when the analyzer is removed from its stack.
   *
   * @default RemovalPolicy.RETAIN - they are available after a deployment that was rolled back
   */
  readonly removalPolicy?: RemovalPolicy;
}
