import { App, CfnResource, Duration, Stack } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import * as sns from 'aws-cdk-lib/aws-sns';
import type { IConstruct } from 'constructs';
import { CATALOGUE } from '../../../src/guardrails/catalogue';
import { HardenedFargateService } from '../../../src/service/hardened-fargate-service';
import { Scaling } from '../../../src/service/options/scaling';
import { behindHttps, imageIn } from '../../service/declare';
import { judgementOf, type Reported } from '../judged';

/** Takes something away from a service through its escape hatches. */
type TakeAway = (service: HardenedFargateService) => void;

/** The resources of a type in the construct, of which there must be some. */
function allOf(scope: IConstruct, type: string, isMeant: (resource: CfnResource) => boolean = () => true): readonly CfnResource[] {
  const ofType = scope.node.findAll().filter(CfnResource.isCfnResource).filter(({ cfnResourceType }) => cfnResourceType === type);
  const meant = ofType.filter(isMeant);
  if (meant.length === 0) throw new Error(`no ${type} is meant, but there are ${ofType.map(({ node }) => node.path).join(', ')}`);
  return meant;
}

/** Sets a property of all resources of a type in the construct; without a value it is deleted. */
const set = (type: string, path: string, value?: unknown, isMeant?: (resource: CfnResource) => boolean): TakeAway => service => {
  for (const resource of allOf(service, type, isMeant)) {
    if (value === undefined) resource.addPropertyDeletionOverride(path);
    else resource.addPropertyOverride(path, value);
  }
};

const removeFrom = (scope: IConstruct, type: string): void => {
  for (const { node } of allOf(scope, type)) node.scope?.node.tryRemoveChild(node.id);
};
const remove = (type: string): TakeAway => service => removeFrom(service, type);
/** What waits for every service of a stack lies beside them. */
const removeFromStack = (type: string): TakeAway => service => removeFrom(Stack.of(service), type);

const named = (part: string) => ({ node }: CfnResource): boolean => node.path.includes(part);

/** An endpoint leads to another service: one that is removed would be provided again. */
const elsewhere = (id: string): TakeAway => set('AWS::EC2::VPCEndpoint', 'ServiceName', 'com.amazonaws.eu-west-1.monitoring', named(id));

const [SERVICE, TASK, CONTAINER] = ['AWS::ECS::Service', 'AWS::ECS::TaskDefinition', 'ContainerDefinitions.0'];
const [CLUSTER, GROUP, LISTENER] = ['AWS::ECS::Cluster', 'AWS::ElasticLoadBalancingV2::TargetGroup', 'AWS::ElasticLoadBalancingV2::Listener'];
const [ENDPOINT, VPC, ALARM, ROLE] = ['AWS::EC2::VPCEndpoint', 'AWS::EC2::VPC', 'AWS::CloudWatch::Alarm', 'AWS::IAM::Role'];
const NETWORK = 'NetworkConfiguration.AwsvpcConfiguration';
const EVERYTHING = [{ Effect: 'Allow', Action: '*', Resource: '*' }];
const anyoneIn = [{ IpProtocol: '-1', CidrIp: '0.0.0.0/0' }];

const publicSubnets: TakeAway = service =>
  set(SERVICE, `${NETWORK}.Subnets`, service.vpc.publicSubnets.map(({ subnetId }) => subnetId))(service);
const oneSubnet: TakeAway = service => set(SERVICE, `${NETWORK}.Subnets`, [service.vpc.isolatedSubnets[0].subnetId])(service);
const forwardInClear: TakeAway = service => {
  const [forward] = allOf(service, GROUP).map(({ ref }) => ({ Type: 'forward', TargetGroupArn: ref }));
  set(LISTENER, 'DefaultActions', [forward], named('/Redirect80To443/'))(service);
};
const oneRole: TakeAway = service => set(TASK, 'TaskRoleArn', service.executionRole.roleArn)(service);
const instances: TakeAway = service => void allOf(service, SERVICE)[0].addPropertyOverride('CapacityProviderStrategy', [{ CapacityProvider: 'instances', Weight: 1 }]);

