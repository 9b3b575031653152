import type { Destination } from './destination';
import { containsAws } from './ipv4-range';
import { throughNat } from './nat-gateway';
import { type Closed, openIf, type Step, throughAll } from './reach';
import { isKnown, UNKNOWN } from '../../facts/model/fact';
import type { NetworkFacts, RouteTarget, SubnetFacts, TaskRouteFacts } from '../../facts/model/network';

export const NO_WAY: Closed = { blame: 'path', because: 'there is neither a VPC endpoint nor a route to a NAT gateway' };

const IPV4_ONLY: Closed = {
  blame: 'path',
  because: 'the only route is for IPv6, and the image name has the IPv4 host of ECR (dkr.ecr, not dkr-ecr)',
};

/** Whether a route of a subnet leads to a destination on the internet. */
export function along(route: TaskRouteFacts, subnet: SubnetFacts, { assignPublicIp }: NetworkFacts, destination: Destination): Step {
  const { destination: range, target, natGateway } = route;
  // Behind a transit gateway or a peering there may be a way to the internet, or the endpoints of another VPC.
  if (!isKnown(range) || !isKnown(target) || target === 'elsewhere') return UNKNOWN;
  if (range.includes(':')) return alongIpv6(target, destination);
  if (subnet.ipv6Only === true) return NO_WAY;
  return throughAll(
    openIf(containsAws(range), NO_WAY.blame, NO_WAY.because),
    target === 'nat-gateway' ? throughNat(natGateway, subnet) : true,
    target === 'internet-gateway'
      ? openIf(assignPublicIp, 'address', 'the only route is to an internet gateway, which a task without a public IP address cannot use')
      : true,
  );
}

/**
 * Which names Fargate calls over IPv6, AWS says of images in ECR only; a NAT gateway may translate to IPv4.
 *
 * An address of IPv6 is public, so that an internet gateway lets it through.
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-task-networking.html
 * @see https://docs.aws.amazon.com/AmazonECR/latest/userguide/ecr-requests.html
 */
const alongIpv6 = (target: RouteTarget, { ipv4Only }: Destination): Step => ipv4Only && target !== 'nat-gateway' ? IPV4_ONLY : UNKNOWN;
