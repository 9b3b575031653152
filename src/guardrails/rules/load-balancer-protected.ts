import type { LoadBalancerFacts } from '../../facts/model/load-balancer';
import type { LoadBalancerRule } from '../model/rule';

/** A network load balancer does not look into requests: it has no headers to drop, and logs TLS connections only. */
export const loadBalancerProtected: LoadBalancerRule = {
  id: 'load-balancer-protected',
  level: 'warning',
  judges: 'loadBalancer',
  property: 'LoadBalancerAttributes',
  title: 'Load balancers are protected from deletion; those for applications drop invalid headers and keep access logs.',
  why: 'A new load balancer has another name, a header that two programs read differently smuggles requests past the first, and '
    + 'without a record nobody knows who asked for what.',
  fix: 'Let HardenedFargateService make the load balancer, or set deletionProtection: true and dropInvalidHeaderFields: true on it and '
    + 'call loadBalancer.logAccessLogs(bucket).',
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
    ...dropsInvalidHeaders === false ? ['invalid headers are passed on'] : [],
    ...accessLogs === false ? ['no access log is kept'] : [],
  ];
}
