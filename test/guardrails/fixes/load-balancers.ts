import { Duration, Stack } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import * as s3 from 'aws-cdk-lib/aws-s3';
import type { FollowedFix } from './followed-fix';
import { web, WEB, worker, WORKER } from '../corpus/bad/twins';
import type { Declare } from '../corpus/configuration';
import { certificate, DRAIN_TIME, GRACE_PERIOD, HEALTH_CHECK, httpsListener, keepAccessLogs, soundLoadBalancer, targets } from '../corpus/parts/load-balancer';
import { natVpc } from '../corpus/parts/network';
import { soundCluster, soundService } from '../corpus/parts/service';
import { override, spoil, theOnly } from '../corpus/parts/spoil';

const SERVICE = 'AWS::ECS::Service';
const TARGET_GROUP = 'AWS::ElasticLoadBalancingV2::TargetGroup';

interface Front {
  readonly vpc: ec2.Vpc;
  readonly service: ecs.FargateService;
  readonly loadBalancer: elbv2.ApplicationLoadBalancer;
}

/** A service with a load balancer that has no listener yet. */
const front = (
  open: (front: Front, stack: Stack) => void,
  props: (vpc: ec2.Vpc, stack: Stack) => Partial<elbv2.ApplicationLoadBalancerProps> = () => ({}),
  options: (vpc: ec2.Vpc) => Partial<ecs.FargateServiceProps> = () => ({}),
): Declare => stack => {
  const vpc = natVpc(stack);
  const service = soundService(stack, { vpc, service: { healthCheckGracePeriod: GRACE_PERIOD, ...options(vpc) } });
  const loadBalancer = soundLoadBalancer(stack, vpc, props(vpc, stack));
  open({ vpc, service, loadBalancer }, stack);
};

const https = ({ service, loadBalancer }: Front, stack: Stack, props: Partial<elbv2.AddApplicationTargetsProps> = {}): elbv2.ApplicationTargetGroup =>
  httpsListener(stack, loadBalancer).addTargets('Targets', targets(service, props));

const addTargets = (props: Partial<elbv2.AddApplicationTargetsProps>): Declare => front((made, stack) => void https(made, stack, props));

/** A target group of its own, which the service registers with by itself. */
const ownGroup = ({ vpc, service }: Front, stack: Stack, props: Partial<elbv2.ApplicationTargetGroupProps> = {}): elbv2.ApplicationTargetGroup => {
  const group = new elbv2.ApplicationTargetGroup(stack, 'Group', { vpc, port: 8080, targetType: elbv2.TargetType.IP, deregistrationDelay: DRAIN_TIME, healthCheck: HEALTH_CHECK, ...props });
  if (props.targets === undefined) service.attachToApplicationTargetGroup(group);
  return group;
};

/** A target group that the CDK knows by its ARN only, so that it sees no listener to wait for. */
const byArn = (then: (front: Front, listener: elbv2.ApplicationListener) => void): Declare => front((made, stack) => {
  const group = new elbv2.ApplicationTargetGroup(stack, 'Group', { vpc: made.vpc, port: 8080, targetType: elbv2.TargetType.IP, deregistrationDelay: DRAIN_TIME, healthCheck: HEALTH_CHECK });
  const listener = httpsListener(stack, made.loadBalancer);
  listener.addTargetGroups('Groups', { targetGroups: [group] });
  made.service.attachToApplicationTargetGroup(elbv2.ApplicationTargetGroup.fromTargetGroupAttributes(stack, 'Imported', { targetGroupArn: group.targetGroupArn }));
  made.service.connections.allowFrom(made.loadBalancer, ec2.Port.tcp(8080));
  then(made, listener);
});

/** A load balancer as somebody declares one who reads no advice. */
const bareLoadBalancer = (
  protect: (loadBalancer: elbv2.ApplicationLoadBalancer, stack: Stack) => void,
  props: Partial<elbv2.ApplicationLoadBalancerProps> = {},
): Declare => app => {
  // The account that writes access logs depends on the Region.
  const stack = new Stack(app, 'Ireland', { env: { region: 'eu-west-1' } });
  const vpc = natVpc(stack);
  const service = soundService(stack, { vpc, service: { healthCheckGracePeriod: GRACE_PERIOD } });
  const loadBalancer = new elbv2.ApplicationLoadBalancer(stack, 'LoadBalancer', { vpc, internetFacing: true, ...props });
  httpsListener(stack, loadBalancer).addTargets('Targets', targets(service));
  protect(loadBalancer, stack);
};

