import type { LoadBalancerFacts } from '../../facts/model/load-balancer';
import type { LoadBalancerRule } from '../model/rule';

/** A network load balancer does not look into requests: it has no headers to drop, and logs TLS connections only. */
export const loadBalancerProtected: LoadBalancerRule = {
  id: 'load-balancer-protected',
  class: 'hygiene',
  promised: true,
  judges: 'loadBalancer',
  property: 'LoadBalancerAttributes',
  reads: [
    'targetGroups.listeners.loadBalancer.accessLogs',
    'targetGroups.listeners.loadBalancer.deletionProtection',
    'targetGroups.listeners.loadBalancer.dropsInvalidHeaders',
    'targetGroups.listeners.loadBalancer.type',
  ],
  title: 'Load balancers should have deletion protection, drop invalid headers, and write access logs.',
  why: 'A replacement load balancer has a new DNS name. Invalid headers enable request smuggling. '
    + 'Without access logs, you cannot trace requests.',
  fix: 'Set deletionProtection: true and dropInvalidHeaderFields: true on the load balancer, and call '
    + 'loadBalancer.logAccessLogs(bucket). HardenedFargateService sets these on the load balancer that it creates.',
  see: [
    'https://docs.aws.amazon.com/securityhub/latest/userguide/elb-controls.html#elb-4',
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-load-balancer-attributes.html',
  ],
  prevents: [],
  breaks: { deletionProtection: false },
  holds: loadBalancer => {
    const missing = [...loadBalancer.deletionProtection === false ? ['deletion protection is off'] : [], ...ofApplications(loadBalancer)];
    return missing.length === 0 || { seen: missing.join(', ') };
  },
};

function ofApplications({ type, dropsInvalidHeaders, accessLogs }: LoadBalancerFacts): readonly string[] {
  if (type !== 'application') return [];
  return [
    ...dropsInvalidHeaders === false ? ['invalid headers are forwarded'] : [],
    ...accessLogs === false ? ['access logs are off'] : [],
  ];
}
