import { type Fact, isKnown, UNKNOWN } from '../../facts/model/fact';
import type { ListenerRule, Verdict } from '../model/rule';

/** Policies that refuse everything below TLS 1.2, and those that do not; of one with another name nobody knows. */
const CURRENT = /^ELBSecurityPolicy-(?:TLS13-1-[23]-|TLS-1-2-|FS-1-2-)/;
const OUTDATED = /^ELBSecurityPolicy-(?:201[56]-|TLS13-1-[01]-|TLS-1-[01]-|FS-1-1-|FS-2018-)/;

export const listenerEncrypted: ListenerRule = {
  id: 'listener-encrypted',
  level: 'error',
  judges: 'listener',
  property: 'Protocol',
  title: 'A listener that forwards requests from the internet speaks TLS 1.2 or later; one on port 80 redirects to it.',
  why: 'Whoever sits between a client and the load balancer reads and changes what is not encrypted, and what old versions of TLS encrypt.',
  fix: 'Use LoadBalancing.publicHttps() of HardenedFargateService, or give the listener certificates and sslPolicy: '
    + 'elbv2.SslPolicy.RECOMMENDED_TLS, and call loadBalancer.addRedirect() for HTTP.',
  see: [
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/elb-controls.html#elb-1',
    'https://docs.aws.amazon.com/controltower/latest/controlreference/elb-rules.html',
  ],
  prevents: [],
  breaks: { protocol: 'HTTP' },
  holds: ({ protocol, sslPolicy, loadBalancer }) => {
    if (!isKnown(loadBalancer) || loadBalancer.scheme !== 'internet-facing') {
      return isKnown(loadBalancer) && isKnown(loadBalancer.scheme) ? true : UNKNOWN;
    }
    if (protocol === 'HTTP') return { seen: 'it forwards requests that come over HTTP' };
    // Behind TCP and UDP the task itself may speak TLS.
    return protocol === 'HTTPS' || protocol === 'TLS' ? isCurrent(sslPolicy) : UNKNOWN;
  },
};

/** A listener that does not say takes the policy of 2016, unless somebody makes it in the console. */
function isCurrent(policy: Fact<string>): Verdict {
  if (policy === undefined) return { seen: 'it has no sslPolicy, so that it takes ELBSecurityPolicy-2016-08, which allows TLS 1.0' };
  if (!isKnown(policy) || CURRENT.test(policy)) return isKnown(policy) || UNKNOWN;
  return OUTDATED.test(policy) ? { seen: `${policy} allows TLS before 1.2` } : UNKNOWN;
}
