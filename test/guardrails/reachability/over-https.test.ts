import fc from 'fast-check';
import { isKnown, UNKNOWN } from '../../../src/facts/model/fact';
import type { AclRuleFacts, EndpointFacts, NatGatewayFacts, NetworkFacts, RouteFacts, SecurityGroupFacts, SecurityGroupRule, NetworkPlacementFacts, SubnetFacts, TaskRouteFacts, VpcFacts } from '../../../src/facts/model/network';
import type { StatementFacts } from '../../../src/facts/model/role';
import { type Destination, host, service as aws } from '../../../src/guardrails/reachability/destination';
import { EVERYWHERE } from '../../../src/guardrails/reachability/ipv4-range';
import { reach } from '../../../src/guardrails/reachability/over-https';
import type { Blame, Obstacle } from '../../../src/guardrails/reachability/reach';
import { fuzz } from '../../fuzz';
import { HARDENED_NAT_GATEWAY, HARDENED_NETWORK } from '../hardened-facts';

const route = (target: RouteFacts['target'], destination: RouteFacts['destination'] = EVERYWHERE): TaskRouteFacts =>
  ({ destination, target, natGateway: target === 'nat-gateway' ? HARDENED_NAT_GATEWAY : undefined });
const rule = (peer: SecurityGroupRule['peer'], port = 443): SecurityGroupRule => ({ protocol: 'tcp', fromPort: port, toPort: port, peer });

const known = <T>(value: T | typeof UNKNOWN): T => {
  if (!isKnown(value)) throw new Error('the hardened network is known');
  return value;
};
const VPC = known(HARDENED_NETWORK.vpc);
const SUBNETS = known(HARDENED_NETWORK.subnets).map((subnet): SubnetFacts => ({ ...subnet, routes: [] }));
const TASK_GROUP = known(HARDENED_NETWORK.securityGroups)[0];
const endpoint = (service: string): EndpointFacts => known(VPC.endpoints).find(each => each.service === service)!;

const vpcWith = (...endpoints: EndpointFacts[]): VpcFacts => ({ ...VPC, endpoints });
const network = (patch: Partial<NetworkFacts>): NetworkFacts => ({ ...HARDENED_NETWORK, subnets: SUBNETS, ...patch });
const subnets = (...patches: Partial<SubnetFacts>[]): SubnetFacts[] => patches.map((patch, index) => ({ ...SUBNETS[index], ...patch }));
const tasksMayCall = (...egress: SecurityGroupRule[]): SecurityGroupFacts[] => [{ ...TASK_GROUP, egress }];
const admitting = (...ingress: SecurityGroupRule[]): VpcFacts => vpcWith({ ...endpoint('logs'), securityGroups: [{ id: 'Shop/EndpointGroup', ingress, egress: [] }] });

const nat = subnets({ routes: [route('nat-gateway')] });
/** Subnets with a route to a NAT gateway that differs from a sound one. */
const behind = (patch: Partial<NatGatewayFacts>) => subnets({ routes: [{ ...route('nat-gateway'), natGateway: { ...HARDENED_NAT_GATEWAY, ...patch } }] });
const guardedNat = (acl: NetworkPlacementFacts['acl'], id = 'Shop/PublicSubnet') => behind({ site: { id, availabilityZone: 'eu-west-1a', cidr: '10.0.9.0/24', acl } });

const open = subnets({ routes: [route('internet-gateway')] });
const isolated = subnets({});

const aclRule = (egress: boolean, [fromPort, toPort]: [number, number], range = EVERYWHERE): AclRuleFacts =>
  ({ number: 100, egress, allows: true, protocol: '6', range, fromPort, toPort });
const OPEN_ACL = known(SUBNETS[0].acl);
const allow = (actions: string[], resources: string[]): StatementFacts => ({ effect: 'Allow', actions, resources, conditional: false });

