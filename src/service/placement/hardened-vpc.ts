import { RemovalPolicy, Tags } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as logs from 'aws-cdk-lib/aws-logs';
import type { Construct, IConstruct } from 'constructs';
import { referWeakly } from '../../weak-references';

/** The address of each public subnet, in the room that the isolated ones leave. */
const PUBLIC_SUBNETS = ['10.0.32.0/24', '10.0.33.0/24'] as const;

/** A network without a way out: tasks in isolated subnets, and public ones only where a public load balancer stands. */
export function hardenedVpc(scope: Construct, id: string): ec2.Vpc {
  const vpc = new HardenedVpc(scope, id, {
    ipAddresses: ec2.IpAddresses.cidr(ec2.Vpc.DEFAULT_CIDR_RANGE),
    maxAzs: PUBLIC_SUBNETS.length,
    natGateways: 0,
    restrictDefaultSecurityGroup: true,
    subnetConfiguration: [{ name: 'Task', subnetType: ec2.SubnetType.PRIVATE_ISOLATED, cidrMask: 20 }],
  });
  recordRejectedTraffic(vpc);
  referWeakly(vpc);
  return vpc;
}

/** Marks a VPC whose public subnets may be made when somebody needs them. */
class HardenedVpc extends ec2.Vpc {}

/** Whether a construct is a VPC that was made here, because no other one was given. */
export const isHardenedVpc = (construct: IConstruct): construct is ec2.Vpc => construct instanceof HardenedVpc;

/** The choice that needs public subnets, and the other one, in the words of a prop. */
export interface PublicChoice {
  readonly chosen: string;
  readonly otherWay: string;
}

/**
 * Gives a VPC that was made here the public subnets that it lacks, whichever of its services is the first to be public.
 *
 * They have the ids and addresses that the CDK would give them; no other subnet changes.
 */
export function providePublicSubnets(vpc: ec2.IVpc, { chosen, otherWay }: PublicChoice): void {
  if (vpc.publicSubnets.length > 0) return;
  if (!(vpc instanceof HardenedVpc)) {
    throw new Error(
      `${chosen}, but 'vpc' '${vpc.node.path}' has no public subnets for the load balancer; add them to the VPC, in two `
        + `Availability Zones, or ${otherWay}`,
    );
  }
  const gateway = new ec2.CfnInternetGateway(vpc, 'IGW');
  const attachment = new ec2.CfnVPCGatewayAttachment(vpc, 'VPCGW', { vpcId: vpc.vpcId, internetGatewayId: gateway.ref });
  const subnets = vpc.availabilityZones.map((availabilityZone, index) => {
    const subnet = new ec2.PublicSubnet(vpc, `PublicSubnet${index + 1}`, {
      vpcId: vpc.vpcId,
      availabilityZone,
      cidrBlock: PUBLIC_SUBNETS[index],
      mapPublicIpOnLaunch: false,
    });
    subnet.addDefaultInternetRoute(gateway.ref, attachment);
    Tags.of(subnet).add('aws-cdk:subnet-name', 'Public', { includeResourceTypes: [ec2.CfnSubnet.CFN_RESOURCE_TYPE_NAME] });
    Tags.of(subnet).add('aws-cdk:subnet-type', 'Public', { includeResourceTypes: [ec2.CfnSubnet.CFN_RESOURCE_TYPE_NAME] });
    return subnet;
  });
  Tags.of(gateway).add('Name', vpc.node.path);
  vpc.publicSubnets.push(...subnets);
  referWeakly(gateway, attachment, ...subnets);
}

/** What a security group turned away is what a diagnosis needs; accepted traffic would be most of the volume and say little. */
function recordRejectedTraffic(vpc: ec2.Vpc): void {
  const logGroup = new logs.LogGroup(vpc, 'RejectedTraffic', {
    retention: logs.RetentionDays.ONE_MONTH,
    removalPolicy: RemovalPolicy.DESTROY,
  });
  vpc.addFlowLog('FlowLog', {
    destination: ec2.FlowLogDestination.toCloudWatchLogs(logGroup),
    trafficType: ec2.FlowLogTrafficType.REJECT,
  });
}