/** The permissions of the execution role but those of one AWS service. */
const executionRoleWithout = (prefix: string): TakeAway => service => {
  const [policy] = allOf(service, 'AWS::IAM::Policy', named('/ExecutionRole/'));
  const { policyDocument } = policy as CfnResource & { policyDocument: unknown };
  const { Statement: statements } = Stack.of(service).resolve(policyDocument) as { Statement: { Action: string | string[] }[] };
  policy.addPropertyOverride('PolicyDocument.Statement', statements.filter(({ Action }) => ![Action].flat().some(action => action.startsWith(prefix))));
};

/** Everything that the construct sets without being asked, taken away. */
const DEFAULTS: readonly (readonly [taken: string, rule: string, take: TakeAway])[] = [
  ['subnets without a public address', 'no-public-ip', set(SERVICE, `${NETWORK}.AssignPublicIp`, 'ENABLED')],
  ['isolated subnets', 'public-subnet-needs-public-ip', service => [publicSubnets, set(ENDPOINT, 'ServiceName', 'com.amazonaws.eu-west-1.monitoring')].forEach(take => take(service))],
  ['a second Availability Zone', 'multiple-availability-zones', oneSubnet],
  ['the endpoint of ECR', 'network-reaches-ecr', elsewhere('/EcrApi')],
  ['the endpoint of image pulls', 'network-reaches-ecr', elsewhere('/EcrDocker')],
  ['the endpoint of image layers', 'network-reaches-ecr', set(ENDPOINT, 'RouteTableIds', [], named('/S3'))],
  ['the endpoint of CloudWatch Logs', 'network-reaches-logs', elsewhere('/Logs')],
  ['the endpoint of Secrets Manager', 'network-reaches-secrets', elsewhere('/SecretsManager')],
  ['the endpoint of ECS Exec', 'network-reaches-exec', elsewhere('/SsmMessages')],
  ['private DNS of an endpoint', 'endpoint-admits-tasks', set(ENDPOINT, 'PrivateDnsEnabled', false, named('/EcrApi'))],
  ['clients of the endpoints', 'endpoint-admits-tasks', set('AWS::EC2::SecurityGroup', 'SecurityGroupIngress', [], named('/TaskEndpoints/'))],
  ['DNS of the VPC', 'vpc-dns-enabled', set(VPC, 'EnableDnsHostnames', false)],
  ['outbound traffic', 'egress-admits-start-up', set('AWS::EC2::SecurityGroup', 'SecurityGroupEgress', [{ IpProtocol: 'icmp', FromPort: 252, ToPort: 86, CidrIp: '255.255.255.255/32' }], named('/Web/SecurityGroup/'))],
  ['a closed security group', 'tasks-closed-to-internet', set('AWS::EC2::SecurityGroup', 'SecurityGroupIngress', anyoneIn, named('/Web/SecurityGroup/'))],
  ['the way from the load balancer', 'load-balancer-reaches-task', remove('AWS::EC2::SecurityGroupIngress')],
  ['two roles', 'separate-roles', oneRole],
  ['permission to pull the image', 'execution-role-pulls', executionRoleWithout('ecr:')],
  ['permission to write the log', 'execution-role-logs', executionRoleWithout('logs:')],
  ['permission to read the secret', 'execution-role-reads-secrets', executionRoleWithout('secretsmanager:')],
  ['a task role without permissions', 'task-role-not-admin', set(ROLE, 'Policies.0.PolicyDocument.Statement', EVERYTHING, named('/TaskRole/'))],
  ['permissions of ECS Exec', 'task-role-exec', set(ROLE, 'Policies', [], named('/TaskRole/'))],
  ['the trust in ECS', 'roles-trusted-by-ecs-tasks', set(ROLE, 'AssumeRolePolicyDocument.Statement.0.Principal', { Service: 'ec2.amazonaws.com' }, named('/ExecutionRole/'))],
  ['a second task', 'spare-task', set('AWS::ApplicationAutoScaling::ScalableTarget', 'MinCapacity', 1)],
  ['one owner of the desired count', 'desired-count-owned-once', set(SERVICE, 'DesiredCount', 2)],
  ['the grace period', 'grace-period-covers-start', set(SERVICE, 'HealthCheckGracePeriodSeconds')],
  ['the grace period, of a patient target group', 'grace-period-covers-start', set(SERVICE, 'HealthCheckGracePeriodSeconds', 0)],
  ['the start period', 'health-check-start-period', set(TASK, `${CONTAINER}.HealthCheck.StartPeriod`)],
  ['the circuit breaker', 'circuit-breaker', set(SERVICE, 'DeploymentConfiguration.DeploymentCircuitBreaker')],
  ['the rollback', 'circuit-breaker', set(SERVICE, 'DeploymentConfiguration.DeploymentCircuitBreaker.Rollback', false)],
  ['room for a deployment', 'deployment-can-progress', set(SERVICE, 'DeploymentConfiguration.MaximumPercent', 100)],
  ['the stop timeout', 'stop-timeout-limits', set(TASK, `${CONTAINER}.StopTimeout`)],
  ['the deregistration delay', 'deregistration-fits-drain', set(GROUP, 'TargetGroupAttributes', [])],
  ['the init process', 'exec-init-process', set(TASK, `${CONTAINER}.LinuxParameters`)],
  ['the read-only root', 'read-only-root', set(TASK, `${CONTAINER}.ReadonlyRootFilesystem`, false)],
  ['writable paths of ECS Exec', 'exec-works-with-read-only-root', set(TASK, `${CONTAINER}.MountPoints`, [])],
  ['the log', 'container-logging', set(TASK, `${CONTAINER}.LogConfiguration`)],
  ['the delivery mode of the log', 'log-delivery-mode', set(TASK, `${CONTAINER}.LogConfiguration.Options.mode`)],
  ['the buffer of the log', 'log-delivery-mode', set(TASK, `${CONTAINER}.LogConfiguration.Options.max-buffer-size`)],
  ['the retention of the log', 'log-retention', set('AWS::Logs::LogGroup', 'RetentionInDays', undefined, named('/Web/LogGroup/'))],
  ['a user other than root', 'non-root-user', set(TASK, `${CONTAINER}.User`, 'root')],
  ['a size that Fargate offers', 'fargate-task-size', set(TASK, 'Cpu', '300')],
  ['TLS', 'listener-encrypted', set(LISTENER, 'Protocol', 'HTTP', named('/Listener/'))],
  ['a current TLS policy', 'listener-encrypted', set(LISTENER, 'SslPolicy', undefined, named('/Listener/'))],
  ['targets by address', 'target-type-ip', set(GROUP, 'TargetType', 'instance')],
  ['health checks on the traffic port', 'health-check-port-served', set(GROUP, 'HealthCheckPort', '9999')],
  ['access logs and header checks of the load balancer', 'load-balancer-protected', set('AWS::ElasticLoadBalancingV2::LoadBalancer', 'LoadBalancerAttributes', [])],
  ['deletion protection', 'load-balancer-protected', removeFromStack('Custom::LoadBalancerDeletionProtection')],
  ['clients of the load balancer', 'load-balancer-admits-clients', set('AWS::EC2::SecurityGroup', 'SecurityGroupIngress', [], named('/LoadBalancer/SecurityGroup/'))],
  ['Container Insights', 'container-insights', set(CLUSTER, 'ClusterSettings', [])],
  ['the record of sessions', 'exec-audited', set(CLUSTER, 'Configuration.ExecuteCommandConfiguration.Logging', 'NONE')],
  ['actions of the alarms', 'alarms-have-actions', service => [set(ALARM, 'ActionsEnabled', false), set('AWS::CloudWatch::CompositeAlarm', 'ActionsEnabled', false)].forEach(take => take(service))],
  ['capacity by a strategy', 'capacity-provider-strategy', service => [set(SERVICE, 'CapacityProviderStrategy'), set(SERVICE, 'LaunchType', 'FARGATE')].forEach(take => take(service))],
  ['capacity on demand', 'spot-has-on-demand-base', set(SERVICE, 'CapacityProviderStrategy', [{ CapacityProvider: 'FARGATE_SPOT', Weight: 1 }])],
  ['Fargate', 'spot-has-on-demand-base', instances],
  ['rebalancing of Availability Zones', 'availability-zone-rebalancing', set(SERVICE, 'AvailabilityZoneRebalancing', 'DISABLED')],
  ['a writable /tmp', 'volumes-mounted', set(TASK, `${CONTAINER}.MountPoints`, [])],
  ['the redirect of HTTP to HTTPS', 'listener-encrypted', forwardInClear],
  ['a current platform version', 'platform-version-current', set(SERVICE, 'PlatformVersion', '1.3.0')],
  ['tags of the tasks', 'tags-propagate', set(SERVICE, 'PropagateTags', 'NONE')],
  ['tags of ECS', 'tags-propagate', set(SERVICE, 'EnableECSManagedTags', false)],
];

