import { readNameServers } from './name-servers';
import { readEndpoints } from './vpc-endpoints';
import { type Fact, type Known, UNKNOWN } from '../model/fact';
import type { VpcFacts } from '../model/network';
import { once } from '../template/once';
import { belongingTo } from '../template/refers';
import type { Resource } from '../template/resource';
import { asBoolean, asString, orElse } from '../template/source/resolved';
import type { Templates } from '../template/templates';

/** A VPC that the app declares; of one that was made elsewhere, no endpoint can be seen. */
export const readVpc = (templates: Templates, vpc: Resource | undefined): Known<VpcFacts> =>
  vpc === undefined ? UNKNOWN : readDeclared(templates, vpc);

const readDeclared = once((templates: Templates, vpc: Resource): VpcFacts => ({
  id: vpc.key,
  cidr: onlyRangeOf(templates, vpc),
  dnsSupport: orElse(asBoolean(vpc.properties.EnableDnsSupport), true),
  dnsHostnames: orElse(asBoolean(vpc.properties.EnableDnsHostnames), false),
  nameServers: readNameServers(templates, vpc),
  endpoints: readEndpoints(templates, vpc),
}));

/**
 * An address pool gives the range at deployment: until then it is called what rules call it. More than one range is
 * none that could be named.
 */
function onlyRangeOf(templates: Templates, vpc: Resource): Fact<string> {
  const more = belongingTo(templates, vpc, 'AWS::EC2::VPCCidrBlock', 'VpcId');
  if (more.some(([{ properties }]) => properties.CidrBlock !== undefined || properties.Ipv4IpamPoolId !== undefined)) return UNKNOWN;
  const range = asString(vpc.properties.CidrBlock);
  return typeof range === 'string' ? range : `\${${vpc.key}.CidrBlock}`;
}
