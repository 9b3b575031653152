import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import type { Alarm, CustomWidget, Metric } from 'aws-cdk-lib/aws-cloudwatch';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import type { BaseService, ICluster, TaskDefinition } from 'aws-cdk-lib/aws-ecs';
import type { IRole } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct, type IConstruct } from 'constructs';
import { keepUserLine } from '../creation-stacks';
import { naming } from '../named-errors';
import { referWeakly } from '../weak-references';
import { evidenceOf } from './access/evidence-of';
import { EvidencePolicy } from './access/evidence-policy';
import type { StopEvidence } from './access/stop-evidence';
import { ImportedStopAnalyzer } from './imported-stop-analyzer';
import { defineAlarms } from './resources/analyzer-alarms';
import { defineFunction } from './resources/analyzer-function';
import { explainToCdkNag } from './resources/cdk-nag';
import { admitAlarms, defineTopic } from './resources/diagnosis-topic';
import { defineIncidentTable } from './resources/incident-table';
import { messagesPerMinute } from './resources/messages-per-minute';
import { sayWhereToLook } from './resources/say-where-to-look';
import { defineSchedules } from './resources/schedules';
import { stopsByCause, stopsBySeverity } from './resources/stop-metrics';
import { StopQueues } from './resources/stop-queues';
import { StopSeverity } from './resources/stop-severity';
import { identityOf } from './resources/topic-identity';
import { WatchedSubjects } from './resources/watched-subjects';
import type { StopAnalyzerProps } from './stop-analyzer-props';
import type { IStopAnalyzer, StopAnalyzerAttributes } from './stop-analyzer-reference';
import { requireMemberAccounts } from './subjects/require-member-accounts';
import { requireOneSubject } from './subjects/require-one-subject';
import { incidentsWidget, type IncidentsWidgetOptions } from '../widget/incidents-widget';

/**
 * Diagnoses stopped tasks. It receives the events of ECS, and sends each diagnosis to a topic, a log, and the event
 * bus.
 *
 * @example
 * // One for the account and Region: it watches every service that runs there.
 * new StopAnalyzer(stack, 'StopAnalyzer', { topic: oncall });
 */
export class StopAnalyzer extends Construct implements IStopAnalyzer {
  /**
   * Imports an analyzer that another app has deployed.
   */
  public static fromStopAnalyzerAttributes(scope: Construct, id: string, attributes: StopAnalyzerAttributes): IStopAnalyzer {
    return new ImportedStopAnalyzer(scope, id, attributes);
  }

  /**
   * Returns the analyzer that the services of one stack with the same topic share, and adds this service to it.
   *
   * Its data is retained if any of these services has `RemovalPolicy.RETAIN`.
   */
  public static forService(service: BaseService, topic?: ITopic, removalPolicy: RemovalPolicy = RemovalPolicy.RETAIN): StopAnalyzer {
    const analyzer = StopAnalyzer.sharedIn(service, topic, removalPolicy);
    analyzer.watch(service);
    return analyzer;
  }

  /**
   * Does the same for the standalone tasks of a task definition in a cluster.
   */
  public static forTaskDefinition(tasks: TaskDefinition, cluster: ICluster, topic?: ITopic, removalPolicy?: RemovalPolicy): StopAnalyzer {
    const analyzer = StopAnalyzer.sharedIn(tasks, topic, removalPolicy);
    analyzer.watchTaskDefinition(tasks, cluster);
    return analyzer;
  }

  private static sharedIn(service: IConstruct, topic: ITopic | undefined, removalPolicy = RemovalPolicy.RETAIN): StopAnalyzer {
    const stack = Stack.of(service);
    const shared = stack.node.children.filter(child => child instanceof StopAnalyzer).filter(({ node }) => node.id.startsWith(SHARED_ID));
    const id = shared.length === 0 ? SHARED_ID : `${SHARED_ID}${service.node.addr.slice(-8)}`;
    const analyzer = shared.find(({ reportsTo }) => reportsTo === identityOf(topic))
      ?? new StopAnalyzer(stack, id, { services: [], topic, removalPolicy });
    if (removalPolicy !== RemovalPolicy.DESTROY) analyzer.keepRecords(removalPolicy);
    return analyzer;
  }

  /**
   * The topic for diagnoses.
   */
  public readonly topic: ITopic;

  /**
   * The queue of events that wait for a diagnosis.
   */
  public readonly queue: IQueue;

  /**
   * The queue of events that could not be read, diagnosed, or delivered. The message attribute `reason` has the
   * reason.
   */
  public readonly deadLetterQueue: IQueue;

  /**
   * The Lambda function that diagnoses stopped tasks.
   */
  public readonly handler: IFunction;

  /**
   * The role of `handler`, which a `StopReaderRole` of another account trusts.
   */
  public readonly role: IRole;

  /**
   * The alarms of the analyzer itself. They notify `topic`, and trigger `alarmActions`.
   */
  public readonly alarms: Alarm[];

  private readonly queues: StopQueues;
  private readonly log: LogGroup;
  private readonly incidents: Table;
  private readonly subjects: WatchedSubjects;
  private readonly reportsTo: string | undefined;

