import { readAttribute } from './attributes';
import { readSecurityGroups } from './security-groups';
import { readSubnets } from './subnets';
import type { Fact, Known } from '../model/fact';
import type { LoadBalancerFacts } from '../model/load-balancer';
import type { SecurityGroupFacts } from '../model/network';
import { readList } from '../template/items';
import { once } from '../template/once';
import { placeOf, type Resource } from '../template/resource';
import { asBoolean, asList, asString, at, orElse, type Resolved } from '../template/source/resolved';
import type { Templates } from '../template/templates';

/** Reads a load balancer; what it does not say, Elastic Load Balancing decides: open to the internet, and unprotected. */
export const readLoadBalancer = once((templates: Templates, loadBalancer: Resource): LoadBalancerFacts => {
  const type = orElse(asString(loadBalancer.properties.Type), 'application');
  return {
    at: placeOf(loadBalancer),
    type,
    scheme: orElse(asString(loadBalancer.properties.Scheme), 'internet-facing'),
    securityGroups: securityGroupsOf(templates, loadBalancer, type),
    subnets: readSubnets(templates, subnetsOf(loadBalancer)),
    deletionProtection: isProtectedLater(templates, loadBalancer) || isOn(loadBalancer, 'deletion_protection.enabled'),
    dropsInvalidHeaders: isOn(loadBalancer, 'routing.http.drop_invalid_header_fields.enabled'),
    accessLogs: isOn(loadBalancer, 'access_logs.s3.enabled'),
  };
});

/** Subnets by themselves, or each with addresses of its own. */
function subnetsOf({ properties: { Subnets: subnets, SubnetMappings: mappings } }: Resource): Known<readonly Resolved[]> {
  return subnets === undefined ? readList(mappings, mapping => at(mapping, 'SubnetId')) : asList(subnets);
}

/** `HardenedFargateService` protects by a call that waits for the service: an attribute would block the rollback of a first deployment. */
const isProtectedLater = (templates: Templates, { key }: Resource): boolean =>
  templates.ofType('Custom::LoadBalancerDeletionProtection').some(({ properties }) => JSON.stringify(properties).includes(`\${${key}.`));

const isOn = ({ properties }: Resource, attribute: string): Known<boolean> =>
  orElse(asBoolean(readAttribute(properties.LoadBalancerAttributes, attribute)), false);

/** An application load balancer that names none has the default group of its VPC, a network load balancer has none at all. */
function securityGroupsOf(templates: Templates, { properties }: Resource, type: Known<string>): Fact<readonly SecurityGroupFacts[]> {
  const references = asList(properties.SecurityGroups);
  const hasNone = type === 'network' && Array.isArray(references) && references.length === 0;
  return hasNone ? undefined : readSecurityGroups(templates, properties.SecurityGroups);
}