const throughHttp: Declare = front(({ service, loadBalancer }) =>
  void loadBalancer.addListener('Http', { port: 80, protocol: elbv2.ApplicationProtocol.HTTP }).addTargets('Targets', targets(service)));

const shared = (own: boolean): Declare => stack => {
  const vpc = natVpc(stack);
  const securityGroup = new ec2.SecurityGroup(stack, 'Shared', { vpc });
  const service = soundService(stack, { vpc, service: { healthCheckGracePeriod: GRACE_PERIOD, securityGroups: own ? undefined : [securityGroup] } });
  const loadBalancer = soundLoadBalancer(stack, vpc, { securityGroup });
  httpsListener(stack, loadBalancer).addTargets('Targets', targets(service));
  service.connections.allowFrom(loadBalancer, ec2.Port.tcp(8080));
};

/** A blue/green deployment, whose second target group is there or not. */
const blueGreen = (alternate: boolean): Declare => stack => {
  const vpc = natVpc(stack);
  const service = soundService(stack, {
    vpc,
    service: { healthCheckGracePeriod: GRACE_PERIOD, deploymentStrategy: ecs.DeploymentStrategy.BLUE_GREEN },
  });
  const listener = httpsListener(stack, soundLoadBalancer(stack, vpc));
  const groups = ['Blue', 'Green'].map(id => new elbv2.ApplicationTargetGroup(stack, id, { vpc, port: 8080, targetType: elbv2.TargetType.IP, deregistrationDelay: DRAIN_TIME, healthCheck: HEALTH_CHECK }));
  const rule = new elbv2.ApplicationListenerRule(stack, 'Rule', {
    listener, priority: 1, conditions: [elbv2.ListenerCondition.pathPatterns(['/*'])], action: elbv2.ListenerAction.weightedForward([{ targetGroup: groups[0], weight: 100 }, { targetGroup: groups[1], weight: 0 }]),
  });
  listener.addAction('Rest', { action: elbv2.ListenerAction.fixedResponse(404) });
  const alternateTarget = new ecs.AlternateTarget('Alternate', { alternateTargetGroup: groups[1], productionListener: ecs.ListenerRuleConfiguration.applicationListenerRule(rule) });
  service.loadBalancerTarget({ containerName: 'app', containerPort: 8080, ...alternate && { alternateTarget } }).attachToApplicationTargetGroup(groups[0]);
  service.node.addDependency(rule);
};

