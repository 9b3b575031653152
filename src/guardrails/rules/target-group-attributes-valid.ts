import { isKnown, UNKNOWN } from '../../facts/model/fact';
import type { TargetGroupRule } from '../model/rule';

const OF_APPLICATION: ReadonlySet<string> = new Set([
  'load_balancing.algorithm.anomaly_mitigation',
  'load_balancing.algorithm.type',
  'slow_start.duration_seconds',
  'stickiness.app_cookie.cookie_name',
  'stickiness.app_cookie.duration_seconds',
  'stickiness.lb_cookie.duration_seconds',
]);

const OF_NETWORK: ReadonlySet<string> = new Set([
  'deregistration_delay.connection_termination.enabled',
  'preserve_client_ip.enabled',
  'proxy_protocol_v2.enabled',
  'target_health_state.unhealthy.connection_termination.enabled',
  'target_health_state.unhealthy.draining_interval_seconds',
]);

const OF_OTHERS: readonly string[] = [
  'lambda.multi_value_headers.enabled',
  'target_failover.on_deregistration',
  'target_failover.on_unhealthy',
];

/** What target groups of tasks do not have, by their protocol; of attributes that are in no list, nobody knows. */
const FOREIGN: Readonly<Record<string, ReadonlySet<string>>> = {
  HTTP: new Set([...OF_NETWORK, ...OF_OTHERS]),
  HTTPS: new Set([...OF_NETWORK, ...OF_OTHERS]),
  TCP: new Set([...OF_APPLICATION, ...OF_OTHERS]),
  TLS: new Set([...OF_APPLICATION, ...OF_OTHERS]),
  UDP: new Set([...OF_APPLICATION, ...OF_OTHERS]),
  TCP_UDP: new Set([...OF_APPLICATION, ...OF_OTHERS]),
};

export const targetGroupAttributesValid: TargetGroupRule = {
  id: 'target-group-attributes-valid',
  class: 'refused',
  judges: 'targetGroup',
  property: 'TargetGroupAttributes',
  reads: ['targetGroups.attributes', 'targetGroups.protocol'],
  title: 'A target group should set only attributes that its load balancer type supports.',
  why: 'Elastic Load Balancing rejects an attribute that only another type of load balancer has, and CloudFormation rolls back the stack.',
  fix: 'Remove the call of setAttribute that sets it, or the property of elbv2.CfnTargetGroup. '
    + 'HardenedFargateService sets only attributes of its load balancer; remove the override.',
  see: ['https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_TargetGroupAttribute.html'],
  prevents: [],
  breaks: { attributes: ['proxy_protocol_v2.enabled'] },
  holds: ({ attributes, protocol }) => {
    if (!isKnown(attributes) || typeof protocol !== 'string') return UNKNOWN;
    const foreign = FOREIGN[protocol];
    if (foreign === undefined) return UNKNOWN;
    const found = attributes.filter(attribute => foreign.has(attribute));
    return found.length === 0 || { seen: `a target group with protocol ${protocol} has no attribute ${found.join(' and ')}` };
  },
};