/** What the network ACL around a NAT gateway needs for the subnet 10.0.0.0/24. */
const NAT_RULES = {
  callsIn: aclRule(false, [443, 443], '10.0.0.0/16'),
  callsOut: aclRule(true, [443, 443]),
  answersIn: aclRule(false, [1024, 65535]),
  answersOut: aclRule(true, [1024, 65535], '10.0.0.0/16'),
};
const natRulesBut = (...missing: (keyof typeof NAT_RULES)[]): AclRuleFacts[] =>
  Object.entries(NAT_RULES).filter(([name]) => !(missing as string[]).includes(name)).map(([, allowed]) => allowed);

const DESTINATIONS = {
  logs: aws('logs', ['logs:CreateLogStream', 'logs:PutLogEvents']),
  s3: aws('s3', ['s3:GetObject'], 'arn:${AWS::Partition}:s3:::prod-${AWS::Region}-starport-layer-bucket/layer'),
  registry: host('ghcr.io'),
  image: { ...aws('ecr.dkr', []), ipv4Only: true },
  elsewhere: { ...aws('logs', []), region: 'us-east-1' },
  somewhere: { ...aws('logs', []), region: UNKNOWN },
} satisfies Record<string, Destination>;

/** Sources: VPC user guide (route tables, NAT, security groups), AWS PrivateLink guide (private DNS, gateway endpoints), ECR user guide (VPC endpoints). */
type Answer = true | typeof UNKNOWN | [Blame, RegExp];

