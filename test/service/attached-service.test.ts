import { Duration, Stack } from 'aws-cdk-lib';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import * as servicediscovery from 'aws-cdk-lib/aws-servicediscovery';
import { declareIn, type Differences, idsOf, newStack, only } from './declare';
import { type HardenedFargateService, LoadBalancing, OptionalAlarm } from '../../src/index';

type Attach = (listener: elbv2.ApplicationListener, service: HardenedFargateService, vpc: ec2.IVpc) => void;

/** A service whose load balancing the user builds from the constructs of the CDK. */
function attached(attach: Attach, differences: Differences = {}) {
  const stack = newStack();
  const vpc = new ec2.Vpc(stack, 'Vpc');
  const listener = new elbv2.ApplicationLoadBalancer(stack, 'Own', { vpc }).addListener('Listener', {
    port: 80, open: false, defaultAction: elbv2.ListenerAction.fixedResponse(404),
  });
  const service = declareIn(stack, { vpc, containerPort: 8080, startupTime: Duration.minutes(3), ...differences });
  attach(listener, service, vpc);
  return { stack, service };
}

const RULE = { priority: 1, conditions: [elbv2.ListenerCondition.pathPatterns(['/orders/*'])] };

const byService: Attach = (listener, service, vpc) => {
  const group = new elbv2.ApplicationTargetGroup(listener, 'Group', { vpc, port: 80, targetType: elbv2.TargetType.IP });
  listener.addTargetGroups('Orders', { ...RULE, targetGroups: [group] });
  service.service.attachToApplicationTargetGroup(group);
};

const byListener: Attach = (listener, service) => {
  listener.addTargets('Orders', { ...RULE, port: 80, targets: [service.service] });
};

const byTarget: Attach = (listener, service) => {
  listener.addTargets('Orders', { ...RULE, port: 80, targets: [service.service.loadBalancerTarget({ containerName: service.container.containerName, containerPort: 8080 })] });
};

const alarmsOf = (stack: Stack) => Template.fromStack(stack).findResources('AWS::CloudWatch::Alarm');

describe.each([['service.attachToApplicationTargetGroup', byService], ['listener.addTargets', byListener], ['loadBalancerTarget', byTarget]])(
  'a target group that is attached by %s', (_, attach) => {
    test('has the grace period, the alarms and the rollback of one that the construct makes', () => {
      const { stack, service } = attached(attach);
      const template = Template.fromStack(stack);
      const { HealthCheckGracePeriodSeconds: grace, DeploymentConfiguration: deployment } = only(template, 'AWS::ECS::Service');
      expect(grace).toBe(240);
      expect(service.alarms.map(({ node }) => node.id)).toEqual([
        'TasksMissing', 'ServiceDown', 'CpuHigh', 'MemoryNearLimit', 'NoHealthyTarget', 'RequestErrors',
      ]);
      expect(JSON.stringify(only(template, 'AWS::CloudWatch::CompositeAlarm').AlarmRule)).toContain('NoHealthyTarget');
      expect(deployment.Alarms).toMatchObject({ Enable: true, Rollback: true, AlarmNames: [{ Ref: expect.stringContaining('DeploymentErrors') }] });
    });
  },
);

test('the alarms that were asked for watch what is attached later, too', () => {
  const { stack } = attached(byService, { alarms: { more: [OptionalAlarm.UNHEALTHY_TARGETS], latencyP99: Duration.seconds(1), rollback: false } });
  const ids = Object.keys(alarmsOf(stack)).join();
  expect(ids).toContain('UnhealthyTargets');
  expect(ids).toContain('SlowAnswers');
  expect(ids).not.toContain('DeploymentErrors');
});

test('each of several target groups has alarms of its own', () => {
  const { stack } = attached((listener, service, vpc) => {
    byListener(listener, service, vpc);
    listener.addTargets('Admin', { ...RULE, priority: 2, conditions: [elbv2.ListenerCondition.pathPatterns(['/admin/*'])], port: 80, targets: [service.service] });
  });
  expect(Object.keys(alarmsOf(stack)).filter(id => id.includes('NoHealthyTarget'))).toHaveLength(2);
  const { LoadBalancers: loadBalancers, DeploymentConfiguration: { Alarms: { AlarmNames: alarmNames } } } = only(Template.fromStack(stack), 'AWS::ECS::Service');
  expect([loadBalancers, alarmNames].map(({ length }) => length)).toEqual([2, 2]);
});

test('a further target group of a service with a load balancer of its own is watched beside it', () => {
  const { stack, service } = attached(byListener, { loadBalancing: LoadBalancing.internal() });
  expect(service.alarms.filter(({ node }) => node.id === 'NoHealthyTarget')).toHaveLength(1);
  Template.fromStack(stack);
  expect(service.alarms.filter(({ node }) => node.id === 'NoHealthyTarget')).toHaveLength(2);
});

test('the targets of a network load balancer are watched by their health', () => {
  const { stack } = attached((_, service, vpc) => {
    new elbv2.NetworkLoadBalancer(Stack.of(service), 'Network', { vpc, securityGroups: [] }).addListener('Tcp', { port: 80 })
      .addTargets('Tasks', { port: 80, targets: [service.service] });
    service.connections.allowFrom(ec2.Peer.ipv4(vpc.vpcCidrBlock), ec2.Port.tcp(8080));
  });
  const alarms = Object.entries(alarmsOf(stack)).filter(([id]) => id.includes('NoHealthyTarget'));
  expect(alarms.map(([, { Properties: { Namespace: namespace } }]) => namespace)).toEqual(['AWS/NetworkELB']);
  expect(only(Template.fromStack(stack), 'AWS::ECS::Service').HealthCheckGracePeriodSeconds).toBe(240);
});

test('a target group whose load balancer is not known is not watched, and synthesis says so', () => {
  const { stack } = attached((listener, service) => service.service.attachToApplicationTargetGroup(
    elbv2.ApplicationTargetGroup.fromTargetGroupAttributes(listener, 'Elsewhere', {
      targetGroupArn: 'arn:aws:elasticloadbalancing:eu-central-1:111122223333:targetgroup/shop/0123456789abcdef',
    })));
  Annotations.fromStack(stack).hasWarning('/Shop/Web/Service', Match.stringLikeRegexp('no alarm watches its targets; attach the group to a listener of the app'));
});

describe('a port without load balancing', () => {
  test('is right when callers find the tasks by Cloud Map', () => {
    const { stack } = attached((_, service, vpc) => service.service.enableCloudMap({
      cloudMapNamespace: new servicediscovery.PrivateDnsNamespace(service, 'Namespace', { name: 'shop.local', vpc }),
    }));
    expect(() => Template.fromStack(stack)).not.toThrow();
  });

  test('is right when a security group lets a caller in', () => {
    const { stack } = attached((listener, service) => service.connections.allowFrom(listener, ec2.Port.tcp(8080)));
    expect(() => Template.fromStack(stack)).not.toThrow();
  });

  test('gives a service no grace period, because nothing checks its tasks', () => {
    const { stack } = attached((listener, service) => service.connections.allowFrom(listener, ec2.Port.tcp(8080)));
    const template = Template.fromStack(stack);
    expect(only(template, 'AWS::ECS::Service')).not.toHaveProperty('HealthCheckGracePeriodSeconds');
    expect(idsOf(template, 'AWS::CloudWatch::Alarm').filter(id => id.includes('NoHealthyTarget'))).toEqual([]);
  });
});
