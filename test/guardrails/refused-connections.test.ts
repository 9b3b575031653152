import { CfnParameter, Fn, Stack } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import * as cloudmap from 'aws-cdk-lib/aws-servicediscovery';
import type { PlainService } from './plain-service';
import { byAspect, changed, type Declare, judgedWays, lowLevel, override, stackOf, withContainer, withService } from './ways-to-break';

const connected = (aliases: number): Declare => lowLevel({
  container: { portMappings: [{ containerPort: 80, name: 'http' }] },
  service: { serviceConnectConfiguration: { enabled: true, namespace: 'shop', services: [{ portName: 'http', clientAliases: Array.from({ length: aliases }, () => ({ port: 80 })) }] } },
});

/** A registry whose DNS records have certain types. */
const registered = (types: readonly string[], registry: Partial<ecs.CfnService.ServiceRegistryProperty>): Declare => (scope, vpc) => {
  const { attrArn } = new cloudmap.CfnService(scope, 'Registry', {
    namespaceId: 'ns-0123456789abcdef', dnsConfig: { dnsRecords: types.map(type => ({ type, ttl: 60 })) },
  });
  lowLevel({ service: { serviceRegistries: [{ registryArn: attrArn, ...registry }] } })(scope, vpc);
};

const ruleOf = ({ node }: PlainService): elbv2.ApplicationListenerRule => node.findChild('Rule') as elbv2.ApplicationListenerRule;

/** Another rule of the listener that was made elsewhere. */
const withRule = (priority: number): Declare => changed(({ node, service, targetGroup }) => {
  const listener = node.findChild('Listener') as elbv2.IApplicationListener;
  const rule = new elbv2.ApplicationListenerRule(service, 'Other', { listener, priority, conditions: [elbv2.ListenerCondition.pathPatterns(['/cart/*'])], targetGroups: [targetGroup] });
  service.node.addDependency(rule);
});

const group = (change: (group: elbv2.CfnTargetGroup) => void): Declare => changed(({ cfnTargetGroup }) => change(cfnTargetGroup));

/** A network load balancer that is told to speak something else than its target group. */
const networked = (listens: elbv2.Protocol, protocol: string): Declare => (scope, vpc) => {
  const loadBalancer = new elbv2.CfnLoadBalancer(scope, 'LoadBalancer', {
    type: 'network',
    scheme: 'internal',
    subnets: vpc.privateSubnets.map(({ subnetId }) => subnetId),
    loadBalancerAttributes: [{ key: 'deletion_protection.enabled', value: 'true' }, { key: 'access_logs.s3.enabled', value: 'true' }],
  });
  const { ref: targetGroupArn } = new elbv2.CfnTargetGroup(scope, 'Group', {
    port: 80, protocol, vpcId: vpc.vpcId, targetType: 'ip', targetGroupAttributes: [{ key: 'deregistration_delay.timeout_seconds', value: '60' }],
  });
  const listener = new elbv2.CfnListener(scope, 'Listener', { loadBalancerArn: loadBalancer.ref, port: 80, protocol: listens, defaultActions: [{ type: 'forward', targetGroupArn }] });
  const securityGroup = new ec2.SecurityGroup(scope, 'Tasks', { vpc });
  securityGroup.addIngressRule(ec2.Peer.ipv4(vpc.vpcCidrBlock), ec2.Port.allTraffic());
  lowLevel({
    container: { portMappings: [{ containerPort: 80 }] },
    service: {
      loadBalancers: [{ containerName: 'app', containerPort: 80, targetGroupArn }],
      healthCheckGracePeriodSeconds: 120,
      networkConfiguration: {
        awsvpcConfiguration: { subnets: vpc.privateSubnets.map(({ subnetId }) => subnetId), securityGroups: [securityGroup.securityGroupId] },
      },
    },
  })(scope, vpc);
  (scope.node.findChild('Service') as ecs.CfnService).addDependency(listener);
};

