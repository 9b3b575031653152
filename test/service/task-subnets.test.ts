import { Template } from 'aws-cdk-lib/assertions';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import { declareIn, idsOf, newStack, only } from './declare';
import { VpcEndpoints } from '../../src/index';
import { found } from '../found';

const fromDockerHub = ecs.ContainerImage.fromRegistry('nginx:1.29');

function subnetsOf(template: Template): readonly string[] {
  return found<{ readonly Ref: string }>(only(template, 'AWS::ECS::Service').NetworkConfiguration.AwsvpcConfiguration.Subnets).map(({ Ref }) => Ref);
}

test('in a VPC with isolated subnets and such with egress, tasks run where the CDK would put them, unless they are chosen', () => {
  const stack = newStack();
  const subnetConfiguration = [
    { name: 'Out', subnetType: ec2.SubnetType.PUBLIC },
    { name: 'Egress', subnetType: ec2.SubnetType.PRIVATE_WITH_EGRESS },
    { name: 'Isolated', subnetType: ec2.SubnetType.PRIVATE_ISOLATED },
  ];
  const vpc = new ec2.Vpc(stack, 'Vpc', { subnetConfiguration });
  declareIn(stack, { vpc });
  for (const subnet of subnetsOf(Template.fromStack(stack))) expect(subnet).toMatch(/^VpcEgressSubnet/);
  const other = newStack();
  const chosen = new ec2.Vpc(other, 'Vpc', { subnetConfiguration });
  declareIn(other, { vpc: chosen, vpcSubnets: { subnetType: ec2.SubnetType.PRIVATE_ISOLATED } });
  for (const subnet of subnetsOf(Template.fromStack(other))) expect(subnet).toMatch(/^VpcIsolatedSubnet/);
});

test('in a VPC with egress only, tasks run behind its NAT gateway', () => {
  const stack = newStack();
  declareIn(stack, { vpc: new ec2.Vpc(stack, 'Vpc') });
  for (const subnet of subnetsOf(Template.fromStack(stack))) expect(subnet).toMatch(/^VpcPrivateSubnet/);
});

test('an image from another registry is pulled through the egress of the VPC', () => {
  const stack = newStack();
  declareIn(stack, { image: fromDockerHub, vpc: new ec2.Vpc(stack, 'Vpc') });
  const template = Template.fromStack(stack);
  for (const subnet of subnetsOf(template)) expect(subnet).toMatch(/^VpcPrivateSubnet/);
  expect(JSON.stringify(template.findResources('AWS::IAM::Policy'))).not.toContain('ecr:GetAuthorizationToken');
});

test.each([
  ['nginx:1.29', 'Docker Hub'],
  ['bitnami/redis:8', 'Docker Hub'],
  ['public.ecr.aws/nginx/nginx:1.29', 'public.ecr.aws'],
  ['ghcr.io/owner/app@sha256:0123', 'ghcr.io'],
])('%s cannot be pulled from isolated subnets, and the error says from where it would come', (name, registry) => {
  expect(() => declareIn(newStack(), { image: ecs.ContainerImage.fromRegistry(name) }))
    .toThrow(`'image' is pulled from ${registry}, but the tasks would run in isolated subnets`);
});

test.each([
  '111122223333.dkr.ecr.eu-central-1.amazonaws.com/shop:1.2.3',
  '123456789012.dkr.ecr.eusc-de-east-1.amazonaws.eu/web:1',
])('%s is named by its address in ECR, and is pulled from isolated subnets', name => {
  const image = ecs.ContainerImage.fromRegistry(name);
  expect(() => declareIn(newStack(), { image })).not.toThrow();
});

test('isolated subnets that were chosen do not make another registry reachable', () => {
  const stack = newStack();
  const subnetConfiguration = [{ name: 'Isolated', subnetType: ec2.SubnetType.PRIVATE_ISOLATED }];
  const vpc = new ec2.Vpc(stack, 'Vpc', { subnetConfiguration });
  expect(() => declareIn(stack, { image: fromDockerHub, vpc, vpcSubnets: { subnetGroupName: 'Isolated' } })).toThrow("'image' is pulled from Docker Hub");
});

test('a VPC with public subnets only is refused', () => {
  const stack = newStack();
  const vpc = new ec2.Vpc(stack, 'Vpc', { subnetConfiguration: [{ name: 'Out', subnetType: ec2.SubnetType.PUBLIC }] });
  expect(() => declareIn(stack, { vpc })).toThrow("'vpc' 'Shop/Vpc' has only public subnets");
});

describe('an imported VPC', () => {
  const importedIn = (stack: ReturnType<typeof newStack>) => ec2.Vpc.fromVpcAttributes(stack, 'Vpc', {
    vpcId: 'vpc-1',
    vpcCidrBlock: '10.0.0.0/16',
    availabilityZones: ['eu-central-1a', 'eu-central-1b'],
    isolatedSubnetIds: ['subnet-1', 'subnet-2'],
    isolatedSubnetRouteTableIds: ['rtb-1', 'rtb-2'],
  });

  test('needs an answer to who provides its endpoints, and the error names both', () => {
    const stack = newStack();
    expect(() => declareIn(stack, { vpc: importedIn(stack) })).toThrow(/'existing'.*'provision'/s);
  });

  test.each([[VpcEndpoints.PROVISION, 6], [VpcEndpoints.EXISTING, 0]])('with the answer %s has %i endpoints made', (vpcEndpoints, count) => {
    const stack = newStack();
    declareIn(stack, { vpc: importedIn(stack), vpcEndpoints });
    expect(idsOf(Template.fromStack(stack), 'AWS::EC2::VPCEndpoint')).toHaveLength(count);
  });
});