/** What is removed from the app altogether, so that no override is to be removed: the fix of the rule says how it comes back. */
const REMOVED: readonly string[] = ['the way from the load balancer', 'deletion protection'];

/** What the construct sets without being asked and no guardrail misses, each with the reason. */
const NOT_PROMISED: readonly (readonly [taken: string, because: string, take: TakeAway])[] = [
  ['the listener that redirects HTTP', 'nothing answers on port 80 then, so that no request is sent in clear', service => {
    for (const { node } of allOf(service, LISTENER, named('/Redirect80To443/'))) node.scope?.node.tryRemoveChild(node.id);
  }],
  ['the flow log of rejected traffic', 'tasks run as safely without it, and flow logs may be set up for a whole account',
    service => {
      for (const { node } of allOf(service, 'AWS::EC2::FlowLog')) node.scope?.node.tryRemoveChild(node.id);
    }],
];

function hardenedWeb(stack: Stack): HardenedFargateService {
  return new HardenedFargateService(stack, 'Web', {
    ...behindHttps(stack),
    image: imageIn(stack),
    user: '65532:65532',
    alarmTopic: new sns.Topic(stack, 'OnCall'),
    healthCheck: { command: ['CMD', '/health'] },
    secrets: { TOKEN: ecs.Secret.fromSecretsManager(new secretsmanager.Secret(stack, 'Token')) },
    scaling: Scaling.onUtilization({ minCapacity: 2, maxCapacity: 6 }),
  });
}

