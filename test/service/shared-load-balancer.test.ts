import { App, CfnParameter, NestedStack, RemovalPolicy, Stack, Stage } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import * as acm from 'aws-cdk-lib/aws-certificatemanager';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import * as route53 from 'aws-cdk-lib/aws-route53';
import * as sns from 'aws-cdk-lib/aws-sns';
import { certificateIn, declareIn, type Differences, idsOf, newStack, only } from './declare';
import { type HardenedFargateService, type ListenerRuleOptions, LoadBalancing, Scaling, SharedLoadBalancer, type SharedLoadBalancerProps } from '../../src/index';
import { CDK_INIT_FLAGS, FLAG_SETS } from '../guardrails/cdk-init-flags';

const zoneIn = (stack: Stack) =>
  route53.HostedZone.fromHostedZoneAttributes(stack, 'Zone', { hostedZoneId: 'Z1', zoneName: 'example.com' });

const publicIn = (stack: Stack, props: SharedLoadBalancerProps = {}) =>
  new SharedLoadBalancer(stack, 'Shared', { internetFacing: true, certificates: [certificateIn(stack)], ...props });

const behind = (loadBalancer: SharedLoadBalancer, options: ListenerRuleOptions): Differences =>
  ({ containerPort: 8080, loadBalancing: LoadBalancing.shared(loadBalancer, options) });

/** A load balancer in a stack of its own, and one service in another. */
function twoStacks(app = new App(), options: ListenerRuleOptions = { hosts: ['orders.example.com'] }, more: Differences = {}) {
  const platform = newStack(app, 'Platform');
  const shared = publicIn(platform);
  const stack = newStack(app, 'Orders');
  const service = declareIn(stack, { ...behind(shared, options), ...more });
  return { app, platform, shared, stack, service };
}

