import {
  AuthorizeSecurityGroupIngressCommand, CreateRouteTableCommand, AssociateRouteTableCommand, CreateSecurityGroupCommand, CreateSubnetCommand,
  CreateVpcCommand, CreateVpcEndpointCommand, type EC2Client, ModifyVpcAttributeCommand,
} from '@aws-sdk/client-ec2';
import { REGION } from './run-against';

export interface Network {
  readonly vpcId: string;
  readonly subnetIds: readonly string[];
  readonly taskGroupId: string;
  readonly endpointGroupId: string;
}

/** A VPC without a way to the internet, with endpoints for services that are named. */
export async function makeNetwork(ec2: EC2Client, endpoints: readonly string[]): Promise<Network> {
  const { Vpc } = await ec2.send(new CreateVpcCommand({ CidrBlock: '10.0.0.0/16' }));
  const VpcId = Vpc!.VpcId!;
  await ec2.send(new ModifyVpcAttributeCommand({ VpcId, EnableDnsSupport: { Value: true } }));
  await ec2.send(new ModifyVpcAttributeCommand({ VpcId, EnableDnsHostnames: { Value: true } }));
  const { RouteTable } = await ec2.send(new CreateRouteTableCommand({ VpcId }));
  const subnetIds = await Promise.all(['a', 'b'].map(async (zone, index) => {
    const { Subnet } = await ec2.send(new CreateSubnetCommand({ VpcId, CidrBlock: `10.0.${index}.0/24`, AvailabilityZone: `${REGION}${zone}` }));
    await ec2.send(new AssociateRouteTableCommand({ SubnetId: Subnet!.SubnetId!, RouteTableId: RouteTable!.RouteTableId! }));
    return Subnet!.SubnetId!;
  }));
  const [taskGroupId, endpointGroupId] = await Promise.all(['tasks', 'endpoints'].map(async GroupName =>
    (await ec2.send(new CreateSecurityGroupCommand({ VpcId, GroupName, Description: GroupName }))).GroupId!));
  await ec2.send(new AuthorizeSecurityGroupIngressCommand({
    GroupId: endpointGroupId, IpPermissions: [{ IpProtocol: 'tcp', FromPort: 443, ToPort: 443, UserIdGroupPairs: [{ GroupId: taskGroupId }] }],
  }));
  for (const name of endpoints) {
    await ec2.send(new CreateVpcEndpointCommand({
      VpcId,
      ServiceName: `com.amazonaws.${REGION}.${name}`,
      ...name === 's3'
        ? { VpcEndpointType: 'Gateway', RouteTableIds: [RouteTable!.RouteTableId!] }
        : { VpcEndpointType: 'Interface', SubnetIds: subnetIds, SecurityGroupIds: [endpointGroupId], PrivateDnsEnabled: true },
    }));
  }
  return { vpcId: VpcId, subnetIds, taskGroupId, endpointGroupId };
}
