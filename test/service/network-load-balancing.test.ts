import { Match, Template } from 'aws-cdk-lib/assertions';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import * as route53 from 'aws-cdk-lib/aws-route53';
import { certificateIn, containerOf, declared, declareIn, idsOf, newStack, only } from './declare';
import { Deployment, LoadBalancing, type NetworkLoadBalancingOptions, OptionalAlarm, Scaling } from '../../src/index';

const behind = (options: NetworkLoadBalancingOptions = {}): Template =>
  declared(() => ({ containerPort: 1883, loadBalancing: LoadBalancing.network(options) }));

const TCP = behind();
const TLS = declared(stack => ({
  containerPort: 1883,
  loadBalancing: LoadBalancing.network({ protocol: elbv2.Protocol.TLS, internetFacing: true, certificate: certificateIn(stack) }),
}));
const UDP = behind({ protocol: elbv2.Protocol.UDP, healthCheckPort: 8080, healthCheckPath: '/up' });

const TARGET_GROUP = 'AWS::ElasticLoadBalancingV2::TargetGroup';
const LISTENER = 'AWS::ElasticLoadBalancingV2::Listener';
const LOAD_BALANCER = 'AWS::ElasticLoadBalancingV2::LoadBalancer';

const attributesOf = (template: Template): readonly unknown[] => only(template, LOAD_BALANCER).LoadBalancerAttributes ?? [];

describe('a network load balancer', () => {
  test('is internal, stands beside the tasks, and forwards TCP from the port of the container', () => {
    expect(only(TCP, LOAD_BALANCER)).toMatchObject({ Type: 'network', Scheme: 'internal' });
    expect(only(TCP, LOAD_BALANCER).Subnets).toEqual(only(TCP, 'AWS::ECS::Service').NetworkConfiguration.AwsvpcConfiguration.Subnets);
    expect(only(TCP, LISTENER)).toMatchObject({ Port: 1883, Protocol: 'TCP' });
    expect(only(TCP, TARGET_GROUP)).toMatchObject({ Protocol: 'TCP', TargetType: 'ip', HealthCheckProtocol: 'TCP', HealthCheckIntervalSeconds: 15 });
  });

  test('alone may connect to the tasks, and admits the VPC', () => {
    const [ingress] = Object.values(TCP.findResources('AWS::EC2::SecurityGroupIngress'));
    expect(ingress.Properties).toMatchObject({ FromPort: 1883, IpProtocol: 'tcp', SourceSecurityGroupId: expect.anything() });
    const [group] = only(TCP, LOAD_BALANCER).SecurityGroups;
    expect(JSON.stringify(ingress.Properties.SourceSecurityGroupId)).toBe(JSON.stringify(group));
    TCP.hasResourceProperties('AWS::EC2::SecurityGroup', {
      GroupDescription: Match.stringLikeRegexp('Network load balancer'),
      SecurityGroupIngress: [Match.objectLike({ FromPort: 1883, CidrIp: Match.objectLike({ 'Fn::GetAtt': Match.anyValue() }) })],
    });
  });

  test('drains as long as the application needs, then closes what is open', () => {
    expect(only(TCP, TARGET_GROUP).TargetGroupAttributes).toEqual(expect.arrayContaining([
      { Key: 'deregistration_delay.timeout_seconds', Value: '30' },
      { Key: 'deregistration_delay.connection_termination.enabled', Value: 'true' },
    ]));
  });

  test('is there before the service, which has a grace period, and is protected after it', () => {
    const [service] = Object.values(TCP.findResources('AWS::ECS::Service'));
    expect(service.DependsOn).toContainEqual(expect.stringMatching(/^WebEntranceInternalNetworkLoadBalancerListener/));
    expect(service.Properties.HealthCheckGracePeriodSeconds).toBe(120);
    const [protection] = Object.values(TCP.findResources('Custom::LoadBalancerDeletionProtection'));
    expect(protection.DependsOn).toContainEqual(expect.stringMatching(/^WebService/));
  });

  test('has alarms on health and on resets, eight with the one that tells people, and resets roll a deployment back', () => {
    const ids = idsOf(TCP, 'AWS::CloudWatch::Alarm').filter(id => id.startsWith('WebAlarms')).map(id => id.replace(/^WebAlarms|[0-9A-F]{8}$/g, ''));
    expect(ids).toEqual(['ConnectionResets', 'CpuHigh', 'DeploymentErrors', 'MemoryNearLimit', 'NoHealthyTarget', 'ServiceDown', 'TasksMissing']);
    expect(idsOf(TCP, 'AWS::CloudWatch::CompositeAlarm')).toHaveLength(1);
    expect(JSON.stringify(only(TCP, 'AWS::ECS::Service').DeploymentConfiguration.Alarms)).toContain('DeploymentErrors');
  });

  test('has each alarm once, also when it is asked for', () => {
    const template = declared(() => ({
      containerPort: 1883, loadBalancing: LoadBalancing.network(), alarms: { more: [OptionalAlarm.UNHEALTHY_TARGETS], rollback: false },
    }));
    expect(idsOf(template, 'AWS::CloudWatch::Alarm').filter(id => id.includes('UnhealthyTargets'))).toHaveLength(1);
    expect(idsOf(template, 'AWS::CloudWatch::Alarm').filter(id => id.includes('DeploymentErrors'))).toEqual([]);
  });

  test('lets a service be reached by all its parts', () => {
    const service = declareIn(newStack(), { containerPort: 1883, loadBalancing: LoadBalancing.network() });
    expect([service.networkLoadBalancer, service.networkListener, service.networkTargetGroup]).not.toContain(undefined);
    expect([service.loadBalancer, service.listener, service.targetGroup]).toEqual([undefined, undefined, undefined]);
  });
});

