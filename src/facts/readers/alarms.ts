import type { AlarmFacts } from '../model/deployment';
import { type Known, UNKNOWN } from '../model/fact';
import { grouped } from '../template/grouped';
import { asItems } from '../template/items';
import { placeOf, type Resource } from '../template/resource';
import { asBoolean, asList, asString, at, type Resolved } from '../template/source/resolved';
import type { Templates } from '../template/templates';

/** The alarms on metrics of a service and of what its requests come through. */
export function readAlarms(templates: Templates, service: Resource): readonly AlarmFacts[] {
  const groups = asItems(service.properties.LoadBalancers)
    .map(entry => templates.referred(at(entry, 'TargetGroupArn')))
    .filter(group => group !== undefined);
  const alarms = [service, ...groups as readonly Resource[]].flatMap(watched => alarmsOn(templates, watched));
  return [...new Set(alarms)].map(alarm => ({ at: placeOf(alarm), metrics: metricsOf(alarm), hasAction: hasAction(templates, alarm) }));
}

/** Metrics name a service by the name that it is given, or by a reference to it. */
const alarmsOn = grouped(templates => {
  const services = new Map(
    templates.ofType('AWS::ECS::Service').map(service => [nameOf(service.stack, service.properties.ServiceName), service]),
  );
  return templates.ofType('AWS::CloudWatch::Alarm').flatMap(alarm => dimensionsOf(alarm)
    .map(value => templates.referred(value) ?? services.get(nameOf(alarm.stack, value)))
    .flatMap(watched => watched === undefined ? [] : [[watched, alarm] as const]));
});

const nameOf = (stack: string, name: Resolved): string => typeof name === 'string' ? `${stack} ${name}` : '';

const computedWith = ({ properties }: Resource): readonly Resolved[] =>
  [properties, ...asItems(properties.Metrics).map(entry => at(entry, 'MetricStat', 'Metric'))];

/** A metric that nobody can name may be any. */
function metricsOf(alarm: Resource): Known<readonly string[]> {
  const metrics = computedWith(alarm).map(metric => [asString(at(metric, 'Namespace')), asString(at(metric, 'MetricName'))])
    .filter(parts => parts.some(part => part !== undefined));
  return metrics.every(parts => parts.every(part => typeof part === 'string')) ? metrics.map(parts => parts.join('/')) : UNKNOWN;
}

/** Those that tell services and target groups apart, of all metrics that an alarm computes with. */
function dimensionsOf(alarm: Resource): readonly Resolved[] {
  return computedWith(alarm).flatMap(metric => asItems(at(metric, 'Dimensions')))
    .filter(dimension => ['ServiceName', 'TargetGroup'].includes(String(asString(at(dimension, 'Name')))))
    .map(dimension => at(dimension, 'Value'));
}

/** An alarm without actions of its own may be a part of another one, or stop a deployment. */
function hasAction(templates: Templates, alarm: Resource): Known<boolean> {
  const actions = asList(alarm.properties.AlarmActions);
  const enabled = asBoolean(alarm.properties.ActionsEnabled) ?? true;
  if (usersOf(templates, alarm).some(user => user.type !== COMPOSITE || hasAction(templates, user) !== false)) return true;
  if (enabled === false) return false;
  if (actions === UNKNOWN) return UNKNOWN;
  return actions.length === 0 ? false : enabled;
}

const COMPOSITE = 'AWS::CloudWatch::CompositeAlarm';

const USERS = [COMPOSITE, 'AWS::CodeDeploy::DeploymentGroup', 'AWS::ECS::Service'];

const usersOf = grouped(templates => {
  const named = new Map(templates.ofType('AWS::CloudWatch::Alarm').map(alarm => [nameOf(alarm.stack, alarm.properties.AlarmName), alarm]));
  return USERS.flatMap(type => templates.ofType(type)).flatMap(user => {
    const referred = user.dependsOn.map(key => templates.withKey(key)).filter(other => other?.type === 'AWS::CloudWatch::Alarm');
    const byName = asItems(at(user.properties.DeploymentConfiguration, 'Alarms', 'AlarmNames')).map(name =>
      named.get(nameOf(user.stack, name)),
    );
    return [...referred, ...byName].flatMap(alarm => alarm === undefined ? [] : [[alarm, user] as const]);
  });
});
