import fc from 'fast-check';
import { HARDENED_NETWORK } from './hardened-facts';
import { isKnown, UNKNOWN } from '../../src/facts/model/fact';
import type { EndpointFacts, NetworkFacts, RouteFacts, SecurityGroupFacts, SecurityGroupRule, SubnetFacts, VpcFacts } from '../../src/facts/model/network';
import { reach } from '../../src/guardrails/reachability';
import { EVERYWHERE } from '../../src/guardrails/reachability/ipv4-range';

const route = (target: RouteFacts['target'], destination: RouteFacts['destination'] = EVERYWHERE): RouteFacts => ({ destination, target });
const rule = (peer: SecurityGroupRule['peer'], port = 443): SecurityGroupRule => ({ protocol: 'tcp', fromPort: port, toPort: port, peer });

const known = <T>(value: T | typeof UNKNOWN): T => {
  if (!isKnown(value)) throw new Error('the hardened network is known');
  return value;
};
const VPC = known(HARDENED_NETWORK.vpc);
const SUBNETS = known(HARDENED_NETWORK.subnets);
const TASK_GROUP = known(HARDENED_NETWORK.securityGroups)[0];
const endpoint = (service: string): EndpointFacts => known(VPC.endpoints).find(each => each.service === service)!;

const vpcWith = (...endpoints: EndpointFacts[]): VpcFacts => ({ ...VPC, endpoints });
const network = (patch: Partial<NetworkFacts>): NetworkFacts => ({ ...HARDENED_NETWORK, ...patch });
const subnets = (...patches: Partial<SubnetFacts>[]): SubnetFacts[] => patches.map((patch, index) => ({ ...SUBNETS[index], ...patch }));
const tasksMayCall = (...egress: SecurityGroupRule[]): SecurityGroupFacts[] => [{ ...TASK_GROUP, egress }];
const admitting = (...ingress: SecurityGroupRule[]): VpcFacts => vpcWith({ ...endpoint('logs'), securityGroups: [{ id: 'Shop/EndpointGroup', ingress, egress: [] }] });

const nat = subnets({ routes: [route('nat-gateway')] });
const open = subnets({ routes: [route('internet-gateway')] });
const isolated = subnets({});