const groupIn = (vpcId: (stack: Stack) => string): Declare => (scope, vpc) => {
  const other = new ec2.CfnSecurityGroup(scope, 'Other', { groupDescription: 'other', vpcId: vpcId(Stack.of(scope)) });
  changed(({ cfnService }) => override(cfnService, 'NetworkConfiguration.AwsvpcConfiguration.SecurityGroups.1', other.attrGroupId))(scope, vpc);
};

/** Every way in which people connect a service so that AWS does not create it. */
const BROKEN: readonly (readonly [rule: string, way: string, declare: Declare])[] = [
  ['service-connect-client-alias', 'L1 with two', connected(2)],
  ['service-connect-client-alias', 'L1 with none', connected(0)],
  ['service-registry-names-port', 'SRV without a port', registered(['SRV'], {})],
  ['service-registry-names-port', 'two records of which one is SRV', registered(['A', 'SRV'], {})],
  ['service-registry-names-port', 'both ways to name a port', registered(['SRV'], { port: 80, containerName: 'app', containerPort: 80 })],
  ['service-registry-names-port', 'a container without its port', registered(['SRV'], { containerName: 'app' })],
  ['service-registry-names-port', 'a container port for addresses', registered(['A'], { containerName: 'app', containerPort: 80 })],
  ['service-registry-names-port', 'another container', registered(['SRV'], { containerName: 'web', containerPort: 80 })],
  ['volumes-from-names-container', 'method', changed(({ container }) => container.addVolumesFrom({ sourceContainer: 'proxy', readOnly: true }))],
  ['ulimits-valid', 'prop', withContainer({ ulimits: [{ name: ecs.UlimitName.NOFILE, softLimit: 65_536, hardLimit: 1024 }] })],
  ['ulimits-valid', 'no limit above a limit', withContainer({ ulimits: [{ name: ecs.UlimitName.MEMLOCK, softLimit: -1, hardLimit: 1024 }] })],
  ['names-valid', 'prop of the task', (scope, vpc) => lowLevel({ task: { family: 'shop web' } })(scope, vpc)],
  ['names-valid', 'prop of the service', withService({ serviceName: 'shop/web' })],
  ['names-valid', 'a volume', changed(({ cfnTask }) => {
    override(cfnTask, 'Volumes.0.Name', 'shop.agents');
    override(cfnTask, 'ContainerDefinitions.0.MountPoints.0.SourceVolume', 'shop.agents');
  })],
  ['names-valid', '256 characters', withService({ serviceName: 'x'.repeat(256) })],
  ['names-valid', 'part of a name', (scope, vpc) => withService({ serviceName: `shop ${new CfnParameter(scope, 'Stage').valueAsString}` })(scope, vpc)],
  ['network-in-one-vpc', 'another VPC of the app', groupIn(stack => new ec2.Vpc(stack, 'OtherVpc', { natGateways: 0, maxAzs: 1 }).vpcId)],
  ['network-in-one-vpc', 'a VPC that was made elsewhere', groupIn(() => 'vpc-0123456789abcdef0')],
  ['controller-supports-deployment', 'alarms', changed(({ cfnService }) => {
    override(cfnService, 'DeploymentController', { Type: 'CODE_DEPLOY' });
    cfnService.addPropertyDeletionOverride('DeploymentConfiguration.DeploymentCircuitBreaker');
    override(cfnService, 'DeploymentConfiguration.Alarms', { Enable: true, Rollback: false, AlarmNames: ['errors'] });
  })],
  ['target-group-fits-load-balancer', 'HTTP behind a Network Load Balancer', networked(elbv2.Protocol.TCP, 'HTTP')],
  ['target-group-fits-load-balancer', 'TCP behind a listener for both', networked(elbv2.Protocol.TCP_UDP, 'TCP')],
  ['target-group-attributes-valid', 'override', group(each => override(each, 'TargetGroupAttributes.1', { Key: 'proxy_protocol_v2.enabled', Value: 'true' }))],
  ['target-group-check-valid', 'a name that ends with a hyphen', group(each => override(each, 'Name', 'shop-'))],
  ['listener-rule-valid', 'the priority of another rule', withRule(7)],
  ['listener-rule-valid', 'six values', changed(each => ruleOf(each).addCondition(elbv2.ListenerCondition.httpRequestMethods(['GET', 'PUT', 'POST', 'HEAD', 'PATCH'])))],
];

