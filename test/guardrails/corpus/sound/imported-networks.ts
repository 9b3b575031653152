import { CfnParameter, Fn, Stack } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import type * as ecs from 'aws-cdk-lib/aws-ecs';
import type { SoundConfiguration } from '../configuration';
import { endpointVpc, natVpc } from '../parts/network';
import { soundService } from '../parts/service';

/** Account and Region of the configurations that look something up; the answers are in `LOOKED_UP`. */
const ENVIRONMENT = { account: '111122223333', region: 'eu-west-1' };

/** What a lookup found when somebody ran it, as `cdk.context.json` keeps it. */
export const LOOKED_UP = {
  [`vpc-provider:account=${ENVIRONMENT.account}:filter.tag:Name=shared:region=${ENVIRONMENT.region}:returnAsymmetricSubnets=true`]: {
    vpcId: 'vpc-0123456789abcdef0',
    vpcCidrBlock: '10.0.0.0/16',
    ownerAccountId: ENVIRONMENT.account,
    availabilityZones: [],
    subnetGroups: [
      { name: 'Public', type: 'Public', subnets: subnets('0a', '0b', 'rtb-0public000000000') },
      { name: 'Private', type: 'Private', subnets: subnets('1a', '1b', 'rtb-0private00000000') },
    ],
  },
};

/** Networks that another stack, account or team made. */
export const IMPORTED_NETWORKS: readonly SoundConfiguration[] = [
  {
    sentence: 'a worker in a VPC that is imported by its attributes',
    declare: stack => void soundService(stack, {
      vpc: ec2.Vpc.fromVpcAttributes(stack, 'Vpc', {
        vpcId: 'vpc-0123456789abcdef0',
        availabilityZones: ['eu-west-1a', 'eu-west-1b'],
        privateSubnetIds: ['subnet-0aaaaaaaaaaaaaaa0', 'subnet-0aaaaaaaaaaaaaaa1'],
      }),
    }),
  },
  {
    sentence: 'a worker in a VPC that was looked up',
    declare: stack => {
      const service = new Stack(stack, 'Here', { env: ENVIRONMENT });
      soundService(service, { vpc: ec2.Vpc.fromLookup(service, 'Vpc', { vpcName: 'shared' }) });
    },
  },
  {
    sentence: 'a worker in a VPC with NAT gateways from another stack',
    declare: stack => void soundService(new Stack(stack, 'Service'), { vpc: natVpc(new Stack(stack, 'Network')) }),
  },
  {
    sentence: 'a worker in a VPC with VPC endpoints from another stack',
    declare: stack => void soundService(new Stack(stack, 'Service'), { vpc: endpointVpc(new Stack(stack, 'Network')) }),
  },
  {
    sentence: 'a worker in the first two subnets of a parameter',
    declare: stack => void soundService(stack, { vpc: vpcOfParameters(stack) }),
  },
  {
    sentence: 'a worker in all subnets of a parameter',
    declare: stack => {
      const service = soundService(stack, { vpc: vpcOfParameters(stack) });
      (service.node.findChild('Service') as ecs.CfnService).addPropertyOverride('NetworkConfiguration.AwsvpcConfiguration.Subnets', { Ref: 'Subnets' });
    },
  },
  {
    sentence: 'a worker with an imported security group',
    declare: stack => void soundService(stack, {
      service: { securityGroups: [ec2.SecurityGroup.fromSecurityGroupId(stack, 'Tasks', 'sg-0123456789abcdef0')] },
    }),
  },
  {
    sentence: 'a worker in selected subnets of a shared VPC',
    declare: stack => void soundService(stack, {
      vpc: ec2.Vpc.fromVpcAttributes(stack, 'Vpc', { vpcId: 'vpc-0123456789abcdef0', availabilityZones: ['eu-west-1a', 'eu-west-1b'] }),
      service: {
        vpcSubnets: {
          subnets: ['a', 'b'].map(zone => ec2.Subnet.fromSubnetAttributes(stack, `Subnet${zone}`, { subnetId: `subnet-0123456789abcde${zone}`, availabilityZone: `eu-west-1${zone}` })),
        },
      },
    }),
  },
];

function vpcOfParameters(stack: Stack): ec2.IVpc {
  const subnetIds = new CfnParameter(stack, 'Subnets', { type: 'List<AWS::EC2::Subnet::Id>' });
  return ec2.Vpc.fromVpcAttributes(stack, 'Vpc', {
    vpcId: new CfnParameter(stack, 'VpcId', { type: 'AWS::EC2::VPC::Id' }).valueAsString,
    availabilityZones: ['eu-west-1a', 'eu-west-1b'],
    privateSubnetIds: [0, 1].map(index => Fn.select(index, subnetIds.valueAsList)),
  });
}

function subnets(first: string, second: string, routeTableId: string): readonly object[] {
  return [first, second].map((name, index) => ({
    subnetId: `subnet-0123456789abc${name}`,
    cidr: `10.0.${name[0]}${index}.0/24`,
    availabilityZone: `eu-west-1${'ab'[index]}`,
    routeTableId,
  }));
}
