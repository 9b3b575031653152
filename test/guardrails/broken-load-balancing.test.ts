import { App, CfnParameter, Duration, Stack } from 'aws-cdk-lib';
import * as acm from 'aws-cdk-lib/aws-certificatemanager';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { PlainService } from './plain-service';
import { type Declare, judgedTogether, judgedWays, override, stackOf } from './ways-to-break';

const CERTIFICATE = 'arn:aws:acm:eu-west-1:111122223333:certificate/0d7f3a52-5a0e-4a3c-9f0e-3a1a5f1d2c4b';

interface FrontDoorProps {
  readonly loadBalancer?: Partial<elbv2.ApplicationLoadBalancerProps>;
  readonly listener?: Partial<elbv2.BaseApplicationListenerProps>;
  readonly service?: Partial<ecs.FargateServiceProps>;
}

/** The good service with a good load balancer in front of it, unless a test asks for another. */
class FrontDoor extends Construct {
  public readonly plain: PlainService;
  public readonly loadBalancer: elbv2.ApplicationLoadBalancer;
  public readonly listener: elbv2.ApplicationListener;

  constructor(scope: Construct, vpc: ec2.IVpc, { loadBalancer, listener, service }: FrontDoorProps = {}) {
    super(scope, 'FrontDoor');
    this.plain = new PlainService(this, 'Plain', { vpc, service });
    this.loadBalancer = protectedBy(this, new elbv2.ApplicationLoadBalancer(this, 'LoadBalancer', {
      vpc, internetFacing: true, deletionProtection: true, dropInvalidHeaderFields: true, ...loadBalancer,
    }));
    this.listener = this.loadBalancer.addListener('Listener', {
      port: 443,
      certificates: [acm.Certificate.fromCertificateArn(this, 'Certificate', CERTIFICATE)],
      sslPolicy: elbv2.SslPolicy.RECOMMENDED_TLS,
      defaultTargetGroups: [this.plain.targetGroup],
      ...listener,
    });
  }

  public get cfnListener(): elbv2.CfnListener {
    return this.listener.node.defaultChild as elbv2.CfnListener;
  }

  public get cfnLoadBalancer(): elbv2.CfnLoadBalancer {
    return this.loadBalancer.node.defaultChild as elbv2.CfnLoadBalancer;
  }

  /** The rules that let this load balancer out, and the tasks be called by it. */
  public rulesOf(type: 'AWS::EC2::SecurityGroupIngress' | 'AWS::EC2::SecurityGroupEgress'): readonly ec2.CfnSecurityGroupIngress[] {
    const rules = this.node.findAll().map(node => node as ec2.CfnSecurityGroupIngress)
      .filter(({ cfnResourceType, node }) => cfnResourceType === type && node.path.includes('LoadBalancer'));
    expect(rules).toHaveLength(1);
    return rules;
  }
}

function protectedBy<T extends elbv2.ApplicationLoadBalancer | elbv2.NetworkLoadBalancer>(scope: Construct, loadBalancer: T): T {
  loadBalancer.setAttribute('access_logs.s3.enabled', 'true');
  loadBalancer.setAttribute('access_logs.s3.bucket', new s3.Bucket(scope, 'AccessLogs').bucketName);
  return loadBalancer;
}

const made = (props: FrontDoorProps): Declare => (scope, vpc) => void new FrontDoor(scope, vpc, props);

const changed = (change: (frontDoor: FrontDoor) => void): Declare => (scope, vpc) => change(new FrontDoor(scope, vpc));

const overHttp = { port: 80, protocol: elbv2.ApplicationProtocol.HTTP, certificates: undefined, sslPolicy: undefined };

/** A listener that redirects, except for one path. */
const hatch = ({ loadBalancer, plain }: FrontDoor): void => {
  const listener = loadBalancer.addListener('Http', { port: 80, defaultAction: elbv2.ListenerAction.redirect({ protocol: 'HTTPS', port: '443' }) });
  listener.addTargetGroups('Hatch', { targetGroups: [plain.targetGroup], priority: 1, conditions: [elbv2.ListenerCondition.pathPatterns(['/old/*'])] });
};

