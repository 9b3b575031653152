import { Duration, type Stack } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lattice from 'aws-cdk-lib/aws-vpclattice';
import type { SoundConfiguration } from '../configuration';
import { CERTIFICATE_ARN, DRAIN_TIME, GRACE_PERIOD, HEALTH_CHECK, httpsListener, soundLoadBalancer, targets } from '../parts/load-balancer';
import { natVpc } from '../parts/network';
import { type ServiceOptions, soundService } from '../parts/service';

/** A service that something in front of it may call, and its network. */
function called(stack: Stack, options: Pick<ServiceOptions, 'container' | 'service'> = {}): { readonly vpc: ec2.Vpc; readonly service: ecs.FargateService } {
  const vpc = natVpc(stack);
  return { vpc, service: soundService(stack, { vpc, ...options, service: { healthCheckGracePeriod: GRACE_PERIOD, ...options.service } }) };
}

const everyPath = [elbv2.ListenerCondition.pathPatterns(['/*'])];

/** Rarer ways for requests to come in. */
export const LOAD_BALANCING_VARIANTS: readonly SoundConfiguration[] = [
  {
    sentence: 'a service that uses HTTP/2 with its own certificate',
    declare: stack => {
      const { vpc, service } = called(stack, { container: { portMappings: [{ containerPort: 8443 }] } });
      httpsListener(stack, soundLoadBalancer(stack, vpc)).addTargets('Targets', {
        port: 8443,
        protocol: elbv2.ApplicationProtocol.HTTPS,
        protocolVersion: elbv2.ApplicationProtocolVersion.HTTP2,
        deregistrationDelay: DRAIN_TIME,
        healthCheck: { ...HEALTH_CHECK, protocol: elbv2.Protocol.HTTPS },
        targets: [service.loadBalancerTarget({ containerName: 'app', containerPort: 8443 })],
      });
    },
  },
  {
    sentence: 'a service on two ports, each with its own target group',
    declare: stack => {
      const { vpc, service } = called(stack, { container: { portMappings: [{ containerPort: 8080 }, { containerPort: 9090 }] } });
      const listener = httpsListener(stack, soundLoadBalancer(stack, vpc));
      listener.addTargets('Targets', targets(service));
      listener.addTargets('Admin', targets(service, {
        port: 9090,
        priority: 1,
        conditions: [elbv2.ListenerCondition.pathPatterns(['/admin/*'])],
        targets: [service.loadBalancerTarget({ containerName: 'app', containerPort: 9090 })],
      }));
    },
  },
  {
    sentence: 'a UDP service whose health a Network Load Balancer checks over TCP',
    declare: stack => {
      const portMappings = [{ containerPort: 7777, protocol: ecs.Protocol.UDP }, { containerPort: 8080 }];
      const { vpc, service } = called(stack, { container: { portMappings } });
      const loadBalancer = new elbv2.NetworkLoadBalancer(stack, 'LoadBalancer', {
        vpc, internetFacing: true, deletionProtection: true, disableSecurityGroups: true,
      });
      loadBalancer.addListener('Datagrams', { port: 7777, protocol: elbv2.Protocol.UDP }).addTargets('Targets', {
        port: 7777,
        protocol: elbv2.Protocol.UDP,
        deregistrationDelay: DRAIN_TIME,
        healthCheck: { port: '8080', protocol: elbv2.Protocol.TCP, interval: Duration.seconds(10) },
        targets: [service.loadBalancerTarget({ containerName: 'app', containerPort: 7777, protocol: ecs.Protocol.UDP })],
      });
      service.connections.allowFromAnyIpv4(ec2.Port.udp(7777));
      service.connections.allowFrom(ec2.Peer.ipv4(vpc.vpcCidrBlock), ec2.Port.tcp(8080));
    },
  },
  {
    sentence: 'a service behind VPC Lattice',
    declare: stack => {
      const { vpc, service } = called(stack);
      const { attrArn } = new lattice.CfnTargetGroup(stack, 'Targets', { type: 'IP', config: { port: 8080, protocol: 'HTTP', vpcIdentifier: vpc.vpcId } });
      const { roleArn } = new iam.Role(stack, 'Infrastructure', { assumedBy: new iam.ServicePrincipal('ecs.amazonaws.com') });
      (service.node.findChild('Service') as ecs.CfnService).vpcLatticeConfigurations = [{ portName: 'http', roleArn, targetGroupArn: attrArn }];
      service.connections.allowFrom(ec2.Peer.prefixList('pl-0721453c7ac4ec009'), ec2.Port.tcp(8080));
    },
  },
  {
    sentence: 'a canary deployment by ECS, with a test listener',
    declare: stack => {
      const { vpc, service } = called(stack, { service: { deploymentStrategy: ecs.DeploymentStrategy.CANARY } });
      const loadBalancer = soundLoadBalancer(stack, vpc);
      const { targets: _tasks, ...settings } = targets(service);
      const [blue, green] = ['Blue', 'Green'].map(id => new elbv2.ApplicationTargetGroup(stack, id, { ...settings, vpc, targetType: elbv2.TargetType.IP }));
      const notFound = elbv2.ListenerAction.fixedResponse(404);
      const tests = loadBalancer.addListener('Tests', { port: 8443, open: false, certificates: [{ certificateArn: CERTIFICATE_ARN }], sslPolicy: elbv2.SslPolicy.RECOMMENDED_TLS });
      const [production, test] = [httpsListener(stack, loadBalancer), tests].map((listener, index) => {
        listener.addAction('NotFound', { action: notFound });
        return new elbv2.ApplicationListenerRule(stack, `Rule${index}`, { listener, priority: 1, conditions: everyPath, targetGroups: [[blue, green][index]] });
      });
      blue.addTarget(service.loadBalancerTarget({
        containerName: 'app',
        containerPort: 8080,
        alternateTarget: new ecs.AlternateTarget('Alternate', {
          alternateTargetGroup: green,
          productionListener: ecs.ListenerRuleConfiguration.applicationListenerRule(production),
          testListener: ecs.ListenerRuleConfiguration.applicationListenerRule(test),
        }),
      }));
    },
  },
];