/** Fixes in load balancers, listeners and target groups. */
export const LOAD_BALANCERS: readonly FollowedFix[] = [
  ['deregistration-fits-drain', 'set deregistrationDelay of the target group to the stopTimeout of the container', addTargets({ deregistrationDelay: undefined }), addTargets({ deregistrationDelay: Duration.seconds(30) })],
  ['grace-period-covers-start', 'set healthCheckGracePeriod to at least the longest startup time', web(() => ({ service: { healthCheckGracePeriod: Duration.seconds(5) } })), web(() => ({ service: { healthCheckGracePeriod: Duration.seconds(120) } }))],
  ['health-check-port-served', 'Remove port of healthCheck on the target group', addTargets({ healthCheck: { ...HEALTH_CHECK, port: '9999' } }), addTargets({ healthCheck: { ...HEALTH_CHECK, port: undefined } })],
  ['health-check-port-served', 'Or add the port to portMappings of the container that listens on it, and allow it with service.connections.allowFrom.', addTargets({ healthCheck: { ...HEALTH_CHECK, port: '9999' } }), stack => {
    const vpc = natVpc(stack);
    const service = soundService(stack, {
      vpc,
      container: { portMappings: [{ containerPort: 8080 }, { containerPort: 9999 }] },
      service: { healthCheckGracePeriod: GRACE_PERIOD },
    });
    const loadBalancer = soundLoadBalancer(stack, vpc);
    httpsListener(stack, loadBalancer).addTargets('Targets', targets(service, { healthCheck: { ...HEALTH_CHECK, port: '9999' } }));
    service.connections.allowFrom(loadBalancer, ec2.Port.tcp(9999));
  }],
  ['internet-facing-in-public-subnets', 'Set vpcSubnets of the load balancer to { subnetType: ec2.SubnetType.PUBLIC }.', front((made, stack) => void https(made, stack), ({ privateSubnets: subnets }) => ({ vpcSubnets: { subnets } })),
    front((made, stack) => void https(made, stack), () => ({ vpcSubnets: { subnetType: ec2.SubnetType.PUBLIC } }))],
  ['listener-encrypted', 'set certificates and sslPolicy: elbv2.SslPolicy.RECOMMENDED_TLS, and call loadBalancer.addRedirect() for HTTP', throughHttp, front(({ service, loadBalancer }, stack) => {
    loadBalancer.addListener('Https', { port: 443, certificates: [certificate(stack)], sslPolicy: elbv2.SslPolicy.RECOMMENDED_TLS }).addTargets('Targets', targets(service));
    loadBalancer.addRedirect();
  })],
  ['load-balancer-admits-clients', 'Call listener.connections.allowDefaultPortFromAnyIpv4()', front((made, stack) => void made.loadBalancer.addListener('Https', { port: 443, open: false, certificates: [certificate(stack)], sslPolicy: elbv2.SslPolicy.RECOMMENDED_TLS }).addTargets('Targets', targets(made.service))),
    front(({ service, loadBalancer }, stack) => {
      const listener = loadBalancer.addListener('Https', { port: 443, open: false, certificates: [certificate(stack)], sslPolicy: elbv2.SslPolicy.RECOMMENDED_TLS });
      listener.addTargets('Targets', targets(service));
      listener.connections.allowDefaultPortFromAnyIpv4();
    })],
  ['load-balancer-admits-clients', 'or use open: true on the listener', front((made, stack) => void made.loadBalancer.addListener('Https', { port: 443, open: false, certificates: [certificate(stack)], sslPolicy: elbv2.SslPolicy.RECOMMENDED_TLS }).addTargets('Targets', targets(made.service))),
    front((made, stack) => void made.loadBalancer.addListener('Https', { port: 443, open: true, certificates: [certificate(stack)], sslPolicy: elbv2.SslPolicy.RECOMMENDED_TLS }).addTargets('Targets', targets(made.service)))],
  ['load-balancer-covers-zones', 'remove that subnet from vpcSubnets of the service', threeZones(false), threeZones(true)],
  ['load-balancer-names-container', 'pass a containerName of the task definition and one of its mapped ports to service.loadBalancerTarget({ containerName, containerPort })',
    override(WEB, SERVICE, 'LoadBalancers.0.ContainerPort', 80).declare, front((made, stack) => void https(made, stack, { targets: [made.service.loadBalancerTarget({ containerName: 'app', containerPort: 8080 })] }))],
  ['load-balancer-protected', 'Set deletionProtection: true and dropInvalidHeaderFields: true on the load balancer, and call loadBalancer.logAccessLogs(bucket).', bareLoadBalancer(() => undefined),
    bareLoadBalancer((loadBalancer, stack) => loadBalancer.logAccessLogs(new s3.Bucket(stack, 'AccessLogs')), { deletionProtection: true, dropInvalidHeaderFields: true })],
  ['load-balancer-reaches-task', 'Call service.connections.allowFrom(loadBalancer, ec2.Port.tcp(…)) for the container port and the health check port.', closedTasks(() => undefined), closedTasks(({ service, loadBalancer }) => service.connections.allowFrom(loadBalancer, ec2.Port.tcp(8080)))],
  ['load-balancer-reaches-task', 'For a network load balancer without security groups, allow ec2.Peer.ipv4(vpc.vpcCidrBlock).', network(() => undefined), network((service, vpc) => service.connections.allowFrom(ec2.Peer.ipv4(vpc.vpcCidrBlock), ec2.Port.tcp(8080)))],
  ['separate-security-groups', 'Give the service its own security group', shared(false), shared(true)],
  ['service-list-limits', 'Merge the rules of the security groups into fewer groups', sixGroups(6), sixGroups(1)],
  ['service-waits-for-listener', 'Call service.node.addDependency(listener)', byArn(() => undefined), byArn(({ service }, listener) => service.node.addDependency(listener))],
  ['service-waits-for-listener', 'or add the service as a target of the listener', byArn(() => undefined), addTargets({})],
  ['target-group-check-valid', 'set timeout below interval and a path that begins with "/"', override(WEB, TARGET_GROUP, 'HealthCheckTimeoutSeconds', 10).declare, addTargets({ healthCheck: { path: '/health', interval: Duration.seconds(10), timeout: Duration.seconds(5) } })],
  ['target-group-has-listener', 'Add the target group to a listener with listener.addTargetGroups', front((made, stack) => void ownGroup(made, stack)), front((made, stack) => {
    const group = ownGroup(made, stack);
    httpsListener(stack, made.loadBalancer).addTargetGroups('Groups', { targetGroups: [group] });
  })],
  ['target-group-has-listener', 'or an elbv2.ApplicationListenerRule', front((made, stack) => void ownGroup(made, stack)), front((made, stack) => {
    const group = ownGroup(made, stack);
    const listener = httpsListener(stack, made.loadBalancer);
    listener.addAction('Rest', { action: elbv2.ListenerAction.fixedResponse(404) });
    new elbv2.ApplicationListenerRule(stack, 'Rule', { listener, priority: 1, conditions: [elbv2.ListenerCondition.pathPatterns(['/*'])], targetGroups: [group] });
  })],
  ['target-type-ip', 'Set targetType: elbv2.TargetType.IP on the target group.', override(WEB, TARGET_GROUP, 'TargetType', 'instance').declare, front((made, stack) => {
    const group = ownGroup(made, stack, { targetType: elbv2.TargetType.IP });
    httpsListener(stack, made.loadBalancer).addTargetGroups('Groups', { targetGroups: [group] });
  })],
  ['tasks-closed-to-internet', 'Allow only the security group of the load balancer: service.connections.allowFrom(loadBalancer, ec2.Port.tcp(…)).', spoil(WORKER, stack => (stack.node.findChild('Service') as ecs.FargateService).connections.allowFromAnyIpv4(ec2.Port.tcp(8080))).declare,
    closedTasks(({ service, loadBalancer }) => service.connections.allowFrom(loadBalancer, ec2.Port.tcp(8080)))],
  ['traffic-shift-complete', 'Pass an ecs.AlternateTarget to service.loadBalancerTarget, which sets all three.', blueGreen(false), blueGreen(true)],
];

