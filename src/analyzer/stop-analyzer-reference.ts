import type { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import type { BaseService, ICluster, TaskDefinition } from 'aws-cdk-lib/aws-ecs';
import type { ITopic } from 'aws-cdk-lib/aws-sns';

/**
 * What diagnoses the stopped tasks of services: a `StopAnalyzer` of this app, or one that is deployed already.
 */
export interface IStopAnalyzer {
  /**
   * Where diagnoses are sent to.
   */
  readonly topic: ITopic;

  /**
   * Diagnoses the stopped tasks of one more service; of a service that is watched already, nothing changes.
   */
  watch(service: BaseService): void;

  /**
   * Diagnoses the stopped tasks that are run from a task definition in a cluster without a service, such as scheduled ones.
   */
  watchTaskDefinition(taskDefinition: TaskDefinition, cluster: ICluster): void;

  /**
   * How many tasks of a service failed, or were stopped by one cause, to make alarms of.
   *
   * @param service a service that is watched
   * @param cause the id of a cause, as in docs/CAUSES.md; without one, every task that failed
   */
  metricStops(service: BaseService, cause?: string): Metric;
}

/**
 * A stop analyzer that is deployed already, in the same account and Region.
 */
export interface StopAnalyzerAttributes {
  /**
   * The ARN of the topic that it sends diagnoses to.
   */
  readonly topicArn: string;

  /**
   * The ARN of the queue that it takes events from. It has to be one with `services: []`, which admits rules of every stack.
   *
   * @default - it watches the whole account, or the cluster of the service, so that the service needs no rules of its own
   */
  readonly queueArn?: string;

  /**
   * The ARN of its dead-letter queue, which takes what EventBridge cannot put into `queueArn`; it goes together with that.
   *
   * @default - none is needed without `queueArn`
   */
  readonly deadLetterQueueArn?: string;
}
