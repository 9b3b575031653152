import { CfnResource } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { BadConfiguration } from '../configuration';
import { ISOLATED, worker, WORKER } from './twins';
import { addEndpoint, addS3Gateway, isolatedVpc, natVpc, START_UP_SERVICES } from '../parts/network';
import { networkScopeOf } from '../parts/network-scope';
import { byAspect, override, spoil } from '../parts/spoil';

const SERVICE = 'AWS::ECS::Service';
const NETWORK = 'NetworkConfiguration.AwsvpcConfiguration';

/** Networks that are closed, open, small or switched off in the wrong place. */
export const NETWORKS: readonly BadConfiguration[] = [
  {
    sentence: 'VPC endpoints whose security group does not allow inbound traffic from the tasks',
    foundBy: ['endpoint-admits-tasks'],
    twin: ISOLATED,
    declare: worker(stack => {
      const vpc = isolatedVpc(stack);
      for (const service of START_UP_SERVICES) addEndpoint(vpc, service, { open: false });
      addS3Gateway(vpc);
      return { vpc };
    }),
  },
  {
    sentence: 'a VPC endpoint without private DNS',
    foundBy: ['endpoint-admits-tasks'],
    ...spoil(ISOLATED, stack => (networkScopeOf(stack).node.findChild('Vpc').node.findChild('ecr.dkr').node.defaultChild as CfnResource).addPropertyOverride('PrivateDnsEnabled', false)),
  },
  {
    sentence: 'an S3 gateway endpoint whose policy does not allow the bucket with the image layers',
    foundBy: ['endpoint-admits-tasks'],
    twin: ISOLATED,
    declare: worker(stack => {
      const vpc = isolatedVpc(stack);
      for (const service of START_UP_SERVICES) addEndpoint(vpc, service);
      addS3Gateway(vpc).addToPolicy(new iam.PolicyStatement({ principals: [new iam.AnyPrincipal()], actions: ['s3:*'], resources: [`arn:${stack.partition}:s3:::shop-data/*`] }));
      return { vpc };
    }),
  },
  {
    sentence: 'a VPC without DNS resolution',
    foundBy: ['vpc-dns-enabled'],
    ...override(WORKER, 'AWS::EC2::VPC', 'EnableDnsSupport', false),
  },
  {
    sentence: 'a VPC with interface endpoints but without DNS hostnames',
    foundBy: ['vpc-dns-enabled'],
    ...override(ISOLATED, 'AWS::EC2::VPC', 'EnableDnsHostnames', false),
  },
  {
    sentence: 'a security group without outbound rules',
    foundBy: ['egress-admits-start-up'],
    twin: WORKER,
    declare: worker(stack => {
      const vpc = natVpc(stack);
      return { vpc, service: { securityGroups: [new ec2.SecurityGroup(stack, 'Closed', { vpc, allowAllOutbound: false })] } };
    }),
  },
  {
    sentence: 'a security group that allows outbound HTTP but not HTTPS',
    foundBy: ['egress-admits-start-up'],
    twin: WORKER,
    declare: worker(stack => {
      const vpc = natVpc(stack);
      const securityGroup = new ec2.SecurityGroup(stack, 'Narrow', { vpc, allowAllOutbound: false });
      securityGroup.addEgressRule(ec2.Peer.anyIpv4(), ec2.Port.HTTP);
      return { vpc, service: { securityGroups: [securityGroup] } };
    }),
  },
  {
    sentence: 'a security group whose only outbound rule, declared as a separate resource, is for the database',
    foundBy: ['egress-admits-start-up'],
    twin: WORKER,
    declare: worker(stack => {
      const vpc = natVpc(stack);
      const securityGroup = new ec2.SecurityGroup(stack, 'Narrow', { vpc, allowAllOutbound: false });
      securityGroup.connections.allowTo(new ec2.SecurityGroup(stack, 'Database', { vpc }), ec2.Port.POSTGRES);
      return { vpc, service: { securityGroups: [securityGroup] } };
    }),
  },
  {
    sentence: 'tasks with public IP addresses in public subnets',
    foundBy: ['no-public-ip'],
    twin: WORKER,
    declare: worker(() => ({ service: { assignPublicIp: true } })),
  },
  {
    sentence: 'public IP addresses that an Aspect assigns to all tasks',
    foundBy: ['no-public-ip'],
    ...byAspect(WORKER, SERVICE, `${NETWORK}.AssignPublicIp`, 'ENABLED'),
  },
  {
    sentence: 'tasks without public IP addresses in public subnets',
    foundBy: ['public-subnet-needs-public-ip'],
    twin: WORKER,
    declare: worker(() => ({ service: { vpcSubnets: { subnetType: ec2.SubnetType.PUBLIC } } })),
  },
  {
    sentence: 'subnets with fewer IP addresses than a deployment needs',
    foundBy: ['subnet-capacity'],
    twin: WORKER,
    declare: worker(stack => ({
      vpc: natVpc(stack, {
        subnetConfiguration: [
          { name: 'Public', subnetType: ec2.SubnetType.PUBLIC, cidrMask: 24 },
          { name: 'Private', subnetType: ec2.SubnetType.PRIVATE_WITH_EGRESS, cidrMask: 28 },
        ],
      }),
      service: { desiredCount: 20 },
    })),
  },
  {
    sentence: 'all tasks in one Availability Zone',
    foundBy: ['multiple-availability-zones'],
    twin: WORKER,
    declare: worker(stack => {
      const vpc = natVpc(stack);
      return { vpc, service: { vpcSubnets: { subnets: vpc.privateSubnets.slice(0, 1) } } };
    }),
  },
];
