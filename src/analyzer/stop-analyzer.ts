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
import { evidenceOf } from './access/evidence-of';
import { EvidencePolicy } from './access/evidence-policy';
import { ImportedStopAnalyzer } from './imported-stop-analyzer';
import { referWeakly } from '../weak-references';
import { defineAlarms } from './resources/analyzer-alarms';
import { defineFunction } from './resources/analyzer-function';
import { explainToCdkNag } from './resources/cdk-nag';
import { admitAlarms, defineTopic } from './resources/diagnosis-topic';
import { defineIncidentTable } from './resources/incident-table';
import { messagesPerMinute } from './resources/messages-per-minute';
import { sayWhereToLook } from './resources/say-where-to-look';
import { defineSchedules } from './resources/schedules';
import { stopsOf } from './resources/stop-metrics';
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
 * Says why tasks stopped: takes the events of ECS, diagnoses each, and sends the diagnosis to a topic, a log and the event bus.
 *
 * @example
 * // One for the account and Region: it watches every service that runs there.
 * new StopAnalyzer(stack, 'StopAnalyzer', { topic: oncall });
 */
export class StopAnalyzer extends Construct implements IStopAnalyzer {
  /**
   * An analyzer that is deployed already, by another app.
   */
  public static fromStopAnalyzerAttributes(scope: Construct, id: string, attributes: StopAnalyzerAttributes): IStopAnalyzer {
    return new ImportedStopAnalyzer(scope, id, attributes);
  }

  /**
   * The analyzer that the services of one stack share which report to the same topic; it watches this service from now on.
   *
   * What it holds outlives the stack if any of these services asks for that.
   */
  public static forService(service: BaseService, topic?: ITopic, removalPolicy: RemovalPolicy = RemovalPolicy.RETAIN): StopAnalyzer {
    const analyzer = StopAnalyzer.sharedIn(service, topic, removalPolicy);
    analyzer.watch(service);
    return analyzer;
  }

  /**
   * The same for the tasks that are run from a task definition in a cluster without a service.
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
   * Where diagnoses are sent to.
   */
  public readonly topic: ITopic;

  /**
   * Where events wait to be diagnosed.
   */
  public readonly queue: IQueue;

  /**
   * Events that could not be read, diagnosed or delivered, unchanged; the message attribute `reason` says why.
   */
  public readonly deadLetterQueue: IQueue;

  /**
   * The function that diagnoses.
   */
  public readonly handler: IFunction;

  /**
   * The role of `handler`, which a `StopReaderRole` of another account trusts.
   */
  public readonly role: IRole;

  /**
   * Alarms of the analyzer itself; they report to `topic`, and set off `alarmActions`.
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
    const { handler, role } = defineFunction(this, {
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
    const evidencePolicy = evidence.sources.length === 0 ? undefined : new EvidencePolicy(this, 'Evidence', { role, evidence });
    defineSchedules(this.queues);
    this.alarms = defineAlarms(this, { queues: this.queues, handler, log: this.log, topic: this.topic, actions: props.alarmActions });

    const { incidents, log } = this;
    explainToCdkNag({ handler, role, mapping: this.node.findChild('Stops'), deadLetterQueue: this.deadLetterQueue, incidents });
    referWeakly(this);
    this.subjects = new WatchedSubjects(this, { queues: this.queues, log, evidencePolicy });
    this.watchSubject(props);
    sayWhereToLook(this, { topic: this.topic, log, incidents, role, memberAccounts: props.memberAccounts });
  }

  /**
   * Diagnoses the stopped tasks of one more service, in this stack or another one; of a service that is watched already, nothing
   * changes. The rules lie in the stack of the service.
   */
  public watch(service: BaseService): void {
    this.subjects.watchService(service);
  }

  /**
   * Diagnoses the stopped tasks that are run from a task definition in a cluster without a service, such as scheduled ones. The
   * rule lies in the stack of the task definition.
   */
  public watchTaskDefinition(taskDefinition: TaskDefinition, cluster: ICluster): void {
    this.subjects.watchTasks({ node: taskDefinition.node, taskDefinition, cluster });
  }

  /**
   * How many tasks of a service failed, or were stopped by one cause, to make alarms of.
   *
   * CloudWatch counts the diagnoses in the analyzer's log, from the deployment on in which a metric is first asked for.
   *
   * @param service a service that is watched
   * @param cause the id of a cause, as in docs/CAUSES.md; without one, every task that failed
   */
  public metricStops(service: BaseService, cause?: string): Metric {
    return stopsOf(this.log, service, { cause });
  }

  /**
   * How many tasks of a service stopped that were as bad as this, benign stops included, which nobody is told of.
   *
   * @param service a service that is watched
   * @param severity how bad
   */
  public metricStopsBySeverity(service: BaseService, severity: StopSeverity): Metric {
    return stopsOf(this.log, service, { severity });
  }

  /**
   * Shows the incidents of the services that are watched on a CloudWatch dashboard: what stops, how often, why, and what to do.
   *
   * The first widget brings a function that reads the table of incidents, and nothing else. Whoever looks at the dashboard needs
   * `lambda:InvokeFunction` on it.
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