  constructor(scope: Construct, id: string, props: StopAnalyzerProps = {}) {
    super(scope, id);
    using _ = keepUserLine();
    try {
      requireOneSubject(props);
      requireMemberAccounts(props);

      this.reportsTo = identityOf(props.topic);
      this.queues = new StopQueues(this);
      this.incidents = defineIncidentTable(this);
      this.log = new LogGroup(this, 'Log', { retention: props.logRetention ?? RetentionDays.THREE_MONTHS });
      this.keepRecords(props.removalPolicy ?? RemovalPolicy.RETAIN);
      ({ queue: this.queue, deadLetterQueue: this.deadLetterQueue } = this.queues);
      this.topic = props.topic === undefined ? defineTopic(this) : admitAlarms(props.topic);
      const evidence = evidenceOf(props);
      const { handler, role, readTags } = defineFunction(this, {
        queues: this.queues,
        topic: this.topic,
        chatTopic: props.chatTopic,
        incidents: this.incidents,
        notify: props.notify ?? [StopSeverity.FAILURE, StopSeverity.NOTICE],
        messagesPerMinute: messagesPerMinute(props),
        redactPersonalData: props.redactPersonalData ?? false,
        acknowledgedInTags: props.services === undefined,
        logGroup: this.log,
        evidence,
        memberAccounts: props.memberAccounts,
      });
      this.handler = handler;
      this.role = role;
      const evidencePolicy = this.policyOf(evidence);
      defineSchedules(this.queues);
      this.alarms = defineAlarms(this, { queues: this.queues, handler, log: this.log, topic: this.topic, actions: props.alarmActions });

      const { incidents, log } = this;
      explainToCdkNag({ handler, role, mapping: this.node.findChild('Stops'), deadLetterQueue: this.deadLetterQueue, incidents });
      referWeakly(this);
      this.subjects = new WatchedSubjects(this, { queues: this.queues, evidencePolicy, readTags });
      this.watchSubject(props);
      sayWhereToLook(this, { topic: this.topic, log, incidents, role, memberAccounts: props.memberAccounts });
    } catch (error) {
      throw naming(this, error);
    }
  }

  private policyOf(evidence: StopEvidence): EvidencePolicy | undefined {
    return evidence.sources.length === 0 ? undefined : new EvidencePolicy(this, 'Evidence', { role: this.role, evidence });
  }

  /**
   * Adds a service of this stack or another one. A service that is already watched is not added again. The rules are
   * in the stack of the service. If there are more than 20 services, those of a stack and cluster share rules.
   */
  public watch(service: BaseService): void {
    this.subjects.watchService(service);
  }

  /**
   * Adds the standalone tasks of a task definition in a cluster, such as scheduled tasks. The rule is in the stack of
   * the task definition.
   */
  public watchTaskDefinition(taskDefinition: TaskDefinition, cluster: ICluster): void {
    this.subjects.watchTasks({ node: taskDefinition.node, taskDefinition, cluster });
  }

  /**
   * Returns the metric of a service's failed tasks, or of tasks that one cause stopped, for your own alarms.
   *
   * The analyzer writes it for each stop. CloudWatch bills it only for the hours in which tasks stopped.
   *
   * @param service a service of this analyzer
   * @param cause the id of a cause, as in docs/CAUSES.md; without one, every task that failed
   */
  public metricStops(service: BaseService, cause?: string): Metric {
    return stopsByCause(service, cause);
  }

  /**
   * Returns the metric of a service's stopped tasks with this severity.
   *
   * @param service a service of this analyzer
   * @param severity the severity
   */
  public metricStopsBySeverity(service: BaseService, severity: StopSeverity): Metric {
    return stopsBySeverity(service, severity);
  }

  /**
   * Returns a widget for a CloudWatch dashboard that shows the incidents of the watched services: what stops, how
   * often, why, and what to do.
   *
   * The first widget creates a function that can only read the table of incidents. Viewers of the dashboard need
   * `lambda:InvokeFunction` for it.
   */
  public incidentsWidget(options?: IncidentsWidgetOptions): CustomWidget {
    return incidentsWidget(this, this.incidents, options);
  }

  private watchSubject({ services, cluster, eventBus, evidence }: StopAnalyzerProps): void {
    if (services === undefined) return this.subjects.watchAll({ cluster, eventBus });
    services.forEach(service => this.watch(service));
    // The analyzer of a stack is told what it watches as soon as it is made.
    if (services.length === 0 && !this.node.id.startsWith(SHARED_ID)) this.subjects.openToAccount(evidence !== undefined);
  }

  /** Unnamed, so that what is kept never stands in the way of the next deployment. */
  private keepRecords(removalPolicy: RemovalPolicy): void {
    for (const kept of [this.log, this.queues.deadLetterQueue, this.incidents]) kept.applyRemovalPolicy(removalPolicy);
  }
}

/** The id for the first topic of a stack, whichever that is: another `alarmTopic` leaves the queues and the log where they are. */
const SHARED_ID = 'HardenedFargateStopAnalyzer';
