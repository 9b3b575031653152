import type { Stack } from 'aws-cdk-lib';
import { Peer, Vpc } from 'aws-cdk-lib/aws-ec2';
import { LoadBalancing, VpcEndpoints } from '../../src/index';
import { declareIn, newStack } from '../service/declare';

const UNKNOWN = "the 'vpcCidrBlock' of 'Shop/Imported' is not known, but ";

test('endpoints are made in an imported VPC only when its addresses are known, and the refusal names both ways out', () => {
  const stack = newStack();
  expect(() => declareIn(stack, { vpc: importedInto(stack), vpcEndpoints: VpcEndpoints.PROVISION })).toThrow(
    `${UNKNOWN}its VPC endpoints allow connections from that range; import the VPC with its 'vpcCidrBlock', or set 'vpcEndpoints' to VpcEndpoints.EXISTING`);
});

test('an internal load balancer in an imported VPC asks for its addresses, unless its clients are named', () => {
  const stack = newStack();
  const inside = { vpc: importedInto(stack), vpcEndpoints: VpcEndpoints.EXISTING, containerPort: 8080 };
  expect(() => declareIn(stack, { ...inside, loadBalancing: LoadBalancing.internal() }))
    .toThrow(`${UNKNOWN}an internal load balancer allows clients in that range; import the VPC with its 'vpcCidrBlock', or set 'clients'`);
  const clients = [Peer.ipv4('10.0.0.0/8')];
  expect(() => declareIn(stack, { ...inside, loadBalancing: LoadBalancing.internal({ clients }) }, 'Named')).not.toThrow();
});

const importedInto = (stack: Stack) => Vpc.fromVpcAttributes(stack, 'Imported', {
  vpcId: 'vpc-1', availabilityZones: ['eu-west-1a', 'eu-west-1b'], isolatedSubnetIds: ['subnet-1', 'subnet-2'], isolatedSubnetRouteTableIds: ['rtb-1', 'rtb-2'],
});