/** What a stack with a default taken away has errors of, and which overrides took it away. */
interface Taken {
  readonly errors: readonly Reported[];
  readonly overrides: readonly string[];
}

/** A default, and what takes it away. */
type Taking = readonly [taken: string, take?: TakeAway];

/** An app of so many stacks is judged sooner than one of them all: the CDK looks through the whole app for each of its VPCs. */
const TOGETHER = 10;

/** What is found in a stack for each default taken away. */
function takenByDefault(): ReadonlyMap<string, Taken> {
  const all: readonly Taking[] = [['nothing'], ...[...DEFAULTS, ...NOT_PROMISED].map(([taken,, take]): Taking => [taken, take])];
  const firsts = [...all.keys()].filter(index => index % TOGETHER === 0);
  return new Map(firsts.flatMap(first => takenInOneApp(all.slice(first, first + TOGETHER))));
}

function takenInOneApp(takings: readonly Taking[]): readonly (readonly [taken: string, found: Taken])[] {
  const app = new App({ treeMetadata: false });
  const overridden = jest.spyOn(CfnResource.prototype, 'addPropertyOverride');
  const stacks = takings.map(([taken, take], index) => {
    const stack = new Stack(app, `Stack${index}`);
    const service = hardenedWeb(stack);
    overridden.mockClear();
    take?.(service);
    const overrides = overridden.mock.calls.map(([path], call) => `${path} on ${(overridden.mock.contexts[call] as CfnResource).node.path}`);
    return { taken, path: stack.node.path, overrides };
  });
  overridden.mockRestore();
  const errors = judgementOf(app).violations.filter(({ severity }) => severity === 'error');
  return stacks.map(({ taken, path, overrides }) => [taken, {
    overrides,
    errors: errors.filter(({ violatingConstructs }) =>
      violatingConstructs.some(({ constructPath }) => constructPath === path || constructPath.startsWith(`${path}/`))),
  }]);
}

