import { readRoutes } from './routes';
import { type Known, UNKNOWN } from '../model/fact';
import type { SubnetFacts } from '../model/network';
import { asString, type Resolved } from '../template/resolved';
import type { Resource } from '../template/resource';
import type { Templates } from '../template/templates';

/** The subnets that a service's tasks may be placed in; of one that was made elsewhere only the id is known. */
export function readSubnets(templates: Templates, references: Known<readonly Resolved[]>): Known<readonly SubnetFacts[]> {
  if (references === UNKNOWN || references.length === 0) return UNKNOWN;
  return references.map(reference => {
    const subnet = templates.referred(reference, 'AWS::EC2::Subnet');
    return subnet === undefined ? madeElsewhere(reference) : readSubnet(templates, subnet);
  });
}

function readSubnet(templates: Templates, subnet: Resource): SubnetFacts {
  const { VpcId: vpcId, AvailabilityZone: zone, CidrBlock: cidr } = subnet.properties;
  const vpc = templates.referred(vpcId, 'AWS::EC2::VPC');
  return {
    id: subnet.key,
    vpcId: vpc?.key ?? asString(vpcId) ?? UNKNOWN,
    availabilityZone: asString(zone),
    cidr: asString(cidr),
    // Of a VPC that was made elsewhere, the main route table may lead anywhere.
    ...vpc === undefined ? { routeTableId: UNKNOWN, routes: UNKNOWN } : readRoutes(templates, subnet),
  };
}

const madeElsewhere = (reference: Resolved): SubnetFacts => ({
  id: typeof reference === 'string' ? reference : '${?}',
  vpcId: UNKNOWN,
  availabilityZone: UNKNOWN,
  cidr: UNKNOWN,
  routeTableId: UNKNOWN,
  routes: UNKNOWN,
});
