import type { ScalingFacts } from '../model/deployment';
import { type Fact, isKnown, type Known, UNKNOWN } from '../model/fact';
import { refersTo } from '../template/refers';
import type { Resource } from '../template/resource';
import { asList, asNumber, asString, at } from '../template/source/resolved';
import type { Templates } from '../template/templates';

/** The limits between which scaling moves the number of tasks of a service. */
export function readScaling(templates: Templates, service: Resource): Fact<ScalingFacts> {
  const targets = scalableTargetsOf(templates, service);
  if (!isKnown(targets)) return UNKNOWN;
  const [target] = targets;
  if (target === undefined) return undefined;
  if (targets.length > 1 || target.condition !== undefined) return UNKNOWN;
  return {
    minCapacity: asNumber(target.properties.MinCapacity) ?? UNKNOWN,
    maxCapacity: asNumber(target.properties.MaxCapacity) ?? UNKNOWN,
    startsFirstTask: startsFirstTask(templates, target, service),
  };
}

/** What target tracking reads of running tasks only: without tasks it has no data, and changes nothing. */
const OF_RUNNING_TASKS = ['ECSServiceAverageCPUUtilization', 'ECSServiceAverageMemoryUtilization'];

function startsFirstTask(templates: Templates, target: Resource, service: Resource): Fact<boolean> {
  const schedules = asList(target.properties.ScheduledActions);
  if (schedules === UNKNOWN || schedules.length > 0) return schedules === UNKNOWN ? UNKNOWN : true;
  const starts = templates.ofType('AWS::ApplicationAutoScaling::ScalingPolicy').flatMap((policy): Fact<boolean>[] => {
    const isOfTarget = isPolicyOf(templates, policy, target, service);
    if (isOfTarget === false) return [];
    return [isOfTarget === true ? hasValueWithoutTasks(policy) : UNKNOWN];
  });
  if (starts.includes(true)) return true;
  return starts.includes(UNKNOWN) ? UNKNOWN : starts.at(0);
}

const isPolicyOf = (templates: Templates, policy: Resource, target: Resource, service: Resource): Known<boolean> =>
  policy.properties.ScalingTargetId === undefined
    ? scales(templates, policy, service)
    : refersTo(templates, policy.properties.ScalingTargetId, target);

function hasValueWithoutTasks({ properties }: Resource): Known<boolean> {
  const tracking = properties.TargetTrackingScalingPolicyConfiguration;
  if (tracking === undefined) return true;
  const metric = asString(at(at(tracking, 'PredefinedMetricSpecification'), 'PredefinedMetricType'));
  return metric === UNKNOWN ? UNKNOWN : metric === undefined || !OF_RUNNING_TASKS.includes(metric);
}

/** What scales the tasks of a service; unknown when nothing certainly does, but there is something of which nobody knows what it scales. */
export function scalableTargetsOf(templates: Templates, service: Resource): Known<readonly Resource[]> {
  const targets = templates.ofType('AWS::ApplicationAutoScaling::ScalableTarget').filter(scalesTasks)
    .map(target => [target, scales(templates, target, service)] as const);
  const own = targets.filter(([, isIts]) => isIts === true).map(([target]) => target);
  return own.length === 0 && targets.some(([, isIts]) => isIts === UNKNOWN) ? UNKNOWN : own;
}

/** Tables, functions and much else are scaled in the same way. */
function scalesTasks({ properties }: Resource): boolean {
  const dimension = asString(properties.ScalableDimension);
  return typeof dimension !== 'string' || dimension === 'ecs:service:DesiredCount';
}

/**
 * The id of what is scaled, `service/cluster/service`, ends in the name of a service, or in a reference to one;
 * references hold slashes of their own.
 */
function scales(templates: Templates, target: Resource, service: Resource): Known<boolean> {
  const id = asString(target.properties.ResourceId);
  if (typeof id !== 'string') return UNKNOWN;
  const last = /(?<![^/])(?:\$\{[^}]*\}|[^/$]|\$(?!\{))+$/.exec(id)?.[0] ?? id;
  if (last.includes('${')) return refersTo(templates, last, service);
  if (last !== service.properties.ServiceName) return false;
  // Stacks of several accounts and Regions may use a name again.
  return target.stack === service.stack || UNKNOWN;
}
