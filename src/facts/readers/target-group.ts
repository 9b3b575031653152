import { readAttribute, readAttributeNames } from './attributes';
import { awaitsOneOf } from './awaits';
import { readListenerRules } from './listener-rules';
import { forwardersOf, hasOtherListeners, isForwardedTo, readListeners } from './listeners';
import { TARGET_GROUP_DEFAULTS as DEFAULTS } from '../../aws/limits';
import { type Fact, isKnown, type Known, UNKNOWN } from '../model/fact';
import type { RegistrationFacts, ServiceRegistrationFacts, TargetGroupFacts, TrafficShiftFacts } from '../model/load-balancer';
import { readList } from '../template/items';
import { placeOf, type Resource } from '../template/resource';
import { asBoolean, asList, asLiteral, asNumber, asObject, asString, at, orElse, type Resolved } from '../template/source/resolved';
import type { Templates } from '../template/templates';

/** What a service offers to load balancers. */
export const readRegistrations = ({ properties }: Resource): Known<readonly ServiceRegistrationFacts[]> =>
  readList(properties.LoadBalancers, loadBalancer => ({
    ...readRegistration(loadBalancer),
    trafficShift: readTrafficShift(at(loadBalancer, 'AdvancedConfiguration')),
  }));

function readTrafficShift(value: Resolved): Fact<TrafficShiftFacts> {
  const shift = asObject(value);
  if (shift === undefined || shift === UNKNOWN) return shift;
  return {
    alternateTargetGroup: asString(shift.AlternateTargetGroupArn),
    productionListenerRule: asString(shift.ProductionListenerRule),
    role: asString(shift.RoleArn),
  };
}

const readRegistration = (loadBalancer: Resolved): RegistrationFacts =>
  ({ containerName: asString(at(loadBalancer, 'ContainerName')), containerPort: asNumber(at(loadBalancer, 'ContainerPort')) });

/** Reads the target groups that a service registers its tasks with; unknown when one of them is declared elsewhere. */
export function readTargetGroups(templates: Templates, service: Resource): Known<readonly TargetGroupFacts[]> {
  const loadBalancers = asList(service.properties.LoadBalancers);
  if (!isKnown(loadBalancers)) return UNKNOWN;
  const groups = loadBalancers.flatMap(loadBalancer => targetGroupsOf(loadBalancer).map(reference => {
    const group = templates.referred(reference, 'AWS::ElasticLoadBalancingV2::TargetGroup');
    return group === undefined ? UNKNOWN : { ...readTargetGroup(templates, group, service), ...readRegistration(loadBalancer) };
  }));
  return groups.every(isKnown) ? groups : UNKNOWN;
}

/** Blue/green deployments swap between two target groups. */
function targetGroupsOf(loadBalancer: Resolved): readonly Resolved[] {
  const references: readonly Resolved[] = [
    at(loadBalancer, 'TargetGroupArn'),
    at(loadBalancer, 'AdvancedConfiguration', 'AlternateTargetGroupArn'),
  ];
  return references.filter(reference => reference !== undefined);
}

function readTargetGroup(templates: Templates, group: Resource, service: Resource): Omit<TargetGroupFacts, keyof RegistrationFacts> {
  const { TargetType: targetType, Port: port, Protocol: protocol, TargetGroupAttributes: attributes } = group.properties;
  const { HealthCheckPort: healthCheckPort, HealthCheckIntervalSeconds: interval, UnhealthyThresholdCount: unhealthy } = group.properties;
  const { HealthCheckTimeoutSeconds: timeout, HealthCheckPath: path, VpcId: vpcId } = group.properties;
  const { HealthCheckProtocol: healthCheckProtocol } = group.properties;
  const forwarders = forwardersOf(templates, group);
  return {
    at: placeOf(group),
    name: asString(group.properties.Name),
    targetType: orElse(asLiteral(targetType), DEFAULTS.targetType),
    port: asNumber(port),
    protocol: asString(protocol),
    healthCheckPort: readHealthCheckPort(healthCheckPort),
    healthCheckIntervalSeconds: orElse(asNumber(interval), DEFAULTS.intervalSeconds),
    healthCheckTimeoutSeconds: asNumber(timeout),
    healthCheckPath: asString(path),
    healthCheckProtocol: asString(healthCheckProtocol),
    preservesClientIp: asBoolean(readAttribute(attributes, 'preserve_client_ip.enabled')),
    vpcId: templates.referred(vpcId, 'AWS::EC2::VPC')?.key ?? asString(vpcId),
    unhealthyThreshold: orElse(asNumber(unhealthy), DEFAULTS.unhealthyThreshold),
    deregistrationDelaySeconds: orElse(
      asNumber(readAttribute(attributes, 'deregistration_delay.timeout_seconds')),
      DEFAULTS.deregistrationDelaySeconds,
    ),
    attributes: readAttributeNames(attributes),
    rules: readListenerRules(templates, forwarders),
    listeners: readListeners(templates, forwarders),
    otherListeners: hasOtherListeners(templates, forwarders),
    forwarded: isForwardedTo(templates, group, service),
    awaited: awaitsOneOf(templates, service, forwarders),
  };
}

const readHealthCheckPort = (value: Resolved): Fact<number> => value === 'traffic-port' ? undefined : asNumber(value);
