import { Stack } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import type { SoundConfiguration } from '../configuration';
import { certificate, DRAIN_TIME, GRACE_PERIOD, HEALTH_CHECK, httpsListener, keepAccessLogs, soundLoadBalancer, targets, webService } from '../parts/load-balancer';
import { natVpc } from '../parts/network';
import { soundCluster, soundService } from '../parts/service';

const withGracePeriod = { healthCheckGracePeriod: GRACE_PERIOD };

/** Ways for requests to come in. */
export const LOAD_BALANCERS: readonly SoundConfiguration[] = [
  {
    sentence: 'a web service behind HTTPS, with a redirect from HTTP',
    declare: stack => void webService(stack),
  },
  {
    sentence: 'an internal web service',
    declare: stack => {
      const vpc = natVpc(stack);
      const service = soundService(stack, { vpc, service: withGracePeriod });
      const loadBalancer = soundLoadBalancer(stack, vpc, { internetFacing: false });
      loadBalancer.addListener('Http', { port: 80, open: false }).addTargets('Targets', targets(service));
    },
  },
  {
    sentence: 'a web service whose health is checked on another port',
    declare: stack => {
      const vpc = natVpc(stack);
      const portMappings = [{ containerPort: 8080 }, { containerPort: 9090 }];
      const service = soundService(stack, { vpc, service: withGracePeriod, container: { portMappings } });
      const loadBalancer = soundLoadBalancer(stack, vpc);
      httpsListener(stack, loadBalancer).addTargets('Targets', targets(service, { healthCheck: { ...HEALTH_CHECK, port: '9090' } }));
      service.connections.allowFrom(loadBalancer, ec2.Port.tcp(9090));
    },
  },
  {
    sentence: 'a gRPC service',
    declare: stack => {
      const vpc = natVpc(stack);
      const service = soundService(stack, { vpc, service: withGracePeriod });
      httpsListener(stack, soundLoadBalancer(stack, vpc)).addTargets('Targets', targets(service, {
        protocolVersion: elbv2.ApplicationProtocolVersion.GRPC,
        healthCheck: { ...HEALTH_CHECK, path: '/grpc.health.v1.Health/Check', healthyGrpcCodes: '0' },
      }));
    },
  },
  {
    sentence: 'a service behind a Network Load Balancer with TLS',
    declare: stack => {
      const vpc = natVpc(stack);
      const service = soundService(stack, { vpc, service: withGracePeriod });
      const clients = new ec2.SecurityGroup(stack, 'Clients', { vpc });
      clients.addIngressRule(ec2.Peer.anyIpv4(), ec2.Port.HTTPS);
      const loadBalancer = new elbv2.NetworkLoadBalancer(stack, 'LoadBalancer', { vpc, internetFacing: true, deletionProtection: true, securityGroups: [clients] });
      keepAccessLogs(stack, loadBalancer);
      const listener = loadBalancer.addListener('Tls', { port: 443, certificates: [certificate(stack)], sslPolicy: elbv2.SslPolicy.RECOMMENDED_TLS });
      listener.addTargets('Targets', {
        port: 8080,
        deregistrationDelay: DRAIN_TIME,
        targets: [service.loadBalancerTarget({ containerName: 'app', containerPort: 8080 })],
        healthCheck: { ...HEALTH_CHECK, protocol: elbv2.Protocol.HTTP },
      });
      service.connections.allowFrom(clients, ec2.Port.tcp(8080));
    },
  },
  {
    sentence: 'a web service on a load balancer from another stack',
    declare: stack => {
      const platform = new Stack(stack, 'Platform');
      const vpc = natVpc(platform);
      const cluster = soundCluster(platform, vpc);
      const listener = httpsListener(platform, soundLoadBalancer(platform, vpc));
      listener.addAction('NotFound', { action: elbv2.ListenerAction.fixedResponse(404) });
      const shop = new Stack(stack, 'Shop');
      const service = soundService(shop, { cluster, service: withGracePeriod });
      const targetGroup = new elbv2.ApplicationTargetGroup(shop, 'Targets', { vpc, ...targets(service) });
      new elbv2.ApplicationListenerRule(shop, 'Rule', {
        listener,
        priority: 10,
        conditions: [elbv2.ListenerCondition.pathPatterns(['/shop/*'])],
        targetGroups: [targetGroup],
      });
    },
  },
  {
    sentence: 'a web service on an imported listener',
    declare: stack => {
      const vpc = natVpc(stack);
      const service = soundService(stack, { vpc, service: withGracePeriod });
      const listener = elbv2.ApplicationListener.fromApplicationListenerAttributes(stack, 'Listener', {
        listenerArn: 'arn:aws:elasticloadbalancing:eu-west-1:111122223333:listener/app/platform/50dc6c495c0c9188/f2f7dc8efc522ab2',
        securityGroup: ec2.SecurityGroup.fromSecurityGroupId(stack, 'LoadBalancerGroup', 'sg-0123456789abcdef0'),
      });
      const targetGroup = new elbv2.ApplicationTargetGroup(stack, 'Targets', { vpc, ...targets(service) });
      listener.addTargetGroups('Rule', { targetGroups: [targetGroup], priority: 10, conditions: [elbv2.ListenerCondition.hostHeaders(['shop.example.com'])] });
    },
  },
  {
    sentence: 'a web service in an imported target group',
    hides: ['targetGroups'],
    declare: stack => {
      const service = soundService(stack, { service: withGracePeriod });
      service.attachToApplicationTargetGroup(elbv2.ApplicationTargetGroup.fromTargetGroupAttributes(stack, 'Targets', {
        targetGroupArn: 'arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/shop/73e2d6bc24d8a067',
        loadBalancerArns: 'arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/platform/50dc6c495c0c9188',
      }));
    },
  },
  {
    sentence: 'a web service behind two load balancers',
    declare: stack => {
      const { service } = webService(stack);
      const internal = new elbv2.ApplicationLoadBalancer(stack, 'Internal', { vpc: service.cluster.vpc, deletionProtection: true, dropInvalidHeaderFields: true });
      internal.setAttribute('access_logs.s3.enabled', 'true');
      internal.setAttribute('access_logs.s3.bucket', 'access-logs-of-the-platform');
      internal.addListener('Http', { port: 80, open: false }).addTargets('Internal', targets(service));
    },
  },
];
