import { Template } from 'aws-cdk-lib/assertions';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import { LoadBalancing, VpcEndpoints } from '../../src/index';
import { certificateIn, declareIn, endpointsOf, newStack } from '../service/declare';

test('in a dual-stack VPC a service has the same endpoints, which its tasks reach by their IPv4 addresses', () => {
  const stack = newStack();
  const vpc = new ec2.Vpc(stack, 'Vpc', {
    ipProtocol: ec2.IpProtocol.DUAL_STACK,
    natGateways: 0,
    subnetConfiguration: [{ name: 'Tasks', subnetType: ec2.SubnetType.PRIVATE_ISOLATED }],
  });
  declareIn(stack, { vpc });
  const template = Template.fromStack(stack);
  expect(endpointsOf(template)).toEqual(['ecr.api', 'ecr.dkr', 'kms', 'logs', 's3', 'ssmmessages']);
  template.hasResourceProperties('AWS::EC2::SecurityGroup', {
    SecurityGroupIngress: [{ CidrIp: { 'Fn::GetAtt': [stack.getLogicalId(vpc.node.defaultChild as ec2.CfnVPC), 'CidrBlock'] }, FromPort: 443, IpProtocol: 'tcp' }],
  });
});

describe('subnets with IPv6 addresses only', () => {
  const ipv6Only = (subnetType: ec2.SubnetType) => {
    const stack = newStack();
    const vpc = new ec2.Vpc(stack, 'Vpc', { ipProtocol: ec2.IpProtocol.DUAL_STACK, subnetConfiguration: [{ name: 'Public', subnetType: ec2.SubnetType.PUBLIC }, { name: 'Tasks', subnetType }] });
    for (const { node: { defaultChild } } of [...vpc.privateSubnets, ...vpc.isolatedSubnets]) {
      if (!(defaultChild instanceof ec2.CfnSubnet)) throw new Error('a subnet of the CDK is a resource');
      Object.assign(defaultChild, { ipv6Native: true, cidrBlock: undefined });
    }
    return { stack, vpc };
  };

  test('can hold no interface endpoints', () => {
    const { stack, vpc } = ipv6Only(ec2.SubnetType.PRIVATE_ISOLATED);
    expect(() => declareIn(stack, { vpc })).toThrow("subnet 'Shop/Vpc/TasksSubnet1' has IPv6 addresses only, but the VPC endpoints for "
      + "ecr.api, ecr.dkr, logs, ssmmessages, kms must have IPv4 addresses there; set 'vpcSubnets' to dual-stack subnets, or 'vpcEndpoints' to VpcEndpoints.EXISTING ('existing')");
  });

  test('can hold no targets of the load balancer', () => {
    const { stack, vpc } = ipv6Only(ec2.SubnetType.PRIVATE_WITH_EGRESS);
    expect(() => declareIn(stack, { vpc, containerPort: 8080, loadBalancing: LoadBalancing.publicHttps({ certificate: certificateIn(stack) }) }))
      .toThrow("subnet 'Shop/Vpc/TasksSubnet1' has IPv6 addresses only, but the load balancer forwards to IPv4 addresses; set 'vpcSubnets' to dual-stack subnets, or 'loadBalancing' to LoadBalancing.none()");
  });

  test.each([undefined, VpcEndpoints.EXISTING])('can hold a worker that pulls its image over IPv6, with vpcEndpoints %s', vpcEndpoints => {
    const { stack, vpc } = ipv6Only(ec2.SubnetType.PRIVATE_WITH_EGRESS);
    declareIn(stack, { vpc, vpcEndpoints, image: ecs.ContainerImage.fromRegistry('111122223333.dkr-ecr.eu-central-1.on.aws/shop:1.2.3') });
    expect(endpointsOf(Template.fromStack(stack))).toEqual(vpcEndpoints === undefined ? ['s3'] : []);
  });

  test('can hold no worker whose image has a name for IPv4', () => {
    const { stack, vpc } = ipv6Only(ec2.SubnetType.PRIVATE_WITH_EGRESS);
    declareIn(stack, { vpc });
    expect(() => Template.fromStack(stack)).toThrow('the only route is for IPv6, and the image name has the IPv4 host of ECR (dkr.ecr, not dkr-ecr)');
  });
});
