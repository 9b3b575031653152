import { CfnParameter } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as route53 from 'aws-cdk-lib/aws-route53';
import { behindHttps, certificateIn, declared, declareIn, idsOf, newStack, only } from './declare';
import { LoadBalancing, type PublicHttpsLoadBalancingOptions } from '../../src/index';

const PUBLIC = declared(behindHttps);

const zoneIn = (stack: ReturnType<typeof newStack>) =>
  route53.HostedZone.fromHostedZoneAttributes(stack, 'Zone', { hostedZoneId: 'Z1', zoneName: 'example.com' });

describe('a public load balancer', () => {
  test('speaks HTTPS by a current policy, and redirects what comes by HTTP', () => {
    PUBLIC.hasResourceProperties('AWS::ElasticLoadBalancingV2::Listener', { Port: 443, Protocol: 'HTTPS', SslPolicy: Match.stringLikeRegexp('TLS13-1-2') });
    PUBLIC.hasResourceProperties('AWS::ElasticLoadBalancingV2::Listener', {
      Port: 80, DefaultActions: [Match.objectLike({ Type: 'redirect', RedirectConfig: Match.objectLike({ Protocol: 'HTTPS' }) })],
    });
  });

  test('drops malformed headers and keeps its access log', () => {
    const { LoadBalancerAttributes: attributes } = only(PUBLIC, 'AWS::ElasticLoadBalancingV2::LoadBalancer');
    expect(attributes).toEqual(expect.arrayContaining([
      { Key: 'routing.http.drop_invalid_header_fields.enabled', Value: 'true' },
      { Key: 'access_logs.s3.enabled', Value: 'true' },
    ]));
  });

  test('waits until it may write its access log', () => {
    const [loadBalancer] = Object.values(PUBLIC.findResources('AWS::ElasticLoadBalancingV2::LoadBalancer'));
    expect(loadBalancer.DependsOn).toContain(idsOf(PUBLIC, 'AWS::S3::BucketPolicy')[0]);
  });

  test('reaches tasks by their addresses, on the port of their container', () => {
    expect(only(PUBLIC, 'AWS::ElasticLoadBalancingV2::TargetGroup')).toMatchObject({ TargetType: 'ip', Port: 80, Protocol: 'HTTP', HealthCheckPath: '/' });
    expect(only(PUBLIC, 'AWS::EC2::SecurityGroupIngress')).toMatchObject({ FromPort: 8080, ToPort: 8080 });
  });

  test('that is about to go is left unprotected', () => {
    const template = declared(stack => ({
      containerPort: 8080, loadBalancing: LoadBalancing.publicHttps({ certificate: certificateIn(stack), deletionProtection: false }),
    }));
    expect(only(template, 'AWS::ElasticLoadBalancingV2::LoadBalancer').LoadBalancerAttributes).toContainEqual({ Key: 'deletion_protection.enabled', Value: 'false' });
    expect(idsOf(template, 'Custom::LoadBalancerDeletionProtection')).toEqual([]);
  });

  test('is there before the service that registers with it', () => {
    const [service] = Object.values(PUBLIC.findResources('AWS::ECS::Service'));
    expect(service.DependsOn).toContainEqual(expect.stringMatching(/^WebEntrancePublicLoadBalancerListener/));
  });

  test('gets a certificate and a DNS record for its name', () => {
    const template = declared(stack => ({
      containerPort: 80, loadBalancing: LoadBalancing.publicHttps({ domainName: 'shop.example.com', domainZone: zoneIn(stack), healthCheckPath: '/ready' }),
    }));
    template.hasResourceProperties('AWS::CertificateManager::Certificate', { DomainName: 'shop.example.com', ValidationMethod: 'DNS' });
    template.hasResourceProperties('AWS::Route53::RecordSet', { Name: 'shop.example.com.', Type: 'A' });
    expect(only(template, 'AWS::ElasticLoadBalancingV2::TargetGroup').HealthCheckPath).toBe('/ready');
  });

  test('has its DNS record under its very name, also in a zone whose name only deployment knows', () => {
    const template = declared(stack => {
      const zoneName = new CfnParameter(stack, 'ZoneName').valueAsString;
      const domainZone = route53.HostedZone.fromHostedZoneAttributes(stack, 'LateZone', { hostedZoneId: 'Z1', zoneName });
      return { containerPort: 80, loadBalancing: LoadBalancing.publicHttps({ domainName: 'shop.example.com', domainZone }) };
    });
    expect(only(template, 'AWS::Route53::RecordSet').Name).toBe('shop.example.com.');
  });

  test('admits only the clients that are named', () => {
    const office = ec2.Peer.ipv4('203.0.113.0/24');
    const template = declared(stack => ({
      containerPort: 80, loadBalancing: LoadBalancing.publicHttps({ certificate: certificateIn(stack), clients: [office] }),
    }));
    expect(JSON.stringify(template.findResources('AWS::EC2::SecurityGroup', { Properties: { SecurityGroupIngress: Match.anyValue() } }))).not.toContain('"CidrIp":"0.0.0.0/0","Description":"from');
    template.hasResourceProperties('AWS::EC2::SecurityGroup', {
      SecurityGroupIngress: [Match.objectLike({ CidrIp: '203.0.113.0/24', FromPort: 443 }), Match.objectLike({ CidrIp: '203.0.113.0/24', FromPort: 80 })],
    });
  });

  test.each<[string, (stack: ReturnType<typeof newStack>) => PublicHttpsLoadBalancingOptions, string]>([
    ['neither certificate nor name', () => ({}), "'certificate' is not set, but a public load balancer needs one for HTTPS"],
    ['a name without its zone', () => ({ domainName: 'shop.example.com' }), "'domainName' is set without 'domainZone'"],
    ['a zone without a name', stack => ({ domainZone: zoneIn(stack) }), "'domainZone' is set without 'domainName'"],
    ['a name outside its zone', stack => ({ domainName: 'shop.example.org', domainZone: zoneIn(stack) }), "'domainName' is 'shop.example.org', but 'domainZone' is the zone of 'example.com'"],
  ])('with %s is refused', (_, options, message) => {
    expect(() => LoadBalancing.publicHttps(options(newStack()))).toThrow(message);
  });

  test('needs two zones', () => {
    const stack = newStack();
    const vpc = new ec2.Vpc(stack, 'Vpc', { maxAzs: 1 });
    expect(() => declareIn(stack, { ...behindHttps(stack), vpc })).toThrow("'vpc' 'Shop/Vpc' has subnets for the load balancer in one Availability Zone only");
  });
});