const TRUTH: [sentence: string, destination: keyof typeof DESTINATIONS, patch: Partial<NetworkFacts>, answer: Answer][] = [
  // the internet
  ['a subnet with a NAT gateway reaches AWS', 'logs', { subnets: nat, vpc: vpcWith() }, true],
  ['a public subnet and a public address reach AWS', 'logs', { subnets: open, vpc: vpcWith(), assignPublicIp: true }, true],
  ['a public subnet without a public address does not', 'logs', { subnets: open, vpc: vpcWith() }, ['address', /^from Shop\/Subnet0 the only route is to an internet gateway, which a task without a public IP address cannot use$/]],
  ['a public subnet where nobody knows of the public address may', 'logs', { subnets: open, vpc: vpcWith(), assignPublicIp: UNKNOWN }, UNKNOWN],
  ['a public address is of no use in an isolated subnet', 'logs', { subnets: isolated, vpc: vpcWith(), assignPublicIp: true }, ['path', /^from Shop\/Subnet0 there is neither a VPC endpoint nor a route to a NAT gateway$/]],
  ['an isolated subnet without an endpoint does not reach AWS', 'logs', { subnets: isolated, vpc: vpcWith(endpoint('ssm')) }, ['path', /neither/]],
  ['a private range through a NAT gateway does not lead to AWS', 'logs', { subnets: subnets({ routes: [route('nat-gateway', '10.8.0.0/16')] }), vpc: vpcWith() }, ['path', /neither/]],
  ['a part of the internet through a NAT gateway may', 'logs', { subnets: subnets({ routes: [route('nat-gateway', '52.0.0.0/8')] }), vpc: vpcWith() }, UNKNOWN],
  ['a transit gateway may lead to AWS', 'logs', { subnets: subnets({ routes: [route('elsewhere')] }), vpc: vpcWith() }, UNKNOWN],
  ['a peering may lead to the endpoints of another VPC', 'logs', { subnets: subnets({ routes: [route('elsewhere', '10.8.0.0/16')] }), vpc: vpcWith() }, UNKNOWN],
  ['an egress-only gateway may, for services that answer on IPv6', 'logs', { subnets: subnets({ routes: [route('egress-only-gateway', '::/0')] }), vpc: vpcWith() }, UNKNOWN],
  ['unknown routes may', 'logs', { subnets: subnets({ routes: UNKNOWN }), vpc: vpcWith() }, UNKNOWN],
  ['a NAT gateway does not help tasks that may not call out', 'logs', { subnets: nat, vpc: vpcWith(), securityGroups: tasksMayCall(rule('10.0.0.0/16')) }, ['egress', /^from Shop\/Subnet0 the security groups of the tasks do not allow outbound traffic to this destination on port 443$/]],

  // interface endpoints
  ['an isolated subnet with the endpoint reaches the service', 'logs', {}, true],
  ['an endpoint answers in subnets and zones where it has no network interface', 'logs', { vpc: vpcWith({ ...endpoint('logs'), subnets: [{ ...SUBNETS[0], id: 'Shop/Elsewhere' }] }) }, true],
  ['an endpoint without private DNS is not found', 'logs', { vpc: vpcWith({ ...endpoint('logs'), privateDns: false }) }, ['endpoint', /^from Shop\/Subnet0 and Shop\/Subnet1 private DNS of the endpoint Shop\/logs is off$/]],
  ['an endpoint without private DNS leaves the way through a NAT gateway', 'logs', { subnets: nat, vpc: vpcWith({ ...endpoint('logs'), privateDns: false }) }, true],
  ['an endpoint whose private DNS is unknown may be found', 'logs', { vpc: vpcWith({ ...endpoint('logs'), privateDns: UNKNOWN }) }, UNKNOWN],
  ['private DNS needs DNS support of the VPC', 'logs', { vpc: { ...VPC, dnsSupport: false } }, ['dns', /DNS support of Shop\/Vpc is off$/]],
  ['private DNS needs DNS hostnames of the VPC', 'logs', { vpc: { ...VPC, dnsHostnames: false } }, ['dns', /DNS hostnames of Shop\/Vpc are off$/]],
  ['an endpoint that nobody can name may be the one', 'logs', { vpc: vpcWith({ ...endpoint('logs'), service: UNKNOWN }) }, UNKNOWN],
  ['an endpoint of a type that nobody knows may serve', 'logs', { vpc: vpcWith({ ...endpoint('logs'), type: UNKNOWN }) }, UNKNOWN],
  ['an endpoint of a Gateway Load Balancer serves no AWS service', 'logs', { vpc: vpcWith({ ...endpoint('logs'), type: 'GatewayLoadBalancer' }) }, ['path', /neither/]],

  // the subnet of a NAT gateway
  ['a NAT gateway in a subnet without a route to an internet gateway reaches nothing', 'logs', { subnets: behind({ routes: [] }), vpc: vpcWith() }, ['path', /^from Shop\/Subnet0 the subnet of the NAT gateway Shop\/NatGateway has no route to an internet gateway$/]],
  ['a NAT gateway whose way on is for IPv6 only reaches nothing', 'logs', { subnets: behind({ routes: [route('internet-gateway', '::/0')] }), vpc: vpcWith() }, ['path', /no route to an internet gateway/]],
  ['a NAT gateway whose way on is for a private range only reaches nothing', 'logs', { subnets: behind({ routes: [route('internet-gateway', '10.8.0.0/16')] }), vpc: vpcWith() }, ['path', /no route to an internet gateway/]],
  ['a NAT gateway behind a firewall may reach the internet', 'logs', { subnets: behind({ routes: [route('elsewhere')] }), vpc: vpcWith() }, UNKNOWN],
  ['a NAT gateway behind another one may, too', 'logs', { subnets: behind({ routes: [route('nat-gateway')] }), vpc: vpcWith() }, UNKNOWN],
  ['a NAT gateway whose routes are unknown may', 'logs', { subnets: behind({ routes: UNKNOWN }), vpc: vpcWith() }, UNKNOWN],
  ['a NAT gateway in a subnet that nobody knows may', 'logs', { subnets: behind({ site: UNKNOWN }), vpc: vpcWith() }, UNKNOWN],
  ['a NAT gateway that was made elsewhere may', 'logs', { subnets: subnets({ routes: [{ ...route('nat-gateway'), natGateway: UNKNOWN }] }), vpc: vpcWith() }, UNKNOWN],
  ['a regional NAT gateway stands in no subnet and has its own way', 'logs', { subnets: behind({ site: undefined, routes: [] }), vpc: vpcWith() }, true],
  ['a network ACL that lets HTTPS through and its answers back is no obstacle to a NAT gateway', 'logs', { subnets: guardedNat(natRulesBut()), vpc: vpcWith() }, true],
  ['a network ACL that lets no calls of the tasks in is one', 'logs', { subnets: guardedNat(natRulesBut('callsIn')), vpc: vpcWith() }, ['path', /^from Shop\/Subnet0 the network ACLs of the NAT gateway Shop\/NatGateway block HTTPS requests or their responses$/]],
  ['a network ACL that lets no calls out to the internet is one', 'logs', { subnets: guardedNat(natRulesBut('callsOut')), vpc: vpcWith() }, ['path', /of the NAT gateway/]],
  ['a network ACL that lets no answers of the internet in is one', 'logs', { subnets: guardedNat(natRulesBut('answersIn')), vpc: vpcWith() }, ['path', /of the NAT gateway/]],
  ['a network ACL that lets no answers out to the tasks is one', 'logs', { subnets: guardedNat(natRulesBut('answersOut')), vpc: vpcWith() }, ['path', /of the NAT gateway/]],
  ['a network ACL that lets a part of the answers in may do', 'logs', { subnets: guardedNat([...natRulesBut('answersIn'), aclRule(false, [32768, 65535])]), vpc: vpcWith() }, UNKNOWN],
  ['a network ACL around a NAT gateway that nobody knows may do', 'logs', { subnets: guardedNat(UNKNOWN), vpc: vpcWith() }, UNKNOWN],
  ['from the subnet of the NAT gateway itself no call into it is asked for', 'logs', { subnets: guardedNat(natRulesBut('callsIn', 'answersOut'), 'Shop/Subnet0'), vpc: vpcWith() }, true],
  ['another way out makes up for a NAT gateway that reaches nothing', 'logs', { subnets: subnets({ routes: [...known(behind({ routes: [] })[0].routes), route('internet-gateway')] }), vpc: vpcWith(), assignPublicIp: true }, true],

  // IPv6
  ['an internet gateway lets IPv6 out without a public address of IPv4', 'logs', { subnets: subnets({ routes: [route('internet-gateway', '::/0')] }), vpc: vpcWith() }, UNKNOWN],
  ['an image that is named by a host of IPv4 is not pulled through an egress-only gateway', 'image', { subnets: subnets({ routes: [route('egress-only-gateway', '::/0')] }), vpc: vpcWith() }, ['path', /^from Shop\/Subnet0 the only route is for IPv6, and the image name has the IPv4 host of ECR/]],
  ['nor through an internet gateway for IPv6', 'image', { subnets: subnets({ routes: [route('internet-gateway', '::/0')] }), vpc: vpcWith() }, ['path', /the only route is for IPv6/]],
  ['a NAT gateway may translate IPv6 to IPv4', 'image', { subnets: subnets({ ipv6Only: true, routes: [route('egress-only-gateway', '::/0'), route('nat-gateway', '64:ff9b::/96')] }), vpc: vpcWith() }, UNKNOWN],
  ['a way for IPv4 beside that for IPv6 is enough', 'image', { subnets: subnets({ routes: [route('egress-only-gateway', '::/0'), route('nat-gateway')] }), vpc: vpcWith() }, true],
  ['a way for IPv4 is none for tasks without an address of IPv4', 'logs', { subnets: subnets({ ipv6Only: true, routes: [route('nat-gateway')] }), vpc: vpcWith() }, ['path', /neither/]],
  ['a public address is not asked of tasks without an address of IPv4', 'logs', { subnets: subnets({ ipv6Only: true, routes: [route('internet-gateway'), route('internet-gateway', '::/0')] }), vpc: vpcWith() }, UNKNOWN],
  ['an endpoint may answer on IPv4 only', 'logs', { subnets: subnets({ ipv6Only: true }) }, UNKNOWN],
  ['an endpoint that admits nobody shuts out tasks without an address of IPv4, too', 'logs', { subnets: subnets({ ipv6Only: true }), vpc: admitting() }, ['endpoint', /allow no traffic from the tasks/]],
  ['a subnet that nobody knows to be for IPv6 only may be closed or open', 'logs', { subnets: subnets({ ipv6Only: UNKNOWN, routes: [route('nat-gateway')] }), vpc: vpcWith() }, UNKNOWN],

  // Regions
  ['an endpoint of the own Region does not serve another one', 'elsewhere', {}, ['path', /neither/]],
  ['a NAT gateway leads to another Region, past the endpoint of the own one', 'elsewhere', { subnets: nat }, true],
  ['an endpoint of another Region serves that one', 'elsewhere', { vpc: vpcWith({ ...endpoint('logs'), region: 'us-east-1' }) }, true],
  ['an endpoint of another Region does not serve the own one', 'logs', { vpc: vpcWith({ ...endpoint('logs'), region: 'us-east-1' }) }, ['path', /neither/]],
  ['an endpoint of a Region that nobody knows may serve', 'logs', { vpc: vpcWith({ ...endpoint('logs'), region: UNKNOWN }) }, UNKNOWN],
  ['an endpoint may serve a Region that nobody knows', 'somewhere', {}, UNKNOWN],
  ['a Region that nobody knows is reached where both ways are open', 'somewhere', { subnets: nat }, true],
  ['a Region that nobody knows is not reached where there is no endpoint at all', 'somewhere', { vpc: vpcWith() }, ['path', /neither/]],

  // security groups of the endpoint
  ['an endpoint that admits the VPC is reached', 'logs', { vpc: admitting(rule('10.0.0.0/16')) }, true],
  ['an endpoint that admits the subnet is reached', 'logs', { subnets: isolated, vpc: admitting(rule('10.0.0.0/24')) }, true],
  ['an endpoint that admits another subnet only is not', 'logs', { vpc: admitting(rule('10.0.0.0/24')) }, ['endpoint', /^from Shop\/Subnet1 the security groups Shop\/EndpointGroup of the endpoint Shop\/logs allow no traffic from the tasks on port 443$/]],
  ['an endpoint that admits nothing is not', 'logs', { vpc: admitting() }, ['endpoint', /allow no traffic from the tasks/]],
  ['an endpoint that admits another group only is not', 'logs', { vpc: admitting(rule('Shop/OtherGroup')) }, ['endpoint', /allow no traffic from the tasks/]],
  ['an endpoint that admits tasks on another port only is not', 'logs', { vpc: admitting(rule('Shop/TaskGroup', 80)) }, ['endpoint', /allow no traffic from the tasks/]],
  ['an endpoint that shuts tasks out takes their names over from the NAT gateway', 'logs', { subnets: nat, vpc: admitting() }, ['endpoint', /allow no traffic from the tasks/]],
  ['an endpoint that admits a prefix list may be reached', 'logs', { vpc: admitting(rule('pl-1')) }, UNKNOWN],
  ['an endpoint whose rules are unknown may be reached', 'logs', { vpc: vpcWith({ ...endpoint('logs'), securityGroups: UNKNOWN }) }, UNKNOWN],
  ['an endpoint that admits the VPC is reached when nobody knows the range of either', 'logs',
    { subnets: subnets({ cidr: UNKNOWN }), vpc: { ...admitting(rule('${Shop/Vpc.CidrBlock}')), cidr: '${Shop/Vpc.CidrBlock}' } }, true],
  ['an endpoint that admits a range may be reached from a subnet of which nobody knows the range', 'logs', { subnets: subnets({ cidr: UNKNOWN }), vpc: admitting(rule('10.0.9.0/24')) }, UNKNOWN],

  // security groups of the tasks
  ['tasks that may call the group of the endpoint reach it', 'logs', { securityGroups: tasksMayCall(rule('Shop/EndpointGroup')) }, true],
  ['tasks that may call the VPC reach the endpoint', 'logs', { securityGroups: tasksMayCall(rule('10.0.0.0/16')) }, true],
  ['tasks that may call nobody do not', 'logs', { securityGroups: tasksMayCall() }, ['egress', /the security groups of the tasks do not allow outbound traffic to this destination on port 443$/]],
  ['tasks that may call a database only do not', 'logs', { securityGroups: tasksMayCall(rule('Shop/Database', 5432)) }, ['egress', /the security groups of the tasks do not allow outbound traffic to this destination on port 443$/]],
  ['tasks that may call a part of the VPC may reach the endpoint', 'logs', { securityGroups: tasksMayCall(rule('10.0.7.0/24')) }, UNKNOWN],
  ['tasks whose second group is unknown may', 'logs', { securityGroups: [...tasksMayCall(), { id: 'sg-1', ingress: UNKNOWN, egress: UNKNOWN }] }, UNKNOWN],

  // S3
  ['a gateway endpoint on the route table serves the subnet', 's3', {}, true],
  ['a gateway endpoint on another route table does not', 's3', { vpc: vpcWith({ ...endpoint('s3'), routeTableIds: ['Shop/RouteTable0'] }) }, ['path', /^from Shop\/Subnet1 the gateway endpoint Shop\/s3 is not associated with the route table$/]],
  ['a gateway endpoint on another route table leaves the way through a NAT gateway', 's3', { subnets: nat, vpc: vpcWith({ ...endpoint('s3'), routeTableIds: [] }) }, true],
  ['a gateway endpoint needs no DNS of its own', 's3', { vpc: { ...VPC, dnsHostnames: false } }, true],
  ['a gateway endpoint on unknown route tables may', 's3', { vpc: vpcWith({ ...endpoint('s3'), routeTableIds: UNKNOWN }) }, UNKNOWN],
  ['tasks that may call the VPC only do not reach S3 through a gateway endpoint', 's3', { securityGroups: tasksMayCall(rule('10.0.0.0/16')) }, ['egress', /the security groups of the tasks do not allow outbound traffic to this destination on port 443$/]],
  ['tasks that may call a prefix list may', 's3', { securityGroups: tasksMayCall(rule('pl-1')) }, UNKNOWN],
  ['an interface endpoint for S3 may serve layers', 's3', { vpc: vpcWith({ ...endpoint('logs'), service: 's3' }) }, UNKNOWN],

  // what is not known
  ['an imported VPC may', 'logs', { vpc: UNKNOWN }, UNKNOWN],
  ['a VPC with endpoints that nobody sees may', 'logs', { vpc: { ...VPC, endpoints: UNKNOWN } }, UNKNOWN],
  ['unknown subnets may', 'logs', { subnets: UNKNOWN }, UNKNOWN],
  ['one closed subnet among unknown ones is enough for a failure', 'logs', { subnets: subnets({ routes: UNKNOWN }, {}), vpc: vpcWith() }, ['path', /^from Shop\/Subnet1 there is neither/]],
  ['one closed subnet among open ones is enough for a failure', 'logs', { subnets: subnets({ routes: [route('nat-gateway')] }, {}), vpc: vpcWith() }, ['path', /^from Shop\/Subnet1 there is neither/]],
  // name servers
  ['a NAT gateway does not help where no names are resolved', 'logs', { subnets: nat, vpc: { ...VPC, dnsSupport: false, endpoints: [] } }, ['dns', /DNS support of Shop\/Vpc is off/]],
  ['a NAT gateway may help where a name server of the user\'s own resolves names', 'logs', { subnets: nat, vpc: { ...VPC, dnsSupport: false, nameServers: ['10.0.0.9'], endpoints: [] } }, UNKNOWN],
  ['a VPC without host names reaches AWS through a NAT gateway', 'logs', { subnets: nat, vpc: { ...VPC, dnsHostnames: false, endpoints: [] } }, true],
  ['an endpoint with private DNS is refused by AWS in a VPC without host names, whatever a NAT gateway would do', 'logs', { subnets: nat, vpc: { ...VPC, dnsHostnames: false } }, ['dns', /DNS hostnames of Shop\/Vpc are off/]],
  ['a name server of the user\'s own may lead past the endpoint', 'logs', { vpc: { ...VPC, nameServers: ['10.0.0.9'] } }, UNKNOWN],

  // network ACLs
  ['a network ACL without rules closes the way out', 'logs', { subnets: subnets({ routes: [route('nat-gateway')], acl: [] }), vpc: vpcWith() }, ['path', /network ACL/]],
  ['a network ACL that lets HTTPS out and answers in is no obstacle', 'logs', { subnets: subnets({ routes: [route('nat-gateway')], acl: [aclRule(true, [443, 443]), aclRule(false, [1024, 65535])] }), vpc: vpcWith() }, true],
  ['a network ACL that forgets the answers closes the way', 'logs', { subnets: subnets({ routes: [route('nat-gateway')], acl: [aclRule(true, [443, 443]), aclRule(false, [443, 443])] }), vpc: vpcWith() }, ['path', /does not allow inbound responses/]],
  ['a network ACL that lets answers in to some ports only may do', 'logs', { subnets: subnets({ routes: [route('nat-gateway')], acl: [aclRule(true, [443, 443]), aclRule(false, [32768, 60999])] }), vpc: vpcWith() }, UNKNOWN],
  ['the lowest number decides', 'logs', { subnets: subnets({ routes: [route('nat-gateway')], acl: [...OPEN_ACL, { ...aclRule(true, [0, 65535]), number: 50, allows: false }] }), vpc: vpcWith() }, ['path', /network ACL/]],
  ['a denial with a higher number says nothing', 'logs', { subnets: subnets({ routes: [route('nat-gateway')], acl: [...OPEN_ACL, { ...aclRule(true, [0, 65535]), number: 150, allows: false }] }), vpc: vpcWith() }, true],
  ['a denial of another protocol says nothing', 'logs', { subnets: subnets({ routes: [route('nat-gateway')], acl: [...OPEN_ACL, { ...aclRule(true, [0, 65535]), number: 50, allows: false, protocol: '17' }] }), vpc: vpcWith() }, true],
  ['a denial of a part of the internet may matter', 'logs', { subnets: subnets({ routes: [route('nat-gateway')], acl: [...OPEN_ACL, { ...aclRule(true, [443, 443], '52.0.0.0/8'), number: 50, allows: false }] }), vpc: vpcWith() }, UNKNOWN],
  ['rules for IPv6 may matter', 'logs', { subnets: subnets({ routes: [route('nat-gateway')], acl: [aclRule(true, [443, 443], '::/0'), aclRule(false, [1024, 65535], '::/0')] }), vpc: vpcWith() }, UNKNOWN],
  ['a rule whose number is unknown may matter', 'logs', { subnets: subnets({ routes: [route('nat-gateway')], acl: [...OPEN_ACL, { ...aclRule(true, [0, 65535]), number: UNKNOWN, allows: false }] }), vpc: vpcWith() }, UNKNOWN],
  ['an unknown network ACL may matter', 'logs', { subnets: subnets({ routes: [route('nat-gateway')], acl: UNKNOWN }), vpc: vpcWith() }, UNKNOWN],
  ['within a subnet no network ACL is asked', 'logs', { subnets: subnets({ acl: [] }), vpc: vpcWith({ ...endpoint('logs'), subnets: [SUBNETS[0]] }) }, true],
  ['a network ACL around the subnet of the endpoint closes the way from other subnets', 'logs', { subnets: subnets({}), vpc: vpcWith({ ...endpoint('logs'), subnets: [{ ...SUBNETS[1], acl: [] }] }) }, ['path', /^from Shop\/Subnet0 network ACLs block traffic to or from the endpoint Shop\/logs$/]],
  ['one network interface of the endpoint behind an open network ACL is enough', 'logs', { subnets: subnets({}), vpc: vpcWith({ ...endpoint('logs'), subnets: [{ ...SUBNETS[1], acl: [] }, { ...SUBNETS[1], id: 'Shop/Third' }] }) }, true],
  ['a network ACL that lets nothing out to the VPC closes the way to endpoints elsewhere', 'logs', { subnets: subnets({ acl: [{ ...aclRule(true, [0, 65535], '10.0.0.0/16'), number: 10, allows: false }, ...OPEN_ACL] }), vpc: vpcWith({ ...endpoint('logs'), subnets: [SUBNETS[1]] }) }, ['path', /network ACLs/]],
  ['a network ACL without rules closes the way through a gateway endpoint', 's3', { subnets: subnets({ acl: [] }) }, ['path', /network ACL/]],

  // policies of endpoints
  ['an endpoint with the policy that allows everything is reached', 'logs', { vpc: vpcWith({ ...endpoint('logs'), policy: [allow(['*'], ['*'])] }) }, true],
  ['an endpoint whose policy allows something else only is not', 'logs', { vpc: vpcWith({ ...endpoint('logs'), policy: [allow(['logs:Describe*'], ['*'])] }) }, ['endpoint', /the policy of the endpoint Shop\/logs does not allow logs:CreateLogStream and logs:PutLogEvents$/]],
  ['an endpoint whose policy denies it is not', 'logs', { vpc: vpcWith({ ...endpoint('logs'), policy: [allow(['*'], ['*']), { ...allow(['logs:Put*'], ['*']), effect: 'Deny' }] }) }, ['endpoint', /policy/]],
  ['an endpoint whose policy allows it under a condition may be', 'logs', { vpc: vpcWith({ ...endpoint('logs'), policy: [{ ...allow(['*'], ['*']), conditional: true }] }) }, UNKNOWN],
  ['an endpoint whose policy allows it for some things may be', 'logs', { vpc: vpcWith({ ...endpoint('logs'), policy: [allow(['logs:*'], ['arn:aws:logs:*:*:log-group:shop:*'])] }) }, UNKNOWN],
  ['an unknown policy may allow it', 'logs', { vpc: vpcWith({ ...endpoint('logs'), policy: UNKNOWN }) }, UNKNOWN],
  ['a policy that allows the bucket of image layers is no obstacle', 's3', { vpc: vpcWith({ ...endpoint('s3'), policy: [allow(['s3:GetObject'], ['arn:aws:s3:::prod-${AWS::Region}-starport-layer-bucket/*'])] }) }, true],
  ['a policy that allows the bucket of image layers of one Region may be none', 's3', { vpc: vpcWith({ ...endpoint('s3'), policy: [allow(['s3:GetObject'], ['arn:aws:s3:::prod-eu-west-1-starport-layer-bucket/*'])] }) }, UNKNOWN],
  ['a policy that allows every bucket is no obstacle', 's3', { vpc: vpcWith({ ...endpoint('s3'), policy: [allow(['s3:Get*'], ['*'])] }) }, true],
  ['a policy that forgets the bucket of image layers is one', 's3', { vpc: vpcWith({ ...endpoint('s3'), policy: [allow(['s3:*'], ['arn:aws:s3:::shop-data/*'])] }) }, ['endpoint', /does not allow s3:GetObject on arn:\$\{AWS::Partition\}:s3:::prod-\$\{AWS::Region\}-starport-layer-bucket\/layer$/]],

  // hosts of the internet
  ['a registry on the internet is reached through a NAT gateway', 'registry', { subnets: nat }, true],
  ['endpoints do not lead to a registry on the internet', 'registry', {}, ['path', /neither/]],
];

