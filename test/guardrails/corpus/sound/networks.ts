import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecr from 'aws-cdk-lib/aws-ecr';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import type { SoundConfiguration } from '../configuration';
import { addEndpoint, addS3Gateway, endpointVpc, isolatedVpc, natVpc } from '../parts/network';
import { soundService } from '../parts/service';

/** Ways from a task to what it needs, all declared in the same stack. */
export const NETWORKS: readonly SoundConfiguration[] = [
  {
    sentence: 'a worker behind a NAT gateway',
    declare: stack => void soundService(stack),
  },
  {
    sentence: 'a worker in isolated subnets with all the VPC endpoints that it needs',
    declare: stack => void soundService(stack, { vpc: endpointVpc(stack) }),
  },
  {
    sentence: 'a worker in three Availability Zones, each with its own NAT gateway',
    declare: stack => void soundService(stack, {
      vpc: natVpc(stack, { natGateways: undefined, maxAzs: undefined, availabilityZones: ['a', 'b', 'c'].map(zone => `${stack.region}${zone}`) }),
    }),
  },
  {
    sentence: 'a worker behind a regional NAT gateway, which is in no subnet',
    declare: stack => {
      const vpc = isolatedVpc(stack);
      const gateway = new ec2.CfnNatGateway(stack, 'NatGateway', { availabilityMode: 'regional', vpcId: vpc.vpcId });
      vpc.isolatedSubnets.forEach((subnet, index) => new ec2.CfnRoute(stack, `Out${index}`, {
        routeTableId: subnet.routeTable.routeTableId,
        destinationCidrBlock: '0.0.0.0/0',
        natGatewayId: gateway.attrNatGatewayId,
      }));
      soundService(stack, { vpc });
    },
  },
  {
    sentence: 'a worker behind a NAT gateway that routes through a firewall',
    declare: stack => {
      const vpc = natVpc(stack);
      for (const { node } of vpc.publicSubnets) {
        const route = node.findChild('DefaultRoute') as ec2.CfnRoute;
        route.addPropertyDeletionOverride('GatewayId');
        route.addPropertyOverride('VpcEndpointId', 'vpce-0a1b2c3d4e5f60718');
      }
      soundService(stack, { vpc });
    },
  },
  {
    sentence: 'a worker behind a NAT instance',
    declare: stack => {
      const instanceType = ec2.InstanceType.of(ec2.InstanceClass.T4G, ec2.InstanceSize.SMALL);
      soundService(stack, { vpc: natVpc(stack, { natGatewayProvider: ec2.NatProvider.instanceV2({ instanceType }) }) });
    },
  },
  {
    sentence: 'a worker in a dual-stack VPC, with a NAT gateway for IPv4 and an egress-only internet gateway for IPv6',
    declare: stack => void soundService(stack, { vpc: natVpc(stack, { ipProtocol: ec2.IpProtocol.DUAL_STACK }) }),
  },
  {
    sentence: 'a worker with an image from the dual-stack endpoint of ECR, with outbound access over IPv6 only',
    declare: stack => {
      const vpc = isolatedVpc(stack);
      const gateway = new ec2.CfnEgressOnlyInternetGateway(stack, 'EgressOnly', { vpcId: vpc.vpcId });
      vpc.isolatedSubnets.forEach(({ node, routeTable }, index) => {
        (node.defaultChild as ec2.CfnSubnet).addPropertyOverride('Ipv6Native', true);
        (node.defaultChild as ec2.CfnSubnet).addPropertyDeletionOverride('CidrBlock');
        new ec2.CfnRoute(stack, `Out${index}`, { routeTableId: routeTable.routeTableId, destinationIpv6CidrBlock: '::/0', egressOnlyInternetGatewayId: gateway.attrId });
      });
      const service = soundService(stack, { vpc, container: { image: ecs.ContainerImage.fromRegistry(`${stack.account}.dkr-ecr.${stack.region}.on.aws/worker:1.4.2`) } });
      ecr.Repository.fromRepositoryName(stack, 'Worker', 'worker').grantPull(service.taskDefinition.obtainExecutionRole());
    },
  },
  {
    sentence: 'a worker with outbound access through a transit gateway',
    declare: stack => {
      const vpc = isolatedVpc(stack);
      const attachment = new ec2.CfnTransitGatewayAttachment(stack, 'Attachment', {
        transitGatewayId: 'tgw-0a1b2c3d4e5f60718',
        vpcId: vpc.vpcId,
        subnetIds: vpc.isolatedSubnets.map(({ subnetId }) => subnetId),
      });
      vpc.isolatedSubnets.forEach((subnet, index) => {
        const route = new ec2.CfnRoute(stack, `Out${index}`, {
          routeTableId: subnet.routeTable.routeTableId,
          destinationCidrBlock: '0.0.0.0/0',
          transitGatewayId: 'tgw-0a1b2c3d4e5f60718',
        });
        route.addResourceDependency(attachment);
      });
      soundService(stack, { vpc });
    },
  },
  {
    sentence: 'a worker that reaches S3 through a gateway endpoint instead of the NAT gateway',
    declare: stack => {
      const vpc = natVpc(stack);
      addS3Gateway(vpc);
      soundService(stack, { vpc });
    },
  },
  {
    sentence: 'a worker with some VPC endpoints, and a NAT gateway for other traffic',
    declare: stack => {
      const vpc = natVpc(stack);
      addEndpoint(vpc, 'ecr.api');
      addEndpoint(vpc, 'ecr.dkr');
      soundService(stack, { vpc });
    },
  },
  {
    sentence: 'a worker in isolated subnets with VPC endpoints in separate subnets',
    declare: stack => {
      const vpc = isolatedVpc(stack, {
        subnetConfiguration: [
          { name: 'tasks', subnetType: ec2.SubnetType.PRIVATE_ISOLATED, cidrMask: 24 },
          { name: 'endpoints', subnetType: ec2.SubnetType.PRIVATE_ISOLATED, cidrMask: 26 },
        ],
      });
      for (const service of ['ecr.api', 'ecr.dkr', 'logs'] as const) addEndpoint(vpc, service, { subnets: { subnetGroupName: 'endpoints' } });
      addS3Gateway(vpc);
      soundService(stack, { vpc, service: { vpcSubnets: { subnetGroupName: 'tasks' } } });
    },
  },
];
