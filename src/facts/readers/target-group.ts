import { isKnown, type Known, UNKNOWN } from '../model/fact';
import type { TargetGroupFacts } from '../model/service';
import { asList, asNumber, asString, at, orElse, type Resolved } from '../template/resolved';
import { placeOf, type Resource } from '../template/resource';
import type { Templates } from '../template/templates';

/** What Elastic Load Balancing does for a target group that does not say. */
const DEFAULTS = { targetType: 'instance', intervalSeconds: 30, healthyThreshold: 5, unhealthyThreshold: 2 };

/** Reads the target groups that a service registers its tasks with; unknown when one of them is declared elsewhere. */
export function readTargetGroups(templates: Templates, service: Resource): Known<readonly TargetGroupFacts[]> {
  const loadBalancers = asList(service.properties.LoadBalancers);
  if (!isKnown(loadBalancers)) return UNKNOWN;
  const groups = loadBalancers.flatMap(targetGroupsOf).map(reference => templates.referred(reference, 'AWS::ElasticLoadBalancingV2::TargetGroup'));
  return groups.every(group => group !== undefined) ? groups.map(readTargetGroup) : UNKNOWN;
}

/** Blue/green deployments swap between two target groups. */
function targetGroupsOf(loadBalancer: Resolved): readonly Resolved[] {
  const references: readonly Resolved[] = [at(loadBalancer, 'TargetGroupArn'), at(loadBalancer, 'AdvancedConfiguration', 'AlternateTargetGroupArn')];
  return references.filter(reference => reference !== undefined);
}

function readTargetGroup(group: Resource): TargetGroupFacts {
  const { TargetType: targetType, Port: port, HealthCheckIntervalSeconds: interval } = group.properties;
  const { HealthyThresholdCount: healthy, UnhealthyThresholdCount: unhealthy } = group.properties;
  return {
    at: placeOf(group),
    targetType: orElse(asString(targetType), DEFAULTS.targetType),
    port: asNumber(port),
    healthCheckIntervalSeconds: orElse(asNumber(interval), DEFAULTS.intervalSeconds),
    healthyThreshold: orElse(asNumber(healthy), DEFAULTS.healthyThreshold),
    unhealthyThreshold: orElse(asNumber(unhealthy), DEFAULTS.unhealthyThreshold),
  };
}