/** A network load balancer without security groups, which the tasks have to admit by address. */
const networkLoadBalancer = (admit: (plain: PlainService, vpc: ec2.IVpc) => void, { awaited = true, protocol = 'TCP' } = {}): Declare => (scope, vpc) => {
  const plain = new PlainService(scope, 'Plain', { vpc });
  const group = new elbv2.CfnTargetGroup(scope, 'Group', {
    vpcId: vpc.vpcId, port: 8080, protocol, targetType: 'ip', targetGroupAttributes: [{ key: 'deregistration_delay.timeout_seconds', value: '60' }],
  });
  const loadBalancer = new elbv2.CfnLoadBalancer(scope, 'LoadBalancer', {
    type: 'network', subnets: vpc.publicSubnets.map(({ subnetId }) => subnetId), loadBalancerAttributes: [{ key: 'deletion_protection.enabled', value: 'true' }],
  });
  const listener = new elbv2.CfnListener(scope, 'Listener', {
    loadBalancerArn: loadBalancer.ref, port: 443, protocol, defaultActions: [{ type: 'forward', targetGroupArn: group.ref }],
  });
  override(plain.cfnService, 'LoadBalancers', [{ ContainerName: 'app', ContainerPort: 8080, TargetGroupArn: group.ref }]);
  if (awaited) plain.cfnService.addResourceDependency(listener);
  admit(plain, vpc);
};

const admitVpc = ({ service }: PlainService, vpc: ec2.IVpc) => service.connections.allowFrom(ec2.Peer.ipv4(vpc.vpcCidrBlock), ec2.Port.tcp(8080));

const admitDatagrams = ({ service }: PlainService) => service.connections.allowFromAnyIpv4(ec2.Port.udp(8080));

/** A second target group of the same service, which the CDK knows by its ARN only, so that it sees no listener to wait for. */
const importedGroup: Declare = changed(({ plain: { service }, loadBalancer }) => {
  const group = new elbv2.ApplicationTargetGroup(service, 'Second', {
    vpc: service.cluster.vpc,
    port: 8080,
    protocol: elbv2.ApplicationProtocol.HTTP,
    targetType: elbv2.TargetType.IP,
    deregistrationDelay: Duration.seconds(60),
  });
  const certificates = [elbv2.ListenerCertificate.fromArn(CERTIFICATE)];
  loadBalancer.addListener('Second', { port: 8443, certificates, sslPolicy: elbv2.SslPolicy.RECOMMENDED_TLS, defaultTargetGroups: [group] });
  const { targetGroupArn } = group;
  service.attachToApplicationTargetGroup(elbv2.ApplicationTargetGroup.fromTargetGroupAttributes(service, 'Imported', { targetGroupArn }));
});