/** Tasks in three zones behind a load balancer in two, or in two as well. */
function threeZones(fixed: boolean): Declare {
  return app => {
    // Only a stack with an account and a Region has more than two zones.
    const stack = new Stack(app, 'Ireland', { env: { account: '111122223333', region: 'eu-west-1' } });
    const vpc = new ec2.Vpc(stack, 'Vpc', { maxAzs: 3 });
    const vpcSubnets = fixed ? { subnets: vpc.privateSubnets.slice(0, 2) } : undefined;
    const service = soundService(stack, { vpc, service: { healthCheckGracePeriod: GRACE_PERIOD, vpcSubnets } });
    const loadBalancer = soundLoadBalancer(stack, vpc, { vpcSubnets: { subnets: vpc.publicSubnets.slice(0, 2) } });
    httpsListener(stack, loadBalancer).addTargets('Targets', targets(service));
  };
}

/** Tasks that admit nobody until it is said who. */
function closedTasks(admit: (front: Front) => void): Declare {
  return front((made, stack) => {
    const group = new elbv2.CfnTargetGroup(stack, 'Group', {
      vpcId: made.vpc.vpcId,
      port: 8080,
      protocol: 'HTTP',
      targetType: 'ip',
      targetGroupAttributes: [{ key: 'deregistration_delay.timeout_seconds', value: '30' }],
      healthCheckPath: '/health',
      healthCheckIntervalSeconds: 10,
      healthCheckTimeoutSeconds: 5,
    });
    const listener = httpsListener(stack, made.loadBalancer);
    listener.addTargetGroups('Groups', { targetGroups: [elbv2.ApplicationTargetGroup.fromTargetGroupAttributes(stack, 'Imported', { targetGroupArn: group.ref })] });
    theOnly(stack, SERVICE).addPropertyOverride('LoadBalancers', [{ ContainerName: 'app', ContainerPort: 8080, TargetGroupArn: { Ref: stack.getLogicalId(group) } }]);
    made.service.node.addDependency(listener);
    admit(made);
  });
}

function network(admit: (service: ecs.FargateService, vpc: ec2.Vpc) => void): Declare {
  return stack => {
    const vpc = natVpc(stack);
    const service = soundService(stack, { vpc, service: { healthCheckGracePeriod: GRACE_PERIOD } });
    const loadBalancer = new elbv2.NetworkLoadBalancer(stack, 'LoadBalancer', { vpc, deletionProtection: true, disableSecurityGroups: true });
    keepAccessLogs(stack, loadBalancer);
    loadBalancer.addListener('Tcp', { port: 8080 }).addTargets('Targets', { port: 8080, deregistrationDelay: DRAIN_TIME, targets: [service], healthCheck: { interval: Duration.seconds(10) } });
    admit(service, vpc);
  };
}

function sixGroups(count: number): Declare {
  return worker(stack => {
    const vpc = natVpc(stack);
    const securityGroups = Array.from({ length: count }, (_, index) => new ec2.SecurityGroup(stack, `Group${index}`, { vpc }));
    return { cluster: soundCluster(stack, vpc), service: { securityGroups } };
  });
}

