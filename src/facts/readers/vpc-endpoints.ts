import { readEndpointPolicy } from './endpoint-policy';
import { readNetworkPlacements } from './network-placement';
import { readSecurityGroups } from './security-groups';
import { regionalServiceOf } from '../../aws/endpoint-services';
import { namesAws } from '../../aws/partitions';
import { type Fact, isKnown, type Known, UNKNOWN } from '../model/fact';
import type { EndpointFacts } from '../model/network';
import { asItems } from '../template/items';
import { belongingTo } from '../template/refers';
import { foreignRegion } from '../template/region';
import type { Resource } from '../template/resource';
import { asBoolean, asList, asString, isOpen, orElse, type Resolved } from '../template/source/resolved';
import type { Templates } from '../template/templates';

const TYPES = ['Interface', 'Gateway', 'GatewayLoadBalancer'] as const;

/** The endpoints that the app declares on a VPC, and those of which nobody knows the VPC, or whether they are made at all. */
export function readEndpoints(templates: Templates, vpc: Resource): readonly EndpointFacts[] {
  return belongingTo(templates, vpc, 'AWS::EC2::VPCEndpoint', 'VpcId').flatMap(([endpoint, certain]) => {
    const type = typeOf(endpoint);
    return type === undefined ? [] : [{ ...readEndpoint(templates, endpoint, type), ...certain ? {} : PERHAPS }];
  });
}

/** Of an endpoint that may be elsewhere, nobody knows whether names and routes lead to it. */
const PERHAPS: Pick<EndpointFacts, 'privateDns' | 'routeTableIds'> = { privateDns: UNKNOWN, routeTableIds: UNKNOWN };

function readEndpoint(templates: Templates, { key, stack, properties }: Resource, type: EndpointFacts['type']): EndpointFacts {
  return {
    id: key,
    service: serviceOf(asString(properties.ServiceName)),
    // Unless another Region is asked for, AWS knows service names of the own one only.
    region: foreignRegion(templates, stack, asString(properties.ServiceRegion)),
    type,
    state: asString(properties.State),
    privateDns: privateDnsOf(templates, properties.PrivateDnsEnabled),
    subnets: readNetworkPlacements(templates, asList(properties.SubnetIds)),
    routeTableIds: idsOf(templates, properties.RouteTableIds),
    securityGroups: readSecurityGroups(templates, properties.SecurityGroupIds),
    policy: readEndpointPolicy(templates, properties.PolicyDocument),
  };
}

/** Endpoints to resources and service networks serve no AWS service, so they are left out. */
function typeOf({ properties }: Resource): EndpointFacts['type'] | undefined {
  const type = orElse(asString(properties.VpcEndpointType), 'Gateway');
  return isKnown(type) ? TYPES.find(known => known === type) : UNKNOWN;
}

const serviceOf = (name: Fact<string>): Known<string> => typeof name === 'string' ? regionalServiceOf(name) ?? UNKNOWN : UNKNOWN;

/** Without private DNS a hosted zone of the user's own may give the endpoint its service's name. */
function privateDnsOf(templates: Templates, enabled: Resolved): Known<boolean> {
  const privateDns = orElse(asBoolean(enabled), false);
  return privateDns === false && templates.ofType('AWS::Route53::HostedZone').some(mayNameAws) ? UNKNOWN : privateDns;
}

function mayNameAws({ properties: { Name: name, VPCs: vpcs } }: Resource): boolean {
  const isPrivate = isOpen(vpcs) || asItems(vpcs).length > 0;
  return isPrivate && (typeof name !== 'string' || name.includes('${') || namesAws(name));
}

function idsOf(templates: Templates, references: Resolved): Known<readonly string[]> {
  const list = asList(references);
  if (!isKnown(list)) return UNKNOWN;
  const ids = list.map(reference => typeof reference === 'string' ? templates.identify(reference) : UNKNOWN);
  return ids.every(isKnown) ? ids : UNKNOWN;
}
