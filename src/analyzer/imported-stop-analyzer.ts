import type { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import type { BaseService, ICluster, TaskDefinition } from 'aws-cdk-lib/aws-ecs';
import { type ITopic, Topic } from 'aws-cdk-lib/aws-sns';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { named } from '../named-errors';
import { stopsByCause, stopsBySeverity } from './resources/stop-metrics';
import type { QueuePair } from './resources/stop-queues';
import { bringTaskRule, rulesBesideService } from './resources/stop-rules';
import type { StopSeverity } from './resources/stop-severity';
import type { IStopAnalyzer, StopAnalyzerAttributes } from './stop-analyzer-reference';
import { tagAcknowledgements } from './subjects/tag-acknowledgements';

/** A stop analyzer that another app deployed. */
export class ImportedStopAnalyzer extends Construct implements IStopAnalyzer {
  public readonly topic: ITopic;
  private readonly queues: QueuePair | undefined;
  private readonly watched: BaseService[] = [];

  constructor(scope: Construct, id: string, { topicArn, queueArn, deadLetterQueueArn }: StopAnalyzerAttributes) {
    super(scope, id);
    named(this, () => requireBothQueues(queueArn, deadLetterQueueArn));
    this.topic = Topic.fromTopicArn(this, 'Topic', topicArn);
    this.queues = queueArn === undefined || deadLetterQueueArn === undefined ? undefined : {
      queue: Queue.fromQueueArn(this, 'Queue', queueArn),
      deadLetterQueue: Queue.fromQueueArn(this, 'DeadLetterQueue', deadLetterQueueArn),
    };
  }

  public watch(service: BaseService): void {
    if (this.queues === undefined) return tagAcknowledgements(service);
    if (this.watched.includes(service)) return;
    this.watched.push(service);
    service.node.addDependency(...rulesBesideService(service, this, this.queues, this.watched));
  }

  public watchTaskDefinition(taskDefinition: TaskDefinition, cluster: ICluster): void {
    if (this.queues !== undefined) bringTaskRule({ node: taskDefinition.node, taskDefinition, cluster }, this, this.queues);
  }

  public metricStops(service: BaseService, cause?: string): Metric {
    return stopsByCause(service, cause);
  }

  public metricStopsBySeverity(service: BaseService, severity: StopSeverity): Metric {
    return stopsBySeverity(service, severity);
  }
}

function requireBothQueues(queueArn: string | undefined, deadLetterQueueArn: string | undefined): void {
  if ((queueArn === undefined) === (deadLetterQueueArn === undefined)) return;
  const [given, missing] = queueArn === undefined ? ['deadLetterQueueArn', 'queueArn'] : ['queueArn', 'deadLetterQueueArn'];
  throw new Error(`'${given}' is set and '${missing}' is not, but the rules of a service must have both; set '${missing}', `
    + 'or leave out both for an analyzer that watches the whole account');
}
