import { type Duration, Lazy } from 'aws-cdk-lib';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as actions from 'aws-cdk-lib/aws-cloudwatch-actions';
import type * as sns from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import type { AlarmDefinition } from './alarm-definition';
import { type AlarmOptions, OptionalAlarm } from './alarm-options';
import { connectionResets, deploymentResets, type WatchedConnections } from './connection-alarms';
import { deploymentErrors, isOfNetwork, loadBalancingAlarms, noHealthyTarget, type WatchedGroup } from './load-balancing-alarms';
import { optionalAlarms, optionalTargetAlarms, unhealthyTargets } from './optional-alarms';
import { deadLetters, messagesTooOld, type WatchedQueue } from './queue-alarms';
import type { WatchedTargets } from './request-errors';
import { type CountedService, taskAlarms } from './task-alarms';
import { usageAlarms } from './usage-alarms';
import { DOCUMENT_OF_ALARMS } from '../causes/documents';

/** What the alarms watch, and whom they tell. */
export interface ServiceAlarmsProps extends CountedService {
  /**
   * What requests are sent to, attached to a listener.
   *
   * @default - nothing about load balancing is watched, until `watchTargets` is called
   */
  readonly targets?: WatchedTargets;
  /**
   * What connections are sent to, attached to a listener.
   *
   * @default - no network load balancer is watched, until `watchTargets` is called
   */
  readonly connections?: WatchedConnections;
  /**
   * The topic that is told when something is wrong with the service, and when all is well again.
   *
   * CloudWatch has to be allowed to publish to it. Where the topic is encrypted, its customer managed key has to allow
   * `cloudwatch.amazonaws.com` the actions `kms:Decrypt` and `kms:GenerateDataKey*` (the key `alias/aws/sns` never
   * does); where it has a policy of its own, also one made by `enforceSSL`, that has to allow `sns:Publish`.
   *
   * @default - the alarms change their state, but tell nobody
   */
  readonly topic?: sns.ITopic;
  /**
   * The queue that the service takes its work from.
   *
   * @default - no queue is watched
   */
  readonly queue?: WatchedQueue;
  readonly startupTime: Duration;
  readonly maxCapacity?: number;
  readonly failedTasks?: () => cloudwatch.IMetric;
  readonly options?: AlarmOptions;
}

/** The alarms of a service. */
export interface ServiceAlarms {
  /** What can be wrong, one alarm each; they tell nobody by themselves. */
  readonly alarms: cloudwatch.Alarm[];
  /** Fires once when the first of them does, and is over when the last of them is. */
  readonly health: cloudwatch.CompositeAlarm;
  /** Each of them rolls deployments back. */
  readonly rollbacks: readonly cloudwatch.Alarm[];
  /** Watches a target group that was attached later, and returns what rolls deployments back. */
  watchTargets(id: string, group: WatchedGroup): readonly cloudwatch.Alarm[];
}

/** Makes the alarms of a service below `scope`, in the order in which a reader asks. */
export function serviceAlarms(scope: Construct, props: ServiceAlarmsProps): ServiceAlarms {
  const { service, targets, connections, topic, queue, startupTime, options = {} } = props;
  const home = new Construct(scope, 'Alarms');
  const apart = new Construct(home, 'Alternate');
  const alarms: cloudwatch.Alarm[] = [];
  const add = (parent: Construct, definitions: readonly AlarmDefinition[]) => definitions.forEach(definition => {
    const alarm = makeAlarm(parent, definition);
    // An alarm that fires on missing data would fire until the first task is up.
    alarm.node.addDependency(service);
    alarms.push(alarm);
  });
  const rollbackOn = (parent: Construct, definition: AlarmDefinition | undefined): readonly cloudwatch.Alarm[] =>
    definition && options.rollback !== false ? [makeAlarm(parent, definition)] : [];

  add(home, [
    ...taskAlarms(props),
    ...usageAlarms(service),
    ...targets ? loadBalancingAlarms(targets) : [],
    ...connections ? connectionAlarms(connections, startupTime, options) : [],
    ...queue ? [messagesTooOld(queue)] : [],
    ...optionalAlarms(options, { ...props, targetGroup: targets?.group }),
  ]);
  const [first, second] = eachGroup(targets);
  add(apart, ofAlternate(props));
  const health = new cloudwatch.CompositeAlarm(home, 'Health', {
    alarmDescription: `A problem with ${scope.node.path}. The descriptions of the child alarms state the problem and the first step.`,
    alarmRule: { renderAlarmRule: () => Lazy.string({ produce: () => oneOf(alarms) }) },
  });
  tell(topic, [health, ...deadLettersOf(queue).map(definition => makeAlarm(home, definition))]);
  return {
    alarms,
    health,
    rollbacks: [...rollbackOn(home, first ? deploymentErrors(first) : ofConnections(connections)), ...rollbackOn(apart, ofSecond(second))],
    watchTargets: (id, group) => {
      const parent = new Construct(home, id);
      if (isOfNetwork(group)) {
        add(parent, connectionAlarms({ group }, startupTime, options));
        return [];
      }
      add(parent, [...loadBalancingAlarms({ group }), ...optionalTargetAlarms(options, group, startupTime)]);
      return rollbackOn(parent, deploymentErrors({ group }));
    },
  };
}

