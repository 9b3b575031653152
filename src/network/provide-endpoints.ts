import { CfnResource, Resource, Stack } from 'aws-cdk-lib';
import { CfnRoute, type ISubnet, type IVpc, type SubnetSelection } from 'aws-cdk-lib/aws-ec2';
import { type Construct, DependencyGroup, type IDependable } from 'constructs';
import { ipv6OnlyAmong } from './ipv6-only';
import { TaskEndpoints } from './task-endpoints';
import { endpointsFor, type NeededEndpoint, type TaskNeeds } from './task-needs';
import { VpcEndpoints } from './vpc-endpoints-choice';

/** Where tasks run, and what they must reach from there. */
export interface EndpointsRequest {
  readonly vpc: IVpc;
  readonly subnets: SubnetSelection;
  readonly needs: TaskNeeds;
  /** What the user chose; without a choice a VPC of the app gets what its task subnets lack. */
  readonly vpcEndpoints?: VpcEndpoints;
  /** Whether the endpoints go with the service that needed them, whoever else uses them by then. */
  readonly throwAway?: boolean;
}

/** Gives a VPC the endpoints that one service needs and that it lacks; the service is to wait for what is returned. */
export function provideEndpoints(scope: Construct, request: EndpointsRequest): IDependable {
  requireChoice(request);
  const subnets = request.vpc.selectSubnets(request.subnets).subnets;
  const needed = choose(request, subnets);
  requireImportedParts(request.vpc, subnets, needed);
  requireIpv4(subnets, needed);
  const endpoints = needed.map(endpoint => TaskEndpoints.of(request.vpc).provide(endpoint, subnets, scope));
  if (isUsedByOthers(request.vpc, scope) && request.throwAway !== true) TaskEndpoints.of(request.vpc).outliveTheirAskers();
  return new DependencyGroup(...endpoints.filter(endpoint => endpoint !== undefined));
}

/** Synthesis does not see who else sends its traffic through an endpoint; in the VPC of another stack somebody may. */
const isUsedByOthers = (vpc: IVpc, scope: Construct): boolean => !Resource.isOwnedResource(vpc) || Stack.of(vpc) !== Stack.of(scope);

/**
 * Subnets with a route of their own to the internet, such as a NAT gateway, get the gateway endpoint only: it is free and
 * takes the image layers off the NAT gateway's bill, whereas five interface endpoints in three zones cost about 100 USD
 * a month, which pays for 2 TB through a NAT gateway. Who wants them there says `PROVISION`.
 */
function choose({ needs, vpcEndpoints }: EndpointsRequest, subnets: readonly ISubnet[]): readonly NeededEndpoint[] {
  if (vpcEndpoints === VpcEndpoints.EXISTING) return [];
  const needed = endpointsFor(needs);
  return vpcEndpoints === undefined && subnets.every(hasWayOut) ? needed.filter(({ type }) => type === 'Gateway') : needed;
}

/** An internet gateway is no way out for a task without a public address. */
const hasWayOut = (subnet: ISubnet): boolean => subnet.node.findAll().some(construct =>
  isRoute(construct) && construct.destinationCidrBlock === '0.0.0.0/0' && construct.gatewayId === undefined);

const isRoute = (construct: unknown): construct is CfnRoute =>
  CfnResource.isCfnResource(construct) && construct.cfnResourceType === CfnRoute.CFN_RESOURCE_TYPE_NAME;

function requireChoice({ vpc, needs, vpcEndpoints }: EndpointsRequest): void {
  if (vpcEndpoints !== undefined || Resource.isOwnedResource(vpc)) return;
  const services = endpointsFor(needs).map(({ service }) => service).join(', ');
  throw new Error(
    `'vpcEndpoints' is not set, but '${vpc.node.path}' is imported, and its endpoints are not known; set it to VpcEndpoints.EXISTING `
      + `('existing') if the VPC has endpoints for ${services} or a NAT gateway, or to VpcEndpoints.PROVISION ('provision') to create `
      + 'the endpoints, which AWS rejects if they exist',
  );
}

/** An imported VPC knows of itself only what its import says. */
function requireImportedParts(vpc: IVpc, subnets: readonly ISubnet[], needed: readonly NeededEndpoint[]): void {
  if (Resource.isOwnedResource(vpc)) return;
  const withoutRouteTable = subnets.find(({ routeTable }) => routeTable?.routeTableId === undefined);
  if (withoutRouteTable !== undefined && needed.some(({ type }) => type === 'Gateway')) {
    throw new Error(
      `'vpcEndpoints' is '${VpcEndpoints.PROVISION}', but the route table of subnet '${withoutRouteTable.node.path}' is not known; `
        + 'the S3 gateway endpoint is a route in it, so import the VPC with the route table ids of its subnets, '
        + `or set 'vpcEndpoints' to VpcEndpoints.EXISTING ('${VpcEndpoints.EXISTING}')`,
    );
  }
}

/** @see https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html */
function requireIpv4(subnets: readonly ISubnet[], needed: readonly NeededEndpoint[]): void {
  const ipv6Only = ipv6OnlyAmong(subnets);
  const services = needed.filter(({ type }) => type === 'Interface').map(({ service }) => service);
  if (ipv6Only === undefined || services.length === 0) return;
  throw new Error(
    `subnet '${ipv6Only.node.path}' has IPv6 addresses only, but the VPC endpoints for ${services.join(', ')} must have IPv4 addresses `
      + `there; set 'vpcSubnets' to dual-stack subnets, or 'vpcEndpoints' to VpcEndpoints.EXISTING ('${VpcEndpoints.EXISTING}')`,
  );
}
