import { admits, mayCall, mayCallOut } from './reachability/firewall';
import { containsAws, EVERYWHERE } from './reachability/ipv4-range';
import { every, isUnreachable, type Reach, reachIf, throughAll, throughAny, type Unreachable, whichever } from './reachability/reach';
import { isKnown, type Known, UNKNOWN } from '../facts/model/fact';
import type { EndpointFacts, NetworkFacts, RouteFacts, SubnetFacts, VpcFacts } from '../facts/model/network';

/**
 * Whether tasks reach an AWS service, named like its endpoint (`ecr.api`), from every subnet that they may be placed in.
 *
 * A subnet from which they certainly do not decides, whatever is unknown of the others.
 */
export function reach(network: NetworkFacts, service: string): Reach {
  if (!isKnown(network.subnets)) return UNKNOWN;
  const answers = network.subnets.map((subnet): { subnet: SubnetFacts; answer: Reach } => ({ subnet, answer: reachFrom(subnet, network, service) }));
  const closed = answers.flatMap(({ subnet, answer }) => (isUnreachable(answer) ? [{ id: subnet.id, because: answer.because }] : []));
  if (closed.length === 0) return throughAll(...answers.map(({ answer }) => answer));
  const reasons = [...new Set(closed.map(({ because }) => because))];
  return { because: reasons.map(reason => `from ${closed.filter(({ because }) => because === reason).map(({ id }) => id).join(' and ')} ${reason}`).join('; ') };
}

/** The endpoints of a VPC stand before its other ways out: they take over the names or the routes of their services. */
function reachFrom(subnet: SubnetFacts, network: NetworkFacts, service: string): Reach {
  const { vpc } = network;
  if (!isKnown(vpc) || !isKnown(vpc.endpoints)) return UNKNOWN;
  return vpc.endpoints
    .filter(endpoint => !isKnown(endpoint.service) || endpoint.service === service)
    .reduce<Reach>((otherwise, endpoint) => past(endpoint, otherwise, { subnet, network, vpc, service }), wayOut(subnet, network, vpc));
}

interface Journey {
  readonly subnet: SubnetFacts;
  readonly network: NetworkFacts;
  readonly vpc: VpcFacts;
  readonly service: string;
}

/** What becomes of traffic when an endpoint is on the way: it is taken over, or goes on as it would otherwise. */
function past(endpoint: EndpointFacts, otherwise: Reach, journey: Journey): Reach {
  if (!isKnown(endpoint.service) || !isKnown(endpoint.type)) return whichever(UNKNOWN, otherwise);
  if (endpoint.type === 'Gateway') {
    return takenOver(onRoute(endpoint, journey.subnet), reachIf(mayCallOut(journey.network), NO_CALLS_OUT), otherwise,
      { because: `the gateway endpoint ${endpoint.id} is not reached, because it is not on the route table` });
  }
  if (endpoint.type !== 'Interface') return otherwise;
  // AWS documents that ECR cannot use the interface endpoint of S3, yet layers have been seen to come through it.
  if (journey.service === 's3') return otherwise === true ? true : UNKNOWN;
  return takenOver(every([endpoint.privateDns, journey.vpc.dnsSupport, journey.vpc.dnsHostnames]), into(endpoint, journey), otherwise,
    { because: `the endpoint ${endpoint.id} is not found, because ${nameless(endpoint, journey.vpc)}` });
}

function takenOver(taken: Known<boolean>, answer: Reach, otherwise: Reach, missed: Unreachable): Reach {
  if (!isKnown(taken)) return whichever(answer, otherwise);
  if (taken) return answer;
  return isUnreachable(otherwise) ? missed : otherwise;
}

/** An interface endpoint answers in its whole VPC, also where it has no network interface. */
const into = (endpoint: EndpointFacts, { subnet, network, vpc }: Journey): Reach => throughAll(
  reachIf(mayCall(network, vpc, endpoint), `the security groups of the tasks allow no traffic to the endpoint ${endpoint.id} on port 443`),
  reachIf(admits(endpoint, network, subnet, vpc), `the security groups of the endpoint ${endpoint.id} admit no traffic from the tasks on port 443`),
);

function nameless({ privateDns }: EndpointFacts, { id, dnsSupport }: VpcFacts): string {
  if (privateDns === false) return 'its private DNS is off';
  return `${dnsSupport === false ? 'DNS support' : 'DNS host names'} of ${id} ${dnsSupport === false ? 'is' : 'are'} off`;
}

const onRoute = ({ routeTableIds }: EndpointFacts, { routeTableId }: SubnetFacts): Known<boolean> =>
  (isKnown(routeTableIds) && isKnown(routeTableId) ? routeTableId !== undefined && routeTableIds.includes(routeTableId) : UNKNOWN);

const NO_CALLS_OUT = 'the security groups of the tasks allow no traffic to AWS on port 443';

const NO_WAY = 'there is neither an endpoint nor a route to a NAT gateway';

/** The way over the internet; where the VPC resolves no names, a name server of the user's own may. */
function wayOut({ routes }: SubnetFacts, network: NetworkFacts, { dnsSupport }: VpcFacts): Reach {
  if (!isKnown(routes)) return UNKNOWN;
  const route = throughAny(routes.map(each => along(each, network)), { because: NO_WAY });
  return throughAll(route, reachIf(mayCallOut(network), NO_CALLS_OUT), dnsSupport === true ? true : UNKNOWN);
}

function along({ destination, target }: RouteFacts, { assignPublicIp }: NetworkFacts): Reach {
  // Behind a transit gateway or a peering there may be a way to the internet, or the endpoints of another VPC.
  if (!isKnown(destination) || !isKnown(target) || target === 'elsewhere') return UNKNOWN;
  // Some services answer on IPv6 too, under other names; which of them a task uses is not in any template.
  const leadsToAws = destination === EVERYWHERE ? true : destination.includes(':') ? UNKNOWN : containsAws(destination);
  return throughAll(
    reachIf(leadsToAws, NO_WAY),
    target === 'internet-gateway' ? reachIf(assignPublicIp, 'the only way is an internet gateway, which a task without a public address cannot use') : true,
  );
}
