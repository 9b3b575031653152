import { type CfnResource, Fn, type Stack } from 'aws-cdk-lib';
import type * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import type { ApplicationLoadBalancer } from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import * as logs from 'aws-cdk-lib/aws-logs';
import { WEB, worker } from './corpus/bad/twins';
import type { Declare } from './corpus/configuration';
import { judgeCorpus } from './corpus/judge-corpus';
import { spoil } from './corpus/parts/spoil';

interface Parts {
  readonly loadBalancer: ApplicationLoadBalancer;
  readonly service: ecs.FargateService;
  readonly vpc: ec2.IVpc;
}

/** A web service with one thing changed. */
const changed = (change: (parts: Parts) => void): Declare => spoil(WEB, ({ node }) => {
  const service = node.findChild('Service') as ecs.FargateService;
  change({ service, loadBalancer: node.findChild('LoadBalancer') as ApplicationLoadBalancer, vpc: service.cluster.vpc });
}).declare;

const override = ({ node }: { readonly node: { readonly defaultChild?: unknown } }, path: string, value: unknown): void =>
  (node.defaultChild as CfnResource).addPropertyOverride(path, value);

const admitting = (...ingress: readonly object[]): Declare => changed(({ loadBalancer }) => {
  for (const group of loadBalancer.connections.securityGroups) override(group as ec2.SecurityGroup, 'SecurityGroupIngress', ingress);
});

const inThirdZone = (subnetsOf: (vpc: ec2.IVpc) => readonly ec2.ISubnet[]): Declare => changed(({ vpc }) => {
  const [, subnet] = subnetsOf(vpc);
  override(subnet, 'AvailabilityZone', Fn.select(2, Fn.getAzs()));
});

const sharing = (both: boolean): Declare => changed(({ service, loadBalancer }) => {
  const groups = (both ? [service, loadBalancer] : [loadBalancer]).flatMap(({ connections }) => connections.securityGroups);
  override(service, 'NetworkConfiguration.AwsvpcConfiguration.SecurityGroups', groups.map(({ securityGroupId }) => securityGroupId));
});

const ofGroup = (stack: Stack) => ({ logGroup: logs.LogGroup.fromLogGroupName(stack, 'Group', '/ecs/shop'), streamPrefix: 'app', mode: ecs.AwsLogDriverMode.BLOCKING });

/** A worker whose log driver creates the log group, which the grants of the CDK do not allow. */
const createsGroup = (creates: unknown): Declare => spoil(
  worker(stack => ({ container: { logging: ecs.LogDrivers.awsLogs(ofGroup(stack)) } })),
  ({ node }) => override(node.findChild('Task'), 'ContainerDefinitions.0.LogConfiguration.Options.awslogs-create-group', creates),
).declare;

/** Ways to break a guardrail with a load balancer, or with what the CDK grants by itself. */
const BROKEN: readonly (readonly [rule: string, way: string, declare: Declare])[] = [
  ['execution-role-creates-log-group', 'override', createsGroup('true')],
  ['execution-role-creates-log-group', 'boolean', createsGroup(true)],
  ['internet-facing-in-public-subnets', 'override', changed(({ loadBalancer, vpc }) =>
    override(loadBalancer, 'Subnets', vpc.privateSubnets.map(({ subnetId }) => subnetId)))],
  ['internet-facing-in-public-subnets', 'one of its subnets', changed(({ loadBalancer, vpc: { privateSubnets: [first] } }) =>
    override(loadBalancer, 'Subnets.0', first.subnetId))],
  ['load-balancer-admits-clients', 'nobody', admitting()],
  ['load-balancer-admits-clients', 'another port', admitting({ IpProtocol: 'tcp', FromPort: 80, ToPort: 80, CidrIp: '0.0.0.0/0' })],
  ['load-balancer-covers-zones', 'zone of the load balancer', inThirdZone(({ publicSubnets }) => publicSubnets)],
  ['load-balancer-covers-zones', 'zone of the tasks', inThirdZone(({ privateSubnets }) => privateSubnets)],
  ['separate-security-groups', 'a second group', sharing(true)],
  ['separate-security-groups', 'the only group', sharing(false)],
];

const [sound, ...judgements] = judgeCorpus([WEB, ...BROKEN.map(([, , declare]) => declare)]);

test.each(BROKEN.map(([rule, way], index) => [rule, way, judgements[index]] as const))('%s, broken by %s, is found', (rule, _way, { findings }) => {
  expect(findings.map(({ ruleName }) => ruleName)).toContain(rule);
});

test('the web service that they change is found without fault', () => {
  expect(sound.findings).toEqual([]);
});
