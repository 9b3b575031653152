import { aclLetsAnswersIn, aclLetsHttpsOut, aclsLetCall } from './acl';
import { type Destination, leadsToRegionOf, policyAllows } from './destination';
import { admits, HTTPS, mayCall, mayCallOut } from './firewall';
import { type Closed, fromEach, isClosed, openIf, type Reach, type Step, throughAll, throughAny, whichever } from './reach';
import { along, NO_WAY } from './route';
import { isKnown, type Known, UNKNOWN } from '../../facts/model/fact';
import { every, some } from '../../facts/model/known';
import type { EndpointFacts, NetworkFacts, SubnetFacts, VpcFacts } from '../../facts/model/network';

/** Whether tasks reach something over HTTPS from every subnet that they may be placed in. */
export const reach = (network: NetworkFacts, destination: Destination): Reach =>
  fromEach(network.subnets, subnet => reachFrom(subnet, network, destination));

/** The endpoints of a VPC stand before its other ways out: they take over the names or the routes of their services. */
function reachFrom(subnet: SubnetFacts, network: NetworkFacts, destination: Destination): Step {
  const { vpc } = network;
  if (!isKnown(vpc) || !isKnown(vpc.endpoints)) return UNKNOWN;
  const journey: Journey = { subnet, network, vpc, destination };
  const step = vpc.endpoints
    .filter(endpoint => !isKnown(endpoint.service) || endpoint.service === destination.service)
    .reduce<Step>((otherwise, endpoint) => past(endpoint, otherwise, journey), wayOut(journey));
  return inIpv6(step, subnet);
}

/** What is open to IPv4 need not be to tasks without it; what is closed to both stays so. */
function inIpv6(step: Step, { ipv6Only = false }: SubnetFacts): Step {
  if (ipv6Only === false) return step;
  return ipv6Only === true && isClosed(step) ? step : UNKNOWN;
}

interface Journey {
  readonly subnet: SubnetFacts;
  readonly network: NetworkFacts;
  readonly vpc: VpcFacts;
  readonly destination: Destination;
}

/** An endpoint serves one Region, also where another one has a service of the same name. */
function past(endpoint: EndpointFacts, otherwise: Step, journey: Journey): Step {
  const isMeant = leadsToRegionOf(endpoint, journey.destination);
  if (isMeant === false) return otherwise;
  const answer = pastNamed(endpoint, otherwise, journey);
  return isMeant === true ? answer : whichever(answer, otherwise);
}

/** What becomes of traffic when an endpoint is on the way: it is taken over, or goes on as it would otherwise. */
function pastNamed(endpoint: EndpointFacts, otherwise: Step, journey: Journey): Step {
  if (!isKnown(endpoint.service) || !isKnown(endpoint.type)) return whichever(UNKNOWN, otherwise);
  if (endpoint.type === 'Gateway') {
    return takenOver(
      onRoute(endpoint, journey.subnet),
      throughAll(isReady(endpoint), publicly(journey.subnet, journey.network), asked(endpoint, journey)),
      otherwise,
      { blame: 'path', because: `the gateway endpoint ${endpoint.id} is not associated with the route table` },
    );
  }
  if (endpoint.type !== 'Interface') return otherwise;
  // AWS documents that ECR cannot use the interface endpoint of S3, yet layers have been seen to come through it.
  return journey.destination.service === 's3' ? otherwise === true ? true : UNKNOWN : byName(endpoint, otherwise, journey);
}

/** Private DNS leads traffic into an interface endpoint; AWS makes none in a VPC that resolves no names. */
function byName(endpoint: EndpointFacts, otherwise: Step, journey: Journey): Step {
  const named = resolvesNames(journey.vpc);
  if (endpoint.privateDns === true && isClosed(named)) return named;
  const asksAmazon = isKnown(journey.vpc.nameServers) && journey.vpc.nameServers.length === 0;
  return takenOver(
    every([endpoint.privateDns, named === true ? true : UNKNOWN, asksAmazon ? true : UNKNOWN]),
    into(endpoint, journey),
    otherwise,
    { blame: 'endpoint', because: `private DNS of the endpoint ${endpoint.id} is off` },
  );
}