describe('a hardened service without', () => {
  const byDefault = takenByDefault();
  const rulesOf = (taken: string) => byDefault.get(taken)?.errors.map(({ ruleName }) => ruleName);

  test.each(DEFAULTS)('%s has the error %s', (taken, rule) => {
    expect(rulesOf(taken)).toContain(rule);
  });
  test.each(DEFAULTS.filter(([taken]) => !REMOVED.includes(taken)))('%s is told to remove the override that took it away', (taken, rule) => {
    const { errors, overrides } = byDefault.get(taken) ?? { errors: [], overrides: [] };
    const fixes = errors.filter(({ ruleName }) => ruleName === rule).map(({ suggestedFix }) => suggestedFix);
    expect(fixes.length).toBeGreaterThan(0);
    for (const fix of fixes) {
      const [, one, several] = /^Remove the override (?:of (\S+ on \S+)\. Without the override, the requirement is met|that causes this finding\. The overrides are: (.+))\. Example: /.exec(fix) ?? [];
      if (several === undefined) expect(overrides).toContain(one);
      else expect(several.split('; ').sort()).toEqual([...overrides].sort());
    }
  });

  test.each(NOT_PROMISED)('%s has no error: %s', taken => {
    expect(rulesOf(taken)).toEqual([]);
  });

  test('anything taken away has no error', () => expect(rulesOf('nothing')).toEqual([]));
});

test('what was removed from a hardened service comes back by following the printed fixes', () => {
  const app = new App();
  const stack = new Stack(app, 'S');
  const service = hardenedWeb(stack);
  remove('AWS::EC2::SecurityGroupIngress')(service);
  removeFromStack('Custom::LoadBalancerDeletionProtection')(service);
  if (service.loadBalancer === undefined) throw new Error('there is a load balancer');
  service.connections.allowFrom(service.loadBalancer, ec2.Port.tcp(8080));
  service.loadBalancer.setAttribute('deletion_protection.enabled', 'true');
  expect(judgementOf(app).violations.filter(({ severity }) => severity === 'error')).toEqual([]);
});

test('every guardrail that is promised has a default that is taken away here', () => {
  const taken = DEFAULTS.map(([, rule]) => rule);
  // An image that is built for another architecture is not a default.
  const promised = CATALOGUE.filter(rule => rule.promised).map(({ id }) => id).filter(id => id !== 'architecture-stated');
  expect(promised.filter(id => !taken.includes(id))).toEqual([]);
});

test('what a user adds to a hardened service is no default: hygiene there stays a warning', () => {
  const app = new App();
  const stack = new Stack(app, 'S');
  const service = hardenedWeb(stack);
  service.taskDefinition.addContainer('proxy', {
    image: ecs.ContainerImage.fromRegistry('public.ecr.aws/envoy/envoy:v1.35.0'),
    logging: ecs.LogDrivers.awsLogs({ streamPrefix: 'proxy' }),
    user: '65532',
    memoryLimitMiB: 64,
    readonlyRootFilesystem: true,
    stopTimeout: Duration.seconds(30),
  });
  service.service.metricCpuUtilization().createAlarm(stack, 'Own', { threshold: 90, evaluationPeriods: 3 });
  const levels = new Map(judgementOf(app).violations.map(({ ruleName, severity }) => [ruleName, severity]));
  expect([levels.get('log-retention'), levels.get('log-delivery-mode'), levels.get('alarms-have-actions')]).toEqual(['warning', 'warning', 'warning']);
});