describe.each([
  ['blue/green', Deployment.blueGreen(), 'BLUE_GREEN'], ['canary', Deployment.canary(), 'CANARY'], ['linear', Deployment.linear(), 'LINEAR'],
])('with %s', (_, deployment, strategy) => {
  const template = declared(() => ({
    containerPort: 1883, loadBalancing: LoadBalancing.network(), deployment, alarms: { more: [OptionalAlarm.UNHEALTHY_TARGETS] },
  }));
  const [service] = Object.values(template.findResources('AWS::ECS::Service'));
  const [blue, green] = [/TargetGroup/, /AlternateTargetGroup/].map(id =>
    idsOf(template, TARGET_GROUP).find(group => id.test(group) && (id.source === 'AlternateTargetGroup' || !group.includes('Alternate'))));

  test('ECS moves connections between two groups by the listener', () => {
    expect(service.Properties.DeploymentConfiguration.Strategy).toBe(strategy);
    const [{ AdvancedConfiguration: shift, TargetGroupArn }] = service.Properties.LoadBalancers;
    const [listener] = idsOf(template, LISTENER);
    expect([TargetGroupArn, shift.AlternateTargetGroupArn, shift.ProductionListenerRule]).toEqual([blue, green, listener].map(Ref => ({ Ref })));
    expect(shift.RoleArn).toEqual({ 'Fn::GetAtt': [expect.stringMatching(/InfrastructureRole/), 'Arn'] });
    expect(only(template, LISTENER).DefaultActions[0].ForwardConfig.TargetGroups)
      .toEqual([{ TargetGroupArn: { Ref: blue }, Weight: 100 }, { TargetGroupArn: { Ref: green }, Weight: 0 }]);
    expect(service.DependsOn).toContain(listener);
  });

  test('both groups check health alike and drain alike', () => {
    const [one, other] = Object.values(template.findResources(TARGET_GROUP)).map(({ Properties }) => Properties);
    expect(one).toEqual(other);
  });

  test('no healthy task means none in either group, each group has its alarm on unhealthy tasks, and resets roll back', () => {
    const alarms = template.findResources('AWS::CloudWatch::Alarm');
    const named = (part: string) => Object.entries(alarms).filter(([id]) => id.includes(part)).map(([, { Properties }]) => Properties);
    expect(JSON.stringify(named('NoHealthyTarget'))).toContain('FILL(healthy, 0) + FILL(healthyInAlternate, 0)');
    expect(named('UnhealthyTargets')).toHaveLength(2);
    expect(JSON.stringify(service.Properties.DeploymentConfiguration.Alarms)).toContain('DeploymentErrors');
  });
});

test('UDP moves as TCP does, to the same port of the container', () => {
  const template = declared(() => ({
    containerPort: 8125,
    loadBalancing: LoadBalancing.network({ protocol: elbv2.Protocol.UDP, healthCheckPort: 8080 }),
    deployment: Deployment.canary(),
  }));
  expect(Object.values(template.findResources(TARGET_GROUP)).map(({ Properties }) => Properties.Protocol)).toEqual(['UDP', 'UDP']);
  expect(only(template, 'AWS::ECS::Service').LoadBalancers).toMatchObject([{ ContainerPort: 8125 }]);
});

describe('with TLS', () => {
  test('a current policy ends it at the load balancer', () => {
    expect(only(TLS, LISTENER)).toMatchObject({ Port: 443, Protocol: 'TLS', SslPolicy: expect.stringContaining('TLS13-1-2') });
    expect(only(TLS, TARGET_GROUP).Protocol).toBe('TCP');
  });

  test('the internet is admitted on its one port, and its connections are logged', () => {
    expect(only(TLS, LOAD_BALANCER).Scheme).toBe('internet-facing');
    TLS.hasResourceProperties('AWS::EC2::SecurityGroup', { SecurityGroupIngress: [Match.objectLike({ CidrIp: '0.0.0.0/0', FromPort: 443, ToPort: 443 })] });
    expect(attributesOf(TLS)).toContainEqual({ Key: 'access_logs.s3.enabled', Value: 'true' });
    expect(attributesOf(TCP)).not.toContainEqual({ Key: 'access_logs.s3.enabled', Value: 'true' });
  });

  test('those who deliver logs act for this account only', () => {
    const [{ Properties: { PolicyDocument: { Statement: statements } } }] = Object.values(TLS.findResources('AWS::S3::BucketPolicy'));
    const delivery = statements.filter(({ Principal: principal }: { Principal: { Service?: string } }) => principal.Service === 'delivery.logs.amazonaws.com');
    expect(delivery.map(({ Action: action }: { Action: string }) => action)).toEqual(['s3:GetBucketAcl', 's3:PutObject']);
    for (const { Condition: condition } of delivery) expect(condition.StringEquals).toEqual({ 'aws:SourceAccount': { Ref: 'AWS::AccountId' } });
  });

  test('a name gets a certificate and a record', () => {
    const template = declared(stack => ({
      containerPort: 1883,
      loadBalancing: LoadBalancing.network({
        protocol: elbv2.Protocol.TLS,
        domainName: 'mqtt.example.com',
        domainZone: route53.HostedZone.fromHostedZoneAttributes(stack, 'Zone', { hostedZoneId: 'Z1', zoneName: 'example.com' }),
      }),
    }));
    template.hasResourceProperties('AWS::CertificateManager::Certificate', { DomainName: 'mqtt.example.com' });
    template.hasResourceProperties('AWS::Route53::RecordSet', { Name: 'mqtt.example.com.', Type: 'A' });
  });
});