/** Every way in which people break a rule, tried in one app. */
const BROKEN: readonly (readonly [rule: string, way: string, declare: Declare])[] = [
  ['load-balancer-names-container', 'port by override', changed(({ plain }) => override(plain.cfnService, 'LoadBalancers.0.ContainerPort', 80))],
  ['load-balancer-names-container', 'name by override', changed(({ plain }) => override(plain.cfnService, 'LoadBalancers.0.ContainerName', 'web'))],
  ['load-balancer-names-container', 'mapping by override', changed(({ plain }) => override(plain.cfnTask, 'ContainerDefinitions.0.PortMappings', [{ ContainerPort: 80 }]))],
  ['health-check-port-served', 'prop', changed(({ plain }) => plain.targetGroup.configureHealthCheck({ port: '9999' }))],
  ['health-check-port-served', 'override', changed(({ plain }) => override(plain.cfnTargetGroup, 'HealthCheckPort', 9999))],
  ['load-balancer-reaches-task', 'override', changed(frontDoor => frontDoor.rulesOf('AWS::EC2::SecurityGroupIngress').forEach(rule => override(rule, 'ToPort', 8079)))],
  ['load-balancer-reaches-task', 'prop', changed(({ plain }) => {
    plain.container.addPortMappings({ containerPort: 9090 });
    plain.targetGroup.configureHealthCheck({ port: '9090' });
  })],
  ['load-balancer-reaches-task', 'override for the load balancer', changed(frontDoor => {
    const [group] = frontDoor.loadBalancer.connections.securityGroups;
    // Without a rule of its own, some accounts let a group do everything.
    override(group.node.defaultChild as ec2.CfnSecurityGroup, 'SecurityGroupEgress', [{ IpProtocol: 'icmp', FromPort: 252, ToPort: 86, CidrIp: '255.255.255.255/32' }]);
    frontDoor.rulesOf('AWS::EC2::SecurityGroupEgress').forEach(rule => override(rule, 'IpProtocol', 'udp'));
  })],
  ['load-balancer-reaches-task', 'caller that the tasks admit', changed(frontDoor => frontDoor.rulesOf('AWS::EC2::SecurityGroupIngress')
    .forEach(rule => override(rule, 'SourceSecurityGroupId', new ec2.SecurityGroup(frontDoor, 'Other', { vpc: frontDoor.plain.cluster.vpc }).securityGroupId)))],
  ['load-balancer-reaches-task', 'health check on another port', changed(({ plain }) => {
    plain.container.addPortMappings({ containerPort: 9090 });
    override(plain.cfnTargetGroup, 'HealthCheckPort', '9090');
  })],
  ['load-balancer-reaches-task', 'network load balancer that nobody admits', networkLoadBalancer(() => undefined)],
  ['load-balancer-reaches-task', 'datagrams beside health checks', networkLoadBalancer(admitVpc, { protocol: 'UDP' })],
  ['load-balancer-reaches-task', 'health checks beside datagrams', networkLoadBalancer(admitDatagrams, { protocol: 'UDP' })],
  ['deregistration-fits-drain', 'prop', changed(({ plain }) => plain.targetGroup.setAttribute('deregistration_delay.timeout_seconds', '300'))],
  ['deregistration-fits-drain', 'override', changed(({ plain }) => override(plain.cfnTargetGroup, 'TargetGroupAttributes', []))],
  ['deregistration-fits-drain', 'prop that is too short', changed(({ plain }) => plain.targetGroup.setAttribute('deregistration_delay.timeout_seconds', '5'))],
  ['listener-encrypted', 'prop', made({ listener: overHttp })],
  ['listener-encrypted', 'policy', made({ listener: { sslPolicy: elbv2.SslPolicy.TLS13_10 } })],
  ['listener-encrypted', 'policy left out', changed(({ cfnListener }) => cfnListener.addPropertyDeletionOverride('SslPolicy'))],
  ['listener-encrypted', 'override', changed(({ cfnListener }) => override(cfnListener, 'SslPolicy', 'ELBSecurityPolicy-TLS-1-1-2017-01'))],
  ['listener-encrypted', 'rule of a listener that redirects', changed(hatch)],
  ['load-balancer-protected', 'prop', made({ loadBalancer: { deletionProtection: false } })],
  ['load-balancer-protected', 'prop left out', made({ loadBalancer: { dropInvalidHeaderFields: undefined } })],
  ['load-balancer-protected', 'attribute', changed(({ loadBalancer }) => loadBalancer.setAttribute('access_logs.s3.enabled', 'false'))],
  ['load-balancer-protected', 'override', changed(({ cfnLoadBalancer }) => cfnLoadBalancer.addPropertyDeletionOverride('LoadBalancerAttributes'))],
  ['service-waits-for-listener', 'prop of an imported target group', importedGroup],
  ['service-waits-for-listener', 'deletion override', changed(({ plain }) => plain.cfnService.addDeletionOverride('DependsOn'))],
  ['service-waits-for-listener', 'L1', networkLoadBalancer(admitVpc, { awaited: false })],
];

const behindParameter: Declare = (scope, vpc) => {
  const { plain, cfnListener } = new FrontDoor(scope, vpc);
  override(cfnListener, 'SslPolicy', new CfnParameter(scope, 'Policy').valueAsString);
  override(plain.cfnTargetGroup, 'HealthCheckPort', new CfnParameter(scope, 'Port').valueAsString);
  override(plain.cfnService, 'LoadBalancers.0.ContainerPort', new CfnParameter(scope, 'ContainerPort', { type: 'Number' }).valueAsNumber);
};