function takenOver(taken: Known<boolean>, answer: Step, otherwise: Step, missed: Closed): Step {
  if (!isKnown(taken)) return whichever(answer, otherwise);
  if (taken) return answer;
  return isClosed(otherwise) ? missed : otherwise;
}

/** An interface endpoint answers in its whole VPC, also where it has no network interface. */
const into = (endpoint: EndpointFacts, journey: Journey): Step => throughAll(
  isReady(endpoint),
  openIf(mayCall(journey.network, journey.vpc, endpoint, HTTPS), 'egress', KEPT_IN),
  openIf(
    admits(endpoint, journey.network, journey.subnet, journey.vpc, HTTPS),
    'endpoint',
    `${groupsOf(endpoint)} no traffic from the tasks on port 443`,
  ),
  asked(endpoint, journey),
  openIf(pastAcls(endpoint, journey.subnet), 'path', `network ACLs block traffic to or from the endpoint ${endpoint.id}`),
);

/** Only an account says that an endpoint is not ready. */
const isReady = ({ id, state }: EndpointFacts): Step =>
  openIf(isKnown(state) ? state === undefined : UNKNOWN, 'endpoint', `the endpoint ${id} is not ready: its state is ${String(state)}`);

function groupsOf({ id, securityGroups }: EndpointFacts): string {
  const groups = isKnown(securityGroups) ? securityGroups.map(group => group.id).join(' and ') : '';
  return `the security groups ${groups} of the endpoint ${id} allow`;
}

/** One of its network interfaces is enough. */
const pastAcls = ({ subnets }: EndpointFacts, subnet: SubnetFacts): Known<boolean> =>
  isKnown(subnets) && subnets.length > 0 ? some(subnets.map(site => aclsLetCall(subnet, site, HTTPS.port))) : UNKNOWN;

const asked = (endpoint: EndpointFacts, { destination }: Journey): Step =>
  openIf(
    policyAllows(endpoint, destination),
    'endpoint',
    `the policy of the endpoint ${endpoint.id} does not allow `
      + `${destination.requests.map(({ action }) => action).join(' and ')}${onWhat(destination)}`,
  );

/** What is asked of one thing is worth naming it. */
const onWhat = ({ requests }: Destination): string =>
  requests
    .map(({ arn }) => arn)
    .filter(arn => arn.startsWith('arn:'))
    .slice(0, 1)
    .map(arn => ` on ${arn}`)
    .join('');

/** Whether the VPC resolves the private names of AWS; a name server of the user's own is judged by nobody here. */
export function resolvesNames({ id, dnsSupport, dnsHostnames }: VpcFacts): Step {
  return throughAll(
    openIf(dnsSupport, 'dns', `DNS support of ${id} is off`),
    openIf(dnsHostnames, 'dns', `DNS hostnames of ${id} are off`),
  );
}

const onRoute = ({ routeTableIds }: EndpointFacts, { routeTableId }: SubnetFacts): Known<boolean> =>
  isKnown(routeTableIds) && isKnown(routeTableId) ? routeTableId !== undefined && routeTableIds.includes(routeTableId) : UNKNOWN;

export const KEPT_IN = 'the security groups of the tasks do not allow outbound traffic to this destination on port 443';

/** Past the guards of tasks and subnet to the public addresses of AWS, which are those of its gateway endpoints too. */
const publicly = (subnet: SubnetFacts, network: NetworkFacts): Step => throughAll(
  openIf(mayCallOut(network), 'egress', KEPT_IN),
  openIf(aclLetsHttpsOut(subnet), 'path', 'the network ACL does not allow outbound HTTPS'),
  openIf(aclLetsAnswersIn(subnet), 'path', 'the network ACL does not allow inbound responses on ports above 32767'),
);

/** The way over the internet; where the VPC resolves no names, a name server of the user's own may. */
function wayOut({ subnet, network, vpc: { id, dnsSupport, nameServers }, destination }: Journey): Step {
  if (!isKnown(subnet.routes)) return UNKNOWN;
  const route = throughAny(subnet.routes.map(each => along(each, subnet, network, destination)), NO_WAY);
  const names = isKnown(nameServers) && nameServers.length === 0 ? openIf(dnsSupport, 'dns', `DNS support of ${id} is off`) : UNKNOWN;
  return throughAll(route, publicly(subnet, network), names);
}
