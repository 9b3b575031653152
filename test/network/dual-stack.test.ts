import { Template } from 'aws-cdk-lib/assertions';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import { declareIn, endpointsOf, newStack } from '../service/declare';

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