/** Sources: VPC user guide (route tables, NAT, security groups), AWS PrivateLink guide (private DNS, gateway endpoints), ECR user guide (VPC endpoints). */
const TRUTH: [sentence: string, service: string, patch: Partial<NetworkFacts>, answer: true | typeof UNKNOWN | RegExp][] = [
  // the internet
  ['a subnet with a NAT gateway reaches AWS', 'logs', { subnets: nat, vpc: vpcWith() }, true],
  ['a public subnet and a public address reach AWS', 'logs', { subnets: open, vpc: vpcWith(), assignPublicIp: true }, true],
  ['a public subnet without a public address does not', 'logs', { subnets: open, vpc: vpcWith() }, /^from Shop\/Subnet0 the only way is an internet gateway, which a task without a public address cannot use$/],
  ['a public subnet where nobody knows of the public address may', 'logs', { subnets: open, vpc: vpcWith(), assignPublicIp: UNKNOWN }, UNKNOWN],
  ['a public address is of no use in an isolated subnet', 'logs', { subnets: isolated, vpc: vpcWith(), assignPublicIp: true }, /^from Shop\/Subnet0 there is neither an endpoint nor a route to a NAT gateway$/],
  ['an isolated subnet without an endpoint does not reach AWS', 'logs', { subnets: isolated, vpc: vpcWith(endpoint('ssm')) }, /neither/],
  ['a private range through a NAT gateway does not lead to AWS', 'logs', { subnets: subnets({ routes: [route('nat-gateway', '10.8.0.0/16')] }), vpc: vpcWith() }, /neither/],
  ['a part of the internet through a NAT gateway may', 'logs', { subnets: subnets({ routes: [route('nat-gateway', '52.0.0.0/8')] }), vpc: vpcWith() }, UNKNOWN],
  ['a transit gateway may lead to AWS', 'logs', { subnets: subnets({ routes: [route('elsewhere')] }), vpc: vpcWith() }, UNKNOWN],
  ['a peering may lead to the endpoints of another VPC', 'logs', { subnets: subnets({ routes: [route('elsewhere', '10.8.0.0/16')] }), vpc: vpcWith() }, UNKNOWN],
  ['an egress-only gateway may, for services that answer on IPv6', 'logs', { subnets: subnets({ routes: [route('egress-only-gateway', '::/0')] }), vpc: vpcWith() }, UNKNOWN],
  ['unknown routes may', 'logs', { subnets: subnets({ routes: UNKNOWN }), vpc: vpcWith() }, UNKNOWN],
  ['a NAT gateway does not help where no names are resolved, unless the user runs a name server', 'logs', { subnets: nat, vpc: { ...VPC, dnsSupport: false, endpoints: [] } }, UNKNOWN],
  ['a NAT gateway does not help tasks that may not call out', 'logs', { subnets: nat, vpc: vpcWith(), securityGroups: tasksMayCall(rule('10.0.0.0/16')) }, /^from Shop\/Subnet0 the security groups of the tasks allow no traffic to AWS on port 443$/],

  // interface endpoints
  ['an isolated subnet with the endpoint reaches the service', 'logs', {}, true],
  ['an endpoint answers in subnets and zones where it has no network interface', 'logs', { vpc: vpcWith({ ...endpoint('logs'), subnetIds: ['Shop/Elsewhere'] }) }, true],
  ['an endpoint without private DNS is not found', 'logs', { vpc: vpcWith({ ...endpoint('logs'), privateDns: false }) }, /^from Shop\/Subnet0 and Shop\/Subnet1 the endpoint Shop\/logs is not found, because its private DNS is off$/],
  ['an endpoint without private DNS leaves the way through a NAT gateway', 'logs', { subnets: nat, vpc: vpcWith({ ...endpoint('logs'), privateDns: false }) }, true],
  ['an endpoint whose private DNS is unknown may be found', 'logs', { vpc: vpcWith({ ...endpoint('logs'), privateDns: UNKNOWN }) }, UNKNOWN],
  ['private DNS needs DNS support of the VPC', 'logs', { vpc: { ...VPC, dnsSupport: false } }, /because DNS support of Shop\/Vpc is off$/],
  ['private DNS needs DNS host names of the VPC', 'logs', { vpc: { ...VPC, dnsHostnames: false } }, /because DNS host names of Shop\/Vpc are off$/],
  ['an endpoint that nobody can name may be the one', 'logs', { vpc: vpcWith({ ...endpoint('logs'), service: UNKNOWN }) }, UNKNOWN],
  ['an endpoint of a type that nobody knows may serve', 'logs', { vpc: vpcWith({ ...endpoint('logs'), type: UNKNOWN }) }, UNKNOWN],
  ['an endpoint of a Gateway Load Balancer serves no AWS service', 'logs', { vpc: vpcWith({ ...endpoint('logs'), type: 'GatewayLoadBalancer' }) }, /neither/],

  // security groups of the endpoint
  ['an endpoint that admits the VPC is reached', 'logs', { vpc: admitting(rule('10.0.0.0/16')) }, true],
  ['an endpoint that admits the subnet is reached', 'logs', { subnets: isolated, vpc: admitting(rule('10.0.0.0/24')) }, true],
  ['an endpoint that admits another subnet only is not', 'logs', { vpc: admitting(rule('10.0.0.0/24')) }, /^from Shop\/Subnet1 the security groups of the endpoint Shop\/logs admit no traffic from the tasks on port 443$/],
  ['an endpoint that admits nothing is not', 'logs', { vpc: admitting() }, /admit no traffic from the tasks/],
  ['an endpoint that admits another group only is not', 'logs', { vpc: admitting(rule('Shop/OtherGroup')) }, /admit no traffic from the tasks/],
  ['an endpoint that admits tasks on another port only is not', 'logs', { vpc: admitting(rule('Shop/TaskGroup', 80)) }, /admit no traffic from the tasks/],
  ['an endpoint that shuts tasks out takes their names over from the NAT gateway', 'logs', { subnets: nat, vpc: admitting() }, /admit no traffic from the tasks/],
  ['an endpoint that admits a prefix list may be reached', 'logs', { vpc: admitting(rule('pl-1')) }, UNKNOWN],
  ['an endpoint whose rules are unknown may be reached', 'logs', { vpc: vpcWith({ ...endpoint('logs'), securityGroups: UNKNOWN }) }, UNKNOWN],
  ['an endpoint that admits the VPC is reached when nobody knows the range of either', 'logs',
    { subnets: subnets({ cidr: UNKNOWN }), vpc: { ...admitting(rule('${Shop/Vpc.CidrBlock}')), cidr: '${Shop/Vpc.CidrBlock}' } }, true],
  ['an endpoint that admits a range may be reached from a subnet of which nobody knows the range', 'logs', { subnets: subnets({ cidr: UNKNOWN }), vpc: admitting(rule('10.0.9.0/24')) }, UNKNOWN],

  // security groups of the tasks
  ['tasks that may call the group of the endpoint reach it', 'logs', { securityGroups: tasksMayCall(rule('Shop/EndpointGroup')) }, true],
  ['tasks that may call the VPC reach the endpoint', 'logs', { securityGroups: tasksMayCall(rule('10.0.0.0/16')) }, true],
  ['tasks that may call nobody do not', 'logs', { securityGroups: tasksMayCall() }, /the security groups of the tasks allow no traffic to the endpoint Shop\/logs on port 443$/],
  ['tasks that may call a database only do not', 'logs', { securityGroups: tasksMayCall(rule('Shop/Database', 5432)) }, /allow no traffic to the endpoint/],
  ['tasks that may call a part of the VPC may reach the endpoint', 'logs', { securityGroups: tasksMayCall(rule('10.0.7.0/24')) }, UNKNOWN],
  ['tasks whose second group is unknown may', 'logs', { securityGroups: [...tasksMayCall(), { id: 'sg-1', ingress: UNKNOWN, egress: UNKNOWN }] }, UNKNOWN],

  // S3
  ['a gateway endpoint on the route table serves the subnet', 's3', {}, true],
  ['a gateway endpoint on another route table does not', 's3', { vpc: vpcWith({ ...endpoint('s3'), routeTableIds: ['Shop/RouteTable0'] }) }, /^from Shop\/Subnet1 the gateway endpoint Shop\/s3 is not reached, because it is not on the route table$/],
  ['a gateway endpoint on another route table leaves the way through a NAT gateway', 's3', { subnets: nat, vpc: vpcWith({ ...endpoint('s3'), routeTableIds: [] }) }, true],
  ['a gateway endpoint needs no DNS of its own', 's3', { vpc: { ...VPC, dnsHostnames: false } }, true],
  ['a gateway endpoint on unknown route tables may', 's3', { vpc: vpcWith({ ...endpoint('s3'), routeTableIds: UNKNOWN }) }, UNKNOWN],
  ['tasks that may call the VPC only do not reach S3 through a gateway endpoint', 's3', { securityGroups: tasksMayCall(rule('10.0.0.0/16')) }, /the tasks allow no traffic to AWS/],
  ['tasks that may call a prefix list may', 's3', { securityGroups: tasksMayCall(rule('pl-1')) }, UNKNOWN],
  ['an interface endpoint for S3 may serve layers', 's3', { vpc: vpcWith({ ...endpoint('logs'), service: 's3' }) }, UNKNOWN],

  // what is not known
  ['an imported VPC may', 'logs', { vpc: UNKNOWN }, UNKNOWN],
  ['a VPC with endpoints that nobody sees may', 'logs', { vpc: { ...VPC, endpoints: UNKNOWN } }, UNKNOWN],
  ['unknown subnets may', 'logs', { subnets: UNKNOWN }, UNKNOWN],
  ['one closed subnet among unknown ones is enough for a failure', 'logs', { subnets: subnets({ routes: UNKNOWN }, {}), vpc: vpcWith() }, /^from Shop\/Subnet1 there is neither/],
  ['one closed subnet among open ones is enough for a failure', 'logs', { subnets: subnets({ routes: [route('nat-gateway')] }, {}), vpc: vpcWith() }, /^from Shop\/Subnet1 there is neither/],
];

test.each(TRUTH)('%s', (_, service, patch, expected) => {
  const answer = reach(network(patch), service);
  if (expected instanceof RegExp) expect(answer).toEqual({ because: expect.stringMatching(expected) });
  else expect(answer).toBe(expected);
});

const WELL_CONNECTED = TRUTH.filter(([, , , answer]) => answer === true);

test('a service that is reached is never called unreachable because something about its network is unknown', () => {
  const dice = fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true }));
  fc.assert(fc.property(fc.constantFrom(...WELL_CONNECTED), dice, ([, service, patch], throws) => {
    const blurred = blur(network(patch), () => throws.next().value > 0.9) as NetworkFacts;
    return reach(blurred, service) === true || reach(blurred, service) === UNKNOWN;
  }), { numRuns: 2000 });
});

/** Facts with some of them unknown; ids stay, because facts without a name are not facts. */
function blur(value: unknown, lost: () => boolean): unknown {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, name !== 'id' && lost() ? UNKNOWN : blur(inner, lost)]));
  }
  return Array.isArray(value) ? value.map(item => blur(item, lost)) : value;
}