describe('a load balancer that services share', () => {
  const stack = newStack();
  publicIn(stack);
  const template = Template.fromStack(stack);

  test('speaks HTTPS by a current policy, redirects what comes by HTTP, and answers 404 where no service has a rule', () => {
    template.hasResourceProperties('AWS::ElasticLoadBalancingV2::Listener', {
      Port: 443,
      Protocol: 'HTTPS',
      SslPolicy: 'ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09',
      DefaultActions: [{ Type: 'fixed-response', FixedResponseConfig: { StatusCode: '404', ContentType: 'text/plain', MessageBody: 'Not found' } }],
    });
    template.hasResourceProperties('AWS::ElasticLoadBalancingV2::Listener', {
      Port: 80, DefaultActions: [Match.objectLike({ Type: 'redirect', RedirectConfig: Match.objectLike({ Protocol: 'HTTPS' }) })],
    });
  });

  test('drops malformed headers and keeps its access log', () => {
    expect(only(template, 'AWS::ElasticLoadBalancingV2::LoadBalancer').LoadBalancerAttributes).toEqual(expect.arrayContaining([
      { Key: 'routing.http.drop_invalid_header_fields.enabled', Value: 'true' },
      { Key: 'access_logs.s3.enabled', Value: 'true' },
    ]));
  });

  test('is protected from deletion only when everything of it is there', () => {
    const [protection] = Object.values(template.findResources('Custom::LoadBalancerDeletionProtection'));
    expect(protection.DependsOn).toContainEqual(expect.stringMatching(/LoadBalancerListener/));
    expect(JSON.stringify(only(template, 'AWS::ElasticLoadBalancingV2::LoadBalancer'))).not.toContain('deletion_protection');
  });

  test('tells a topic when it answers requests by itself, which it counts for all services together', () => {
    const watched = newStack();
    publicIn(watched, { alarmTopic: new sns.Topic(watched, 'Oncall', { enforceSSL: true }) });
    const { Metrics: metrics, AlarmActions: alarmActions } = only(Template.fromStack(watched), 'AWS::CloudWatch::Alarm');
    expect(JSON.stringify(metrics)).toContain('HTTPCode_ELB_5XX_Count');
    expect(alarmActions).toHaveLength(1);
    Template.fromStack(watched).hasResourceProperties('AWS::SNS::TopicPolicy', {
      PolicyDocument: Match.objectLike({ Statement: Match.arrayWith([Match.objectLike({ Sid: 'AlarmsMayPublish' })]) }),
    });
  });

  test('has one certificate and one DNS record for each of its names', () => {
    const named = newStack();
    new SharedLoadBalancer(named, 'Shared', { internetFacing: true, domainNames: ['example.com', '*.example.com'], domainZone: zoneIn(named) });
    const { Name: _, ...certificate } = only(Template.fromStack(named), 'AWS::CertificateManager::Certificate');
    expect(certificate).toMatchObject({ DomainName: 'example.com', SubjectAlternativeNames: ['*.example.com'], ValidationMethod: 'DNS' });
    Template.fromStack(named).hasResourceProperties('AWS::Route53::RecordSet', { Name: 'example.com.', Type: 'A' });
    Template.fromStack(named).hasResourceProperties('AWS::Route53::RecordSet', { Name: '*.example.com.', Type: 'A' });
  });

  test('keeps the other certificates when one of them goes', () => {
    const idsWith = (...names: readonly string[]) => {
      const several = newStack();
      publicIn(several, {
        certificates: names.map(name => acm.Certificate.fromCertificateArn(several, name, `arn:aws:acm:eu-central-1:111122223333:certificate/${name}`)),
      });
      return idsOf(Template.fromStack(several), 'AWS::ElasticLoadBalancingV2::ListenerCertificate');
    };
    expect(idsWith('first', 'second', 'third')).toEqual(expect.arrayContaining(idsWith('first', 'third')));
  });

  test('is internal unless it is declared public, and then stands in private subnets and admits the VPC', () => {
    const internal = newStack();
    new SharedLoadBalancer(internal, 'Shared');
    const inVpc = Template.fromStack(internal);
    expect(only(inVpc, 'AWS::ElasticLoadBalancingV2::LoadBalancer').Scheme).toBe('internal');
    expect(only(inVpc, 'AWS::ElasticLoadBalancingV2::Listener')).toMatchObject({ Port: 80, Protocol: 'HTTP' });
    expect(idsOf(inVpc, 'AWS::EC2::InternetGateway')).toEqual([]);
  });

  test.each<[string, (stack: Stack) => SharedLoadBalancerProps, string]>([
    ['internet-facing without certificates or names', () => ({ internetFacing: true }), "'certificates' is not set, but an internet-facing load balancer needs one for HTTPS"],
    ['names without their zone', () => ({ domainNames: ['shop.example.com'] }), "'domainNames' is set without 'domainZone'"],
    ['a zone without names', inStack => ({ domainZone: zoneIn(inStack) }), "'domainZone' is set without 'domainNames'"],
    ['a name outside its zone', inStack => ({ domainNames: ['shop.example.org'], domainZone: zoneIn(inStack) }), "'domainNames' has 'shop.example.org', but 'domainZone' is the zone of 'example.com'"],
    [
      'a name that only deployment knows',
      inStack => ({ domainNames: [new CfnParameter(inStack, 'Name').valueAsString], domainZone: zoneIn(inStack) }),
      "'domainNames' has a name that is known only at deployment",
    ],
    [
      'internet-facing in a VPC without public subnets',
      inStack => ({
        internetFacing: true,
        certificates: [certificateIn(inStack)],
        vpc: new ec2.Vpc(inStack, 'Vpc', { subnetConfiguration: [{ name: 'Tasks', subnetType: ec2.SubnetType.PRIVATE_ISOLATED }] }),
      }),
      "'internetFacing' is true, but 'vpc' 'Shop/Vpc' has no public subnets for the load balancer",
    ],
  ])('with %s is refused', (_, props, message) => {
    const refused = newStack();
    expect(() => new SharedLoadBalancer(refused, 'Shared', props(refused))).toThrow(message);
  });

  test('that is about to go, or is thrown away, is left unprotected', () => {
    for (const props of [{ deletionProtection: false }, { removalPolicy: RemovalPolicy.DESTROY }]) {
      const going = newStack();
      publicIn(going, props);
      expect(idsOf(Template.fromStack(going), 'Custom::LoadBalancerDeletionProtection')).toEqual([]);
    }
  });
});

