import { Duration, type CfnResource, type Stack } from 'aws-cdk-lib';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import type { BadConfiguration } from '../configuration';
import { web, WEB } from './twins';
import { GRACE_PERIOD, soundLoadBalancer, targets } from '../parts/load-balancer';
import { natVpc } from '../parts/network';
import { soundService } from '../parts/service';
import { override, remove, spoil, theOnly } from '../parts/spoil';

const SERVICE = 'AWS::ECS::Service';
const TARGET_GROUP = 'AWS::ElasticLoadBalancingV2::TargetGroup';
const LOAD_BALANCER = 'AWS::ElasticLoadBalancingV2::LoadBalancer';

const loadBalancerOf = (stack: Stack): elbv2.ApplicationLoadBalancer => stack.node.findChild('LoadBalancer') as elbv2.ApplicationLoadBalancer;

const httpsListenerOf = (stack: Stack): elbv2.ApplicationListener => loadBalancerOf(stack).node.findChild('Https') as elbv2.ApplicationListener;

const targetGroupOf = (stack: Stack): elbv2.ApplicationTargetGroup =>
  httpsListenerOf(stack).node.findChild('TargetsGroup') as elbv2.ApplicationTargetGroup;

/** Load balancers that do not find the tasks, or that let in what they should not. */
export const LOAD_BALANCERS: readonly BadConfiguration[] = [
  {
    sentence: 'a target group with the target type instance',
    foundBy: ['target-type-ip'],
    ...override(WEB, TARGET_GROUP, 'TargetType', 'instance'),
  },
  {
    sentence: 'a load balancer target in a container that the task definition does not have',
    foundBy: ['load-balancer-names-container'],
    ...override(WEB, SERVICE, 'LoadBalancers.0.ContainerName', 'web'),
  },
  {
    sentence: 'a load balancer target port that no container maps',
    foundBy: ['load-balancer-names-container'],
    ...override(WEB, SERVICE, 'LoadBalancers.0.ContainerPort', 80),
  },
  {
    sentence: 'a target group health check on a port that no container maps',
    foundBy: ['health-check-port-served'],
    ...override(WEB, TARGET_GROUP, 'HealthCheckPort', '9999'),
  },
  {
    sentence: 'a task security group that does not allow inbound traffic from the load balancer',
    foundBy: ['load-balancer-reaches-task'],
    ...spoil(WEB, stack => {
      const ingress = theOnly(stack, 'AWS::EC2::SecurityGroupIngress');
      ingress.addPropertyOverride('FromPort', 80);
      ingress.addPropertyOverride('ToPort', 80);
    }),
  },
  {
    sentence: 'a load balancer security group that does not allow outbound traffic to the tasks',
    foundBy: ['load-balancer-reaches-task'],
    ...spoil(WEB, stack => {
      const https = { IpProtocol: 'tcp', FromPort: 443, ToPort: 443 };
      const group = loadBalancerOf(stack).node.findChild('SecurityGroup').node.defaultChild as CfnResource;
      group.addPropertyOverride('SecurityGroupEgress', [{ ...https, CidrIp: '10.0.0.0/16' }]);
      for (const [name, value] of Object.entries(https)) theOnly(stack, 'AWS::EC2::SecurityGroupEgress').addPropertyOverride(name, value);
    }),
  },
  {
    sentence: 'a service behind a load balancer without a health check grace period',
    foundBy: ['grace-period-covers-start'],
    ...remove(WEB, SERVICE, 'HealthCheckGracePeriodSeconds'),
  },
  {
    sentence: 'a health check grace period shorter than the first health checks',
    foundBy: ['grace-period-covers-start'],
    twin: WEB,
    declare: web(() => ({ service: { healthCheckGracePeriod: Duration.seconds(5) } })),
  },
  {
    sentence: 'a deregistration delay much longer than the tasks\' drain time',
    foundBy: ['deregistration-fits-drain'],
    ...spoil(WEB, stack => targetGroupOf(stack).setAttribute('deregistration_delay.timeout_seconds', '300')),
  },
  {
    sentence: 'an internet-facing HTTP listener without encryption',
    foundBy: ['listener-encrypted'],
    twin: WEB,
    declare: stack => {
      const vpc = natVpc(stack);
      const service = soundService(stack, { vpc, service: { healthCheckGracePeriod: GRACE_PERIOD } });
      soundLoadBalancer(stack, vpc).addListener('Http', { port: 80, protocol: elbv2.ApplicationProtocol.HTTP }).addTargets('Targets', targets(service));
    },
  },
  {
    sentence: 'an outdated TLS security policy',
    foundBy: ['listener-encrypted'],
    ...spoil(WEB, stack => (httpsListenerOf(stack).node.defaultChild as CfnResource).addPropertyOverride('SslPolicy', 'ELBSecurityPolicy-2016-08')),
  },
  {
    sentence: 'a load balancer without deletion protection',
    foundBy: ['load-balancer-protected'],
    ...spoil(WEB, stack => loadBalancerOf(stack).setAttribute('deletion_protection.enabled', 'false')),
  },
  {
    sentence: 'a load balancer without access logs',
    foundBy: ['load-balancer-protected'],
    ...spoil(WEB, stack => loadBalancerOf(stack).setAttribute('access_logs.s3.enabled', 'false')),
  },
  {
    sentence: 'a load balancer that forwards invalid headers',
    foundBy: ['load-balancer-protected'],
    ...override(WEB, LOAD_BALANCER, 'LoadBalancerAttributes', [
      { Key: 'deletion_protection.enabled', Value: 'true' },
      { Key: 'access_logs.s3.enabled', Value: 'true' },
      { Key: 'access_logs.s3.bucket', Value: 'access-logs-of-the-platform' },
    ]),
  },
  {
    sentence: 'a service that does not depend on its listener',
    foundBy: ['service-waits-for-listener'],
    ...spoil(WEB, stack => theOnly(stack, SERVICE).addDeletionOverride('DependsOn')),
  },
];
