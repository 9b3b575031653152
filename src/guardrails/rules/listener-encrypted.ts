import { type Fact, isKnown, UNKNOWN } from '../../facts/model/fact';
import type { ListenerRule, Verdict } from '../model/rule';

/** Policies that refuse everything below TLS 1.2, and those that do not; of one with another name nobody knows. */
const CURRENT = /^ELBSecurityPolicy-(?:TLS13-1-[23]-|TLS-1-2-|FS-1-2-)/;
const OUTDATED = /^ELBSecurityPolicy-(?:201[56]-|TLS13-1-[01]-|TLS-1-[01]-|FS-1-1-|FS-2018-)/;

const POLICIES = 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html';
const REDIRECT = 'https://docs.aws.amazon.com/securityhub/latest/userguide/elb-controls.html#elb-1';

export const listenerEncrypted: ListenerRule = {
  id: 'listener-encrypted',
  class: 'weakens',
  judges: 'listener',
  property: 'Protocol',
  reads: ['targetGroups.listeners.loadBalancer.scheme', 'targetGroups.listeners.protocol', 'targetGroups.listeners.sslPolicy'],
  title: 'Internet-facing listeners should use TLS 1.2 or later.',
  why: 'Without current TLS, anyone on the network path can read and change the traffic between clients and the load balancer.',
  fix: 'Use LoadBalancing.publicHttps() of HardenedFargateService. '
    + 'For other listeners, set certificates and sslPolicy: elbv2.SslPolicy.RECOMMENDED_TLS, and call loadBalancer.addRedirect() for '
    + 'HTTP.',
  see: [
    POLICIES,
    REDIRECT,
    'https://docs.aws.amazon.com/controltower/latest/controlreference/elb-rules.html',
  ],
  prevents: [],
  breaks: { protocol: 'HTTP' },
  holds: ({ protocol, sslPolicy, loadBalancer }) => {
    if (!isKnown(loadBalancer) || loadBalancer.scheme !== 'internet-facing') {
      return isKnown(loadBalancer) && isKnown(loadBalancer.scheme) ? true : UNKNOWN;
    }
    if (protocol === 'HTTP') return { seen: 'the listener forwards HTTP requests', see: [REDIRECT] };
    // Behind TCP and UDP the task itself may speak TLS.
    return protocol === 'HTTPS' || protocol === 'TLS' ? isCurrent(sslPolicy) : UNKNOWN;
  },
};

/** A listener that does not say takes the policy of 2016, unless somebody makes it in the console. */
function isCurrent(policy: Fact<string>): Verdict {
  if (policy === undefined) {
    return { seen: 'the listener has no sslPolicy, so it uses ELBSecurityPolicy-2016-08, which allows TLS 1.0', see: [POLICIES] };
  }
  if (!isKnown(policy) || CURRENT.test(policy)) return isKnown(policy) || UNKNOWN;
  return OUTDATED.test(policy) ? { seen: `the sslPolicy ${policy} allows TLS versions before 1.2`, see: [POLICIES] } : UNKNOWN;
}