describe('a service behind a shared load balancer', () => {
  test('brings its rule, its target group and its security group rules, and its stack is the only one that depends on another', () => {
    const { app, platform, stack } = twoStacks();
    app.synth();
    const [own, shared] = [Template.fromStack(stack), Template.fromStack(platform)];
    expect(only(own, 'AWS::ElasticLoadBalancingV2::ListenerRule').Conditions)
      .toEqual([{ Field: 'host-header', HostHeaderConfig: { Values: ['orders.example.com'] } }]);
    for (const type of ['ListenerRule', 'TargetGroup']) expect(idsOf(shared, `AWS::ElasticLoadBalancingV2::${type}`)).toEqual([]);
    expect([idsOf(own, 'AWS::EC2::SecurityGroupIngress'), idsOf(own, 'AWS::EC2::SecurityGroupEgress')].map(({ length }) => length)).toEqual([1, 1]);
    expect(stack.dependencies).toContain(platform);
    expect(platform.dependencies).toEqual([]);
  });

  test('does not hold the shared load balancer by an export, so that it can leave', () => {
    const { app, platform } = twoStacks(new App({ context: CDK_INIT_FLAGS }));
    app.synth();
    for (const { Export: exported } of Object.values(Template.fromStack(platform).findOutputs('*'))) expect(exported).toBeUndefined();
  });

  test('waits for its rule, because ECS refuses a target group that no rule uses', () => {
    const { stack } = twoStacks();
    const template = Template.fromStack(stack);
    const [service] = Object.values(template.findResources('AWS::ECS::Service'));
    expect(service.DependsOn).toEqual(expect.arrayContaining(idsOf(template, 'AWS::ElasticLoadBalancingV2::ListenerRule')));
  });

  test('has a grace period, a rollback and a scaling target of its own', () => {
    const { stack, service } = twoStacks(new App(), { paths: ['/orders/*'] }, { scaling: Scaling.onUtilization({ maxCapacity: 4, targetRequestsPerTask: 500 }) });
    const template = Template.fromStack(stack);
    const { HealthCheckGracePeriodSeconds: grace, DeploymentConfiguration: deployment } = only(template, 'AWS::ECS::Service');
    expect(grace).toBe(120);
    expect(deployment.Alarms).toMatchObject({ Enable: true, Rollback: true });
    template.hasResourceProperties('AWS::ApplicationAutoScaling::ScalingPolicy', {
      TargetTrackingScalingPolicyConfiguration: Match.objectLike({
        PredefinedMetricSpecification: Match.objectLike({ PredefinedMetricType: 'ALBRequestCountPerTarget' }),
      }),
    });
    expect(service.alarms.map(({ node }) => node.id)).toEqual([
      'TasksMissing', 'ServiceDown', 'CpuHigh', 'MemoryNearLimit', 'NoHealthyTarget', 'RequestErrors',
    ]);
  });

  test('is not blamed for what the load balancer answers other services', () => {
    const { stack } = twoStacks();
    expect(JSON.stringify(Template.fromStack(stack).findResources('AWS::CloudWatch::Alarm'))).not.toContain('HTTPCode_ELB');
  });

  test('takes no reference to another stack apart, which no documentation says that CloudFormation can', () => {
    const { stack } = twoStacks(new App({ context: CDK_INIT_FLAGS }), { paths: ['/*'] }, { scaling: Scaling.onUtilization({ maxCapacity: 4, targetRequestsPerTask: 500 }) });
    const template = JSON.stringify(Template.fromStack(stack));
    expect(template).toContain('Fn::GetStackOutput');
    expect(template).not.toMatch(/"Fn::Split":\["[^"]*",\{"Fn::(GetStackOutput|ImportValue)"/);
  });

  test('runs in the VPC of the load balancer unless another one is given', () => {
    const { service, shared } = twoStacks();
    expect(service.vpc).toBe(shared.vpc);
    expect([service.loadBalancer, service.listener]).toEqual([shared.loadBalancer, shared.listener]);
  });

  test('in another VPC is refused, because no target of it could be registered', () => {
    expect(() => {
      const stack = newStack();
      declareIn(stack, { ...behind(publicIn(stack), { paths: ['/*'] }), vpc: new ec2.Vpc(stack, 'Other') });
    }).toThrow("'loadBalancing' of 'Shop/Web' is a load balancer in the VPC 'Shop/Shared/Vpc', but the tasks run in 'Shop/Other'");
  });

  test('in the stack of the load balancer is up before the protection from deletion begins', () => {
    const stack = newStack();
    declareIn(stack, behind(publicIn(stack), { paths: ['/orders/*'] }));
    const template = Template.fromStack(stack);
    const [protection] = Object.values(template.findResources('Custom::LoadBalancerDeletionProtection'));
    expect(protection.DependsOn).toEqual(expect.arrayContaining(idsOf(template, 'AWS::ECS::Service')));
  });

  test.each<[string, (app: App) => readonly [Stack, Stack]]>([
    ['two nested stacks', app => {
      const parent = new Stack(app, 'Parent');
      return [new NestedStack(parent, 'Platform'), new NestedStack(parent, 'Orders')];
    }],
    ['two stacks of a stage', app => {
      const stage = new Stage(app, 'Prod');
      return [new Stack(stage, 'Platform'), new Stack(stage, 'Orders')];
    }],
    ['a stack and one nested in it', app => {
      const platform = new Stack(app, 'Platform');
      return [platform, new NestedStack(platform, 'Orders')];
    }],
  ])('synthesizes in %s under both flag sets of the CDK', (_, split) => {
    for (const context of Object.values(FLAG_SETS)) {
      const app = new App({ context });
      const [platform, own] = split(app);
      declareIn(own, behind(publicIn(platform), { hosts: ['orders.example.com'], paths: ['/v1/*'] }));
      expect(() => app.synth()).not.toThrow();
    }
  });
});

const imported = (stack: Stack) => elbv2.ApplicationListener.fromApplicationListenerAttributes(stack, 'Listener', {
  listenerArn: 'arn:aws:elasticloadbalancing:eu-central-1:111122223333:listener/app/shop/0123456789abcdef/fedcba9876543210',
  securityGroup: ec2.SecurityGroup.fromSecurityGroupId(stack, 'LoadBalancerGroup', 'sg-0123456789abcdef0'),
});

describe('a service that speaks gRPC', () => {
  const { GRPC, HTTP1, HTTP2 } = elbv2.ApplicationProtocolVersion;

  test('says by its own method that it is healthy', () => {
    const { stack } = twoStacks(new App(), { paths: ['/helloworld.Greeter/*'], protocolVersion: GRPC });
    expect(only(Template.fromStack(stack), 'AWS::ElasticLoadBalancingV2::TargetGroup')).toMatchObject({
      ProtocolVersion: 'GRPC', HealthCheckPath: '/grpc.health.v1.Health/Check', Matcher: { GrpcCode: '0' },
    });
  });

  test('needs a listener that speaks HTTPS, as far as that is known', () => {
    const message = "'protocolVersion' is GRPC, but Elastic Load Balancing supports it only with an HTTPS listener";
    const stack = newStack();
    expect(() => LoadBalancing.internal({ protocolVersion: GRPC })).toThrow(message);
    expect(() => LoadBalancing.shared(new SharedLoadBalancer(stack, 'Shared'), { paths: ['/*'], protocolVersion: GRPC })).toThrow(message);
    expect(() => LoadBalancing.listener(imported(stack), { paths: ['/*'], priority: 1, protocolVersion: HTTP2 })).not.toThrow();
  });

  test('and one that says the usual protocol has the target group of one that says nothing', () => {
    const groups = [undefined, HTTP1].map(protocolVersion =>
      Template.fromStack(twoStacks(new App(), { paths: ['/*'], protocolVersion }).stack).findResources('AWS::ElasticLoadBalancingV2::TargetGroup'));
    expect(groups[0]).toEqual(groups[1]);
  });
});

describe('an existing listener', () => {
  test('that the app declares gets a rule with a derived priority', () => {
    const stack = newStack();
    const vpc = new ec2.Vpc(stack, 'Vpc');
    const loadBalancer = new elbv2.ApplicationLoadBalancer(stack, 'Own', { vpc });
    const listener = loadBalancer.addListener('Listener', { port: 80, open: false, defaultAction: elbv2.ListenerAction.fixedResponse(404) });
    const service = declareIn(stack, { vpc, containerPort: 8080, loadBalancing: LoadBalancing.listener(listener, { paths: ['/orders/*'] }) });
    expect(service.listener).toBe(listener);
    const { Priority: priority, ListenerArn: listenerArn } = only(Template.fromStack(stack), 'AWS::ElasticLoadBalancingV2::ListenerRule');
    expect(listenerArn).toEqual(stack.resolve(listener.listenerArn));
    expect(priority).toBeGreaterThan(46_000);
  });

  test('that is imported gets a rule with the given priority, and lets its load balancer in', () => {
    const stack = newStack();
    const vpc = new ec2.Vpc(stack, 'Vpc');
    declareIn(stack, { vpc, containerPort: 8080, loadBalancing: LoadBalancing.listener(imported(stack), { hosts: ['a.example.com'], priority: 7 }) });
    const template = Template.fromStack(stack);
    expect(only(template, 'AWS::ElasticLoadBalancingV2::ListenerRule').Priority).toBe(7);
    expect(only(template, 'AWS::EC2::SecurityGroupIngress')).toMatchObject({ FromPort: 8080, SourceSecurityGroupId: 'sg-0123456789abcdef0' });
    expect(JSON.stringify(template.findResources('AWS::CloudWatch::Alarm'))).toContain('app/shop/0123456789abcdef');
  });

  test('that is imported needs a priority, because its other rules are not seen', () => {
    expect(() => LoadBalancing.listener(imported(newStack()), { hosts: ['a.example.com'] })).toThrow(
      "'priority' is not set, but the listener 'Shop/Listener' is imported, and the priorities of its other rules are not known",
    );
  });

  test('with a rule of somebody else that has the same priority is refused at synthesis', () => {
    const stack = newStack();
    const shared = publicIn(stack);
    declareIn(stack, behind(shared, { paths: ['/orders/*'], priority: 5 }));
    shared.listener.addAction('Maintenance', {
      priority: 5,
      conditions: [elbv2.ListenerCondition.pathPatterns(['/maintenance'])],
      action: elbv2.ListenerAction.fixedResponse(503),
    });
    expect(() => Template.fromStack(stack)).toThrow("the rule 'Shop/Shared/Entrance/Public/LoadBalancer/Listener/MaintenanceRule/Resource' has the priority 5 too");
  });
});

/** Ten services, each in a stack of its own, behind one load balancer in one cluster. */
describe('ten services behind one load balancer', () => {
  const app = new App();
  const platform = newStack(app, 'Platform');
  const vpc = new ec2.Vpc(platform, 'Vpc', { maxAzs: 2 });
  const shared = publicIn(platform, { vpc });
  const cluster = new ecs.Cluster(platform, 'Cluster', { vpc, containerInsightsV2: ecs.ContainerInsights.ENABLED, enableFargateCapacityProviders: true });
  const names = ['orders', 'carts', 'users', 'search', 'mail', 'stock', 'prices', 'images', 'admin', 'login'];
  const services: readonly HardenedFargateService[] = names.map(name =>
    declareIn(newStack(app, name), { cluster, ...behind(shared, { hosts: [`${name}.example.com`] }) }));
  app.synth();
  const stacks = services.map(service => Template.fromStack(Stack.of(service)));

  test('share load balancer, listener, access logs, cluster and network, and each brings only its own', () => {
    for (const template of stacks) {
      for (const type of ['ElasticLoadBalancingV2::LoadBalancer', 'ElasticLoadBalancingV2::Listener', 'S3::Bucket', 'ECS::Cluster', 'EC2::VPC', 'EC2::VPCEndpoint']) {
        expect(idsOf(template, `AWS::${type}`)).toEqual([]);
      }
      expect(idsOf(template, 'AWS::ElasticLoadBalancingV2::ListenerRule')).toHaveLength(1);
      expect(idsOf(template, 'AWS::ElasticLoadBalancingV2::TargetGroup')).toHaveLength(1);
    }
    expect(idsOf(Template.fromStack(platform), 'AWS::ElasticLoadBalancingV2::LoadBalancer')).toHaveLength(1);
  });

  test('have priorities of their own', () => {
    const priorities = stacks.map(template => only(template, 'AWS::ElasticLoadBalancingV2::ListenerRule').Priority);
    expect(new Set(priorities).size).toBe(10);
  });

  test('fit into one stack, too', () => {
    const one = newStack(new App(), 'All');
    const inOne = publicIn(one);
    const first = declareIn(one, behind(inOne, { hosts: ['orders.example.com'] }), 'orders');
    names.slice(1).forEach(name => declareIn(one, { cluster: first.cluster, ...behind(inOne, { hosts: [`${name}.example.com`] }) }, name));
    const count = Object.keys(Template.fromStack(one).toJSON().Resources).length;
    expect(count).toBeLessThanOrEqual(400);
    for (const template of [...stacks, Template.fromStack(platform)]) expect(Object.keys(template.toJSON().Resources).length).toBeLessThanOrEqual(60);
  });
});
