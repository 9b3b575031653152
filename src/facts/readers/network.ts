import { readSecurityGroups } from './security-groups';
import { readServicesInSubnets, subnetsOf } from './services-in-subnets';
import { readSubnets } from './subnets';
import { readVpc } from './vpc';
import { type Known, UNKNOWN } from '../model/fact';
import type { NetworkFacts } from '../model/network';
import type { Resource } from '../template/resource';
import { asString, at, type Resolved } from '../template/source/resolved';
import type { Templates } from '../template/templates';

/** Where the tasks of a service run, wherever in the app that network is declared. */
export function readNetwork(templates: Templates, service: Resource): Known<NetworkFacts> {
  const configuration = at(service.properties.NetworkConfiguration, 'AwsvpcConfiguration');
  const subnets = subnetsOf(service);
  return {
    assignPublicIp: assignsPublicIp(at(configuration, 'AssignPublicIp')),
    vpc: readVpc(templates, subnets === UNKNOWN ? undefined : vpcOf(templates, subnets)),
    namesSubnets: subnets === UNKNOWN ? UNKNOWN : subnets.length > 0,
    subnets: readSubnets(templates, subnets),
    securityGroups: readSecurityGroups(templates, at(configuration, 'SecurityGroups')),
    servicesInSubnets: readServicesInSubnets(templates, subnets),
  };
}

/** All subnets of a service are in one VPC, so one that the app declares is enough to find it. */
const vpcOf = (templates: Templates, subnets: readonly Resolved[]): Resource | undefined => subnets
  .map(subnet => templates.referred(templates.referred(subnet, 'AWS::EC2::Subnet')?.properties.VpcId, 'AWS::EC2::VPC'))
  .find(vpc => vpc !== undefined);

/** Left out it means no public address. */
function assignsPublicIp(property: Resolved): Known<boolean> {
  const value = asString(property);
  return value === UNKNOWN || value?.includes('${') ? UNKNOWN : value === 'ENABLED';
}