const connectionAlarms = (connections: WatchedConnections, startupTime: Duration, options: AlarmOptions): readonly AlarmDefinition[] => [
  noHealthyTarget(connections.group, connections.alternate),
  ...unhealthyConnections(connections, connections.group, startupTime, options),
  ...connectionResets(connections),
];

/** Where neither requests nor resets are known, only checks of health say that some of the tasks fail. */
const unhealthyConnections = (
  { ownLoadBalancer }: WatchedConnections, group: WatchedGroup, startupTime: Duration, { more = [] }: AlarmOptions,
): readonly AlarmDefinition[] =>
  ownLoadBalancer === undefined || more.includes(OptionalAlarm.UNHEALTHY_TARGETS) ? [unhealthyTargets(group, startupTime)] : [];

/** What is watched of the group that deployments shift to. */
function ofAlternate({ targets, connections, startupTime, options = {} }: ServiceAlarmsProps): readonly AlarmDefinition[] {
  if (connections?.alternate) return unhealthyConnections(connections, connections.alternate, startupTime, options);
  return targets?.alternate ? optionalTargetAlarms(options, targets.alternate, startupTime) : [];
}

const ofConnections = (connections?: WatchedConnections): AlarmDefinition | undefined =>
  connections?.ownLoadBalancer && deploymentResets(connections.ownLoadBalancer);

/** Two groups, each by itself: the few requests that a new version gets first would not show in the sum. */
function eachGroup(targets: WatchedTargets | undefined): readonly (WatchedTargets | undefined)[] {
  return targets?.alternate === undefined ? [targets] : [{ group: targets.group }, { group: targets.alternate }];
}

const deadLettersOf = (queue: WatchedQueue | undefined): readonly AlarmDefinition[] =>
  queue?.deadLetterQueue === undefined ? [] : [deadLetters(queue.deadLetterQueue)];

const ofSecond = (second: WatchedTargets | undefined): AlarmDefinition | undefined => second && deploymentErrors(second);

const oneOf = (alarms: readonly cloudwatch.Alarm[]): string =>
  cloudwatch.AlarmRule.anyOf(...alarms.map(alarm => cloudwatch.AlarmRule.fromAlarm(alarm, cloudwatch.AlarmState.ALARM))).renderAlarmRule();

const makeAlarm = (scope: Construct, definition: AlarmDefinition): cloudwatch.Alarm => new cloudwatch.Alarm(scope, definition.id, {
  alarmDescription: `${definition.means} ${definition.first} (${DOCUMENT_OF_ALARMS})`,
  metric: definition.metric,
  comparisonOperator: definition.operator,
  threshold: definition.threshold,
  datapointsToAlarm: definition.datapoints,
  evaluationPeriods: definition.evaluationPeriods,
  treatMissingData: definition.missingData,
});

function tell(topic: sns.ITopic | undefined, alarms: readonly cloudwatch.AlarmBase[]): void {
  if (topic === undefined) return;
  const action = new actions.SnsAction(topic);
  for (const alarm of alarms) {
    alarm.addAlarmAction(action);
    alarm.addOkAction(action);
  }
}