const behindForeignListener: Declare = (scope, vpc) => {
  const { targetGroup } = new PlainService(scope, 'Plain', { vpc });
  const listener = elbv2.ApplicationListener.fromApplicationListenerAttributes(scope, 'Listener', {
    listenerArn: 'arn:aws:elasticloadbalancing:eu-west-1:111122223333:listener/app/platform/50dc6c495c0c9188/f2f7dc8efc522ab2',
    securityGroup: ec2.SecurityGroup.fromSecurityGroupId(scope, 'LoadBalancerGroup', 'sg-0123456789abcdef0'),
  });
  listener.addTargetGroups('Rule', { targetGroups: [targetGroup], priority: 10, conditions: [elbv2.ListenerCondition.hostHeaders(['shop.example.com'])] });
};

/** Services that no rule may complain about. */
const SOUND: readonly (readonly [way: string, declare: Declare])[] = [
  ['a load balancer with the right settings', made({})],
  ['a load balancer that redirects from HTTP', changed(({ loadBalancer }) => void loadBalancer.addRedirect())],
  ['a load balancer for the VPC over HTTP', made({ loadBalancer: { internetFacing: false }, listener: overHttp })],
  ['ports and policies that parameters decide', behindParameter],
  ['a policy of the future', changed(({ cfnListener }) => override(cfnListener, 'SslPolicy', 'ELBSecurityPolicy-TLS14-1-3-2030-01'))],
  ['a container whose name a parameter decides', changed(({ plain }) =>
    override(plain.cfnTask, 'ContainerDefinitions.0.Name', new CfnParameter(plain, 'Name').valueAsString))],
  ['a listener that was made elsewhere', behindForeignListener],
  ['a listener that the service awaits by a detour', changed(({ plain, cfnListener }) => {
    plain.cfnService.addDeletionOverride('DependsOn');
    override(plain.cfnTask, 'Tags', [{ Key: 'listener', Value: cfnListener.ref }]);
  })],
  ['a network load balancer that the tasks admit by its addresses', networkLoadBalancer(admitVpc)],
  ['datagrams of clients and health checks of their network load balancer', networkLoadBalancer((plain, vpc) => {
    admitDatagrams(plain);
    admitVpc(plain, vpc);
  }, { protocol: 'UDP' })],
  ['a load balancer whose addresses may be those that the tasks admit', networkLoadBalancer(plain =>
    plain.service.connections.allowFrom(ec2.Peer.ipv4('10.0.0.0/24'), ec2.Port.tcp(8080)))],
  ['a stop timeout that nobody chose for requests', changed(({ plain }) => {
    plain.targetGroup.setAttribute('deregistration_delay.timeout_seconds', String(Duration.minutes(1).toSeconds()));
    override(plain.cfnTask, 'ContainerDefinitions.0.StopTimeout', 30);
  })],
];

const faultsOf = judgedWays(BROKEN, SOUND);

test.each(BROKEN)('%s, broken by %s, is found and nothing else with it', (rule, way) => {
  expect(faultsOf(stackOf(rule, way))).toEqual([rule]);
});

test.each(SOUND)('%s is found without fault', way => {
  expect(faultsOf(stackOf('sound', way))).toEqual([]);
});

test('a fault of a load balancer that several services share is reported once', () => {
  const shared: Declare = (scope, vpc) => {
    const { listener } = new FrontDoor(scope, vpc, { loadBalancer: { deletionProtection: false } });
    const other = new PlainService(new Stack(Stack.of(scope), 'Other'), 'Plain', { vpc });
    new elbv2.ApplicationListenerRule(other, 'OtherPath', { listener, priority: 1, conditions: [elbv2.ListenerCondition.pathPatterns(['/other/*'])], targetGroups: [other.targetGroup] });
  };
  expect(judgedTogether({ Shared: shared })('Shared')).toEqual(['load-balancer-protected']);
});

describe('no prop lets the CDK offer a load balancer', () => {
  const stack = new Stack(new App(), 'S');
  const { service } = new PlainService(stack, 'Plain', { vpc: new ec2.Vpc(stack, 'Vpc') });

  test.each([
    ['a container that is not in the task', { containerName: 'web' }, "No container named 'web'"],
    ['a port that the container does not map', { containerName: 'app', containerPort: 80 }, 'no mapping for port 80'],
    ['a port that the container maps for another protocol', { containerName: 'app', containerPort: 8080, protocol: ecs.Protocol.UDP }, 'protocol udp'],
  ])('%s', (_, target, words) => {
    expect(() => service.loadBalancerTarget(target)).toThrow(words);
  });
});
