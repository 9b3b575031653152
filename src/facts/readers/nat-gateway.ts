import { readNetworkPlacement } from './network-placement';
import { readRoutes } from './routes';
import { type Known, UNKNOWN } from '../model/fact';
import type { NatGatewayFacts, RouteFacts } from '../model/network';
import { once } from '../template/once';
import type { Resource } from '../template/resource';
import type { Resolved } from '../template/source/resolved';
import type { Templates } from '../template/templates';

/** A NAT gateway with the way on from its subnet; unknown for one that was made elsewhere. */
export function readNatGateway(templates: Templates, reference: Resolved): Known<NatGatewayFacts> {
  const gateway = templates.referred(reference, 'AWS::EC2::NatGateway');
  return gateway === undefined ? UNKNOWN : readDeclared(templates, gateway);
}

const readDeclared = once((templates: Templates, gateway: Resource): NatGatewayFacts => {
  const { SubnetId: subnetId, VpcId: vpcId } = gateway.properties;
  const isRegional = subnetId === undefined && vpcId !== undefined;
  return {
    id: gateway.key,
    site: isRegional ? undefined : readNetworkPlacement(templates, subnetId),
    routes: routesOn(templates, gateway),
  };
});

/**
 * A route that leads back to the gateway itself leads nowhere; of a VPC that was made elsewhere, the main route table
 * may lead anywhere.
 */
function routesOn(templates: Templates, gateway: Resource): Known<readonly RouteFacts[]> {
  const subnet = templates.referred(gateway.properties.SubnetId, 'AWS::EC2::Subnet');
  if (templates.referred(subnet?.properties.VpcId, 'AWS::EC2::VPC') === undefined || subnet === undefined) return UNKNOWN;
  return readRoutes(templates, subnet, (route, facts) => templates.referred(route.properties.NatGatewayId) === gateway ? [] : [facts])
    .routes;
}