describe('with UDP', () => {
  test('the container takes UDP, and TCP where its health is checked', () => {
    expect(only(UDP, LISTENER).Protocol).toBe('UDP');
    expect(only(UDP, TARGET_GROUP)).toMatchObject({ Protocol: 'UDP', HealthCheckProtocol: 'HTTP', HealthCheckPort: '8080', HealthCheckPath: '/up' });
    expect(containerOf(UDP).PortMappings).toEqual([
      { ContainerPort: 1883, Protocol: 'udp' }, { ContainerPort: 8080, Protocol: 'tcp' },
    ]);
  });

  test('the tasks admit both from the load balancer', () => {
    const rules = Object.values(UDP.findResources('AWS::EC2::SecurityGroupIngress')).map(({ Properties: { IpProtocol: protocol, FromPort: port } }) => [protocol, port]);
    expect(rules.sort()).toEqual([['tcp', 8080], ['udp', 1883]]);
  });

  test('nothing resets, so no deployment is rolled back by resets', () => {
    expect(idsOf(UDP, 'AWS::CloudWatch::Alarm').filter(id => /Resets|DeploymentErrors/.test(id))).toEqual([]);
  });

  test('and TCP together, the container takes both', () => {
    const both = behind({ protocol: elbv2.Protocol.TCP_UDP });
    expect(containerOf(both).PortMappings).toEqual([{ ContainerPort: 1883, Protocol: 'tcp' }, { ContainerPort: 1883, Protocol: 'udp' }]);
  });
});

test('a REST API reaches it through PrivateLink when the rules of its security group are not asked for that', () => {
  expect(only(behind({ enforceSecurityGroupInboundRulesOnPrivateLinkTraffic: false }), LOAD_BALANCER).EnforceSecurityGroupInboundRulesOnPrivateLinkTraffic).toBe('off');
});

test('clients and their addresses are kept where that is asked for', () => {
  const template = behind({ clients: [ec2.Peer.ipv4('203.0.113.0/24')], preserveClientIp: true, port: 8883 });
  expect(only(template, TARGET_GROUP).TargetGroupAttributes).toContainEqual({ Key: 'preserve_client_ip.enabled', Value: 'true' });
  template.hasResourceProperties('AWS::EC2::SecurityGroup', { SecurityGroupIngress: [Match.objectLike({ CidrIp: '203.0.113.0/24', FromPort: 8883 })] });
});

test.each<[NetworkLoadBalancingOptions, string]>([
  [{ protocol: elbv2.Protocol.HTTPS }, "'protocol' is HTTPS, but LoadBalancing.network offers TCP, TLS, UDP, TCP_UDP; use LoadBalancing.publicHttps()"],
  [{ protocol: elbv2.Protocol.TLS }, "'protocol' is TLS without 'certificate', but a TLS listener must have one"],
  [{ certificate: certificateIn(newStack()) }, "'certificate' is set, but 'protocol' is TCP, which uses no certificate"],
  [{ protocol: elbv2.Protocol.UDP }, "'protocol' is UDP without 'healthCheckPort', but Elastic Load Balancing checks health over TCP or HTTP only"],
  [{ protocol: elbv2.Protocol.UDP, healthCheckPort: 80, preserveClientIp: false }, "'preserveClientIp' is false, but Elastic Load Balancing always preserves the client IP address with UDP"],
  [{ port: 0 }, "'port' is 0, but a port is a whole number from 1 to 65535"],
  [{ domainName: 'mqtt.example.com' }, "'domainName' is set without 'domainZone'"],
])('%j is refused', (options, message) => {
  expect(() => LoadBalancing.network(options)).toThrow(message);
});

test('requests that nobody counts scale nothing', () => {
  const scaling = Scaling.onUtilization({ maxCapacity: 4, targetRequestsPerTask: 10 });
  expect(() => declareIn(newStack(), { containerPort: 1883, loadBalancing: LoadBalancing.network(), scaling }))
    .toThrow("'scaling.targetRequestsPerTask' is 10, but no application load balancer counts requests");
});
