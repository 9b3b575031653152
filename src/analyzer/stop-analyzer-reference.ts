import type { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import type { BaseService, ICluster, TaskDefinition } from 'aws-cdk-lib/aws-ecs';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { StopSeverity } from './resources/stop-severity';

/**
 * A stop analyzer: a `StopAnalyzer` of this app, or an imported one.
 */
export interface IStopAnalyzer {
  /**
   * The topic for diagnoses.
   */
  readonly topic: ITopic;

  /**
   * Adds a service. A service that is already watched is not added again.
   */
  watch(service: BaseService): void;

  /**
   * Adds the standalone tasks of a task definition in a cluster, such as scheduled tasks.
   */
  watchTaskDefinition(taskDefinition: TaskDefinition, cluster: ICluster): void;

  /**
   * Returns the metric of a service's failed tasks, or of tasks that one cause stopped, for your own alarms.
   *
   * @param service a service of this analyzer
   * @param cause the id of a cause, as in docs/CAUSES.md; without one, every task that failed
   */
  metricStops(service: BaseService, cause?: string): Metric;

  /**
   * Returns the metric of a service's stopped tasks with this severity.
   *
   * @param service a service of this analyzer
   * @param severity the severity
   */
  metricStopsBySeverity(service: BaseService, severity: StopSeverity): Metric;
}

/**
 * Attributes of a deployed stop analyzer in the same account and Region.
 */
export interface StopAnalyzerAttributes {
  /**
   * The ARN of its topic.
   */
  readonly topicArn: string;

  /**
   * The ARN of its queue. The analyzer must have `services: []`, so its queue accepts events from rules of all
   * stacks.
   *
   * @default - no rules are created; the analyzer must watch the whole account, or the cluster of the service
   */
  readonly queueArn?: string;

  /**
   * The ARN of its dead-letter queue, for events that EventBridge cannot deliver to `queueArn`. Required with
   * `queueArn`.
   *
   * @default - none is needed without `queueArn`
   */
  readonly deadLetterQueueArn?: string;
}