/** Services that look like one of those, and are sound or not yet known. */
const SOUND: readonly (readonly [way: string, declare: Declare])[] = [
  ['one client alias', connected(1)],
  ['an SRV registry with a container and its port', registered(['SRV'], { containerName: 'app', containerPort: 80 })],
  ['an SRV registry with a port', registered(['SRV'], { port: 80 })],
  ['a registry of addresses', registered(['A'], {})],
  ['a registry of addresses that names the container alone', registered(['A'], { containerName: 'app' })],
  ['a registry that was made elsewhere', lowLevel({ service: { serviceRegistries: [{ registryArn: Fn.importValue('Registry'), containerName: 'app', containerPort: 80 }] } })],
  ['no limit below no limit', withContainer({ ulimits: [{ name: ecs.UlimitName.MEMLOCK, softLimit: -1, hardLimit: -1 }] })],
  ['a limit below no limit', withContainer({ ulimits: [{ name: ecs.UlimitName.CORE, softLimit: 1024, hardLimit: -1 }] })],
  ['a name by a parameter', (scope, vpc) => withService({ serviceName: `shop-${new CfnParameter(scope, 'Stage').valueAsString}` })(scope, vpc)],
  ['a name of 255 characters', withService({ serviceName: 'x'.repeat(255) })],
  ['a group of a VPC by a parameter', groupIn(stack => new CfnParameter(stack, 'Vpc').valueAsString)],
  ['a group that is associated with this VPC, too', (scope, vpc) => {
    groupIn(() => 'vpc-0123456789abcdef0')(scope, vpc);
    new ec2.CfnSecurityGroupVpcAssociation(scope, 'Association', { groupId: (scope.node.findChild('Other') as ec2.CfnSecurityGroup).attrGroupId, vpcId: vpc.vpcId });
  }],
  ['alarms of the ECS controller', changed(({ cfnService }) => override(cfnService, 'DeploymentConfiguration.Alarms', { Enable: true, Rollback: true, AlarmNames: ['errors'] }))],
  ['a listener and a target group for both', networked(elbv2.Protocol.TCP_UDP, 'TCP_UDP')],
  ['an attribute that nobody knows', group(each => override(each, 'TargetGroupAttributes.1', { Key: 'something.new', Value: 'true' }))],
  ['another priority', withRule(8)],
  ['a name of a target group by a parameter', (scope, vpc) => group(each => override(each, 'Name', `${new CfnParameter(scope, 'Stage').valueAsString}-`))(scope, vpc)],
  ['five values', changed(each => ruleOf(each).addCondition(elbv2.ListenerCondition.httpRequestMethods(['GET', 'PUT', 'POST', 'HEAD'])))],
  ['a rule of another listener', byAspect(elbv2.CfnListenerRule, rule => void (rule.node.id === 'Resource' && rule.node.path.includes('Other')
    && (rule.listenerArn = 'arn:aws:elasticloadbalancing:eu-west-1:111122223333:listener/app/other/0123456789abcdef/0123456789abcdef')), withRule(7))],
];

const faultsOf = judgedWays(BROKEN, SOUND);

test.each(BROKEN)('%s, broken by %s, is found and nothing else with it', (rule, way) => {
  expect(faultsOf(stackOf(rule, way))).toEqual([rule]);
});

test.each(SOUND)('%s is found without fault', way => {
  expect(faultsOf(stackOf('sound', way))).toEqual([]);
});
