import { readNatGateway } from './nat-gateway';
import { networkPlacementElsewhere, networkPlacementOf } from './network-placement';
import { readRoutes } from './routes';
import { type Fact, type Known, UNKNOWN } from '../model/fact';
import type { RouteFacts, SubnetFacts, TaskRouteFacts } from '../model/network';
import { once } from '../template/once';
import type { Resource } from '../template/resource';
import { asBoolean, asString, identityOf, orElse, type Resolved, UNKNOWN_PART } from '../template/source/resolved';
import type { Templates } from '../template/templates';

/** The subnets that a service's tasks may be placed in; of one that was made elsewhere only the id is known. */
export function readSubnets(templates: Templates, references: Known<readonly Resolved[]>): Known<readonly SubnetFacts[]> {
  if (references === UNKNOWN || references.length === 0) return UNKNOWN;
  return references.map(reference => {
    const subnet = templates.referred(reference, 'AWS::EC2::Subnet');
    return subnet === undefined ? madeElsewhere(reference) : readSubnet(templates, subnet);
  });
}

const nameOf = (identity: Fact<string>): string => typeof identity === 'string' ? identity : UNKNOWN_PART;

const readSubnet = once((templates: Templates, subnet: Resource): SubnetFacts => {
  const { VpcId: vpcId, Ipv6Native: ipv6Native } = subnet.properties;
  const vpc = templates.referred(vpcId, 'AWS::EC2::VPC');
  return {
    ...networkPlacementOf(templates, subnet),
    vpcId: vpc?.key ?? asString(vpcId) ?? UNKNOWN,
    ipv6Only: orElse(asBoolean(ipv6Native), false),
    // Of a VPC that was made elsewhere, the main route table may lead anywhere.
    ...vpc === undefined
      ? { routeTableId: UNKNOWN, routes: UNKNOWN }
      : readRoutes(templates, subnet, (route, facts) => [withGateway(templates, route, facts)]),
  };
});

const withGateway = (templates: Templates, { properties }: Resource, facts: RouteFacts): TaskRouteFacts =>
  facts.target === 'nat-gateway' ? { ...facts, natGateway: readNatGateway(templates, properties.NatGatewayId) } : facts;

const madeElsewhere = (reference: Resolved): SubnetFacts => ({
  ...networkPlacementElsewhere(nameOf(identityOf(reference))),
  vpcId: UNKNOWN,
  ipv6Only: UNKNOWN,
  routeTableId: UNKNOWN,
  routes: UNKNOWN,
});