const told = (obstacles: readonly Obstacle[]) => obstacles.map(({ blame, from, because }) => [blame, `from ${from.join(' and ')} ${because}`]);

test.each(TRUTH)('%s', (_, destination, patch, expected) => {
  const answer = reach(network(patch), DESTINATIONS[destination]);
  if (Array.isArray(expected)) expect(Array.isArray(answer) && told(answer)).toEqual([[expected[0], expect.stringMatching(expected[1])]]);
  else expect(answer).toBe(expected);
});

const WELL_CONNECTED = TRUTH.filter(([, , , answer]) => answer === true);

test('a service that is reached is never called unreachable because something about its network is unknown', () => {
  const dice = fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true }));
  fuzz(fc.property(fc.constantFrom(...WELL_CONNECTED), dice, ([, destination, patch], throws) => {
    const blurred = blur(network(patch), () => throws.next().value > 0.9) as NetworkFacts;
    return [true, UNKNOWN].includes(reach(blurred, DESTINATIONS[destination]) as true);
  }), 2000);
});

/** Facts with some of them unknown; what is always known stays, such as ids. */
function blur(value: unknown, lost: () => boolean): unknown {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, !['id', 'effect', 'conditional'].includes(name) && lost() ? UNKNOWN : blur(inner, lost)]));
  }
  return Array.isArray(value) ? value.map(item => blur(item, lost)) : value;
}