describe('an internal load balancer', () => {
  test('stands beside the tasks and admits the VPC', () => {
    const template = declared(() => ({ containerPort: 8080, loadBalancing: LoadBalancing.internal() }));
    const { Scheme: scheme, Subnets: subnets } = only(template, 'AWS::ElasticLoadBalancingV2::LoadBalancer');
    expect(scheme).toBe('internal');
    expect(subnets).toEqual(only(template, 'AWS::ECS::Service').NetworkConfiguration.AwsvpcConfiguration.Subnets);
    expect(only(template, 'AWS::ElasticLoadBalancingV2::Listener')).toMatchObject({ Port: 80, Protocol: 'HTTP' });
    expect(idsOf(template, 'AWS::EC2::InternetGateway')).toEqual([]);
  });

  test('speaks HTTPS when it has a certificate', () => {
    const template = declared(stack => ({ containerPort: 8080, loadBalancing: LoadBalancing.internal({ certificate: certificateIn(stack) }) }));
    expect(only(template, 'AWS::ElasticLoadBalancingV2::Listener')).toMatchObject({ Port: 443, Protocol: 'HTTPS' });
  });
});

describe('port and load balancer belong together', () => {
  test.each([
    [{ loadBalancing: LoadBalancing.internal() }, "'loadBalancing' is set without 'containerPort'"],
    [{ containerPort: 65536, loadBalancing: LoadBalancing.internal() }, "'containerPort' is 65536, but a port is a whole number from 1 to 65535"],
  ])('so that %j is refused', (differences, message) => {
    expect(() => declareIn(newStack(), differences)).toThrow(message);
  });

  test.each([{ containerPort: 8080 }, { containerPort: 8080, loadBalancing: LoadBalancing.none() }])(
    'so that %j is refused at synthesis, when nothing is known to connect to it', differences => {
      const stack = newStack();
      declareIn(stack, differences);
      expect(() => Template.fromStack(stack)).toThrow("'containerPort' is 8080, but without 'loadBalancing' nothing connects to it");
    });

  test('and a worker has neither', () => {
    const worker = declareIn(newStack(), { loadBalancing: LoadBalancing.none() });
    expect([worker.loadBalancer, worker.listener, worker.targetGroup]).toEqual([undefined, undefined, undefined]);
  });
});
