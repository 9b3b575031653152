import type { CfnResource, Stack } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import type * as ecs from 'aws-cdk-lib/aws-ecs';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import * as cloudmap from 'aws-cdk-lib/aws-servicediscovery';
import { Construct } from 'constructs';
import { WEB, WORKER } from './twins';
import type { BadConfiguration, Declare } from '../configuration';
import { httpsListener, soundLoadBalancer, type WebService, webService } from '../parts/load-balancer';
import { natVpc } from '../parts/network';
import { soundService } from '../parts/service';
import { override, spoil } from '../parts/spoil';

const SERVICE = 'AWS::ECS::Service';
const TARGET_GROUP = 'AWS::ElasticLoadBalancingV2::TargetGroup';

/** A web service, and what somebody added to its load balancing. */
const webWith = (change: (made: WebService & { readonly vpc: ec2.Vpc }, stack: Stack) => void): Declare => stack => {
  const vpc = natVpc(stack);
  change({ ...webService(stack, { vpc }), vpc }, stack);
};

const onPath = (made: WebService, stack: Stack, id: string, priority: number, paths: readonly string[]): elbv2.ApplicationListenerRule =>
  new elbv2.ApplicationListenerRule(stack, id, {
    listener: made.listener, priority, conditions: [elbv2.ListenerCondition.pathPatterns([...paths])], targetGroups: [made.targetGroup],
  });

/** A worker whose tasks are registered in Cloud Map. */
const registered = (change: (service: CfnResource) => void, dnsRecordType: ecs.CloudMapOptions['dnsRecordType'] = cloudmap.DnsRecordType.SRV): Declare => stack => {
  const vpc = natVpc(stack);
  const service = soundService(stack, { vpc });
  const cloudMapNamespace = new cloudmap.PrivateDnsNamespace(stack, 'Namespace', { vpc, name: 'shop.internal' });
  service.enableCloudMap({ cloudMapNamespace, dnsRecordType, container: service.taskDefinition.defaultContainer, containerPort: 8080 });
  change(service.node.defaultChild as CfnResource);
};

const connect = (clientAliases: readonly object[]) =>
  override(WORKER, SERVICE, 'ServiceConnectConfiguration', { Enabled: true, Namespace: 'shop', Services: [{ PortName: 'http', ClientAliases: clientAliases }] });

/** Services that ECS does not create because of what they are connected with. */
export const REFUSED_CONNECTIONS: readonly BadConfiguration[] = [
  { sentence: 'a Service Connect service with two client aliases', foundBy: ['service-connect-client-alias'], ...connect([{ Port: 80 }, { Port: 8080 }]) },
  { sentence: 'a Service Connect service without a client alias', foundBy: ['service-connect-client-alias'], ...connect([]) },
  {
    sentence: 'an SRV-record service registry without a port',
    foundBy: ['service-registry-names-port'],
    twin: registered(() => undefined),
    declare: registered(service => ['ContainerName', 'ContainerPort'].forEach(name => service.addPropertyDeletionOverride(`ServiceRegistries.0.${name}`))),
  },
  {
    sentence: 'an A-record service registry with a container port',
    foundBy: ['service-registry-names-port'],
    twin: registered(() => undefined, cloudmap.DnsRecordType.A),
    declare: registered(service => {
      service.addPropertyOverride('ServiceRegistries.0.ContainerName', 'app');
      service.addPropertyOverride('ServiceRegistries.0.ContainerPort', 8080);
    }, cloudmap.DnsRecordType.A),
  },
  {
    sentence: 'a security group from another VPC',
    foundBy: ['network-in-one-vpc'],
    ...spoil(WORKER, stack => {
      const vpc = new ec2.Vpc(stack, 'OtherVpc', { natGateways: 0, maxAzs: 1 });
      const { securityGroupId } = new ec2.SecurityGroup(stack, 'OtherGroup', { vpc });
      const service = stack.node.findChild('Service').node.defaultChild as CfnResource;
      service.addPropertyOverride('NetworkConfiguration.AwsvpcConfiguration.SecurityGroups.1', securityGroupId);
    }),
  },
  {
    sentence: 'deployment alarms in a service that CodeDeploy deploys',
    foundBy: ['controller-supports-deployment'],
    ...spoil(WEB, stack => {
      const service = stack.node.findChild('Service').node.defaultChild as CfnResource;
      service.addPropertyOverride('DeploymentController', { Type: 'CODE_DEPLOY' });
      service.addPropertyDeletionOverride('DeploymentConfiguration.DeploymentCircuitBreaker');
      service.addPropertyOverride('DeploymentConfiguration.Alarms', { Enable: true, Rollback: true, AlarmNames: ['errors'] });
    }),
  },
  {
    sentence: 'a target group with two load balancers',
    foundBy: ['target-group-fits-load-balancer'],
    twin: WEB,
    declare: webWith(({ service, targetGroup, vpc }, stack) => {
      const second = new Construct(stack, 'Second');
      const listener = httpsListener(second, soundLoadBalancer(second, vpc));
      listener.addTargetGroups('Targets', { targetGroups: [targetGroup] });
      service.node.addDependency(listener);
    }),
  },
  {
    sentence: 'a TCP target group behind an Application Load Balancer',
    foundBy: ['target-group-fits-load-balancer'],
    ...override(WEB, TARGET_GROUP, 'Protocol', 'TCP'),
  },
  {
    sentence: 'a Network Load Balancer attribute on an HTTP target group',
    foundBy: ['target-group-attributes-valid'],
    twin: WEB,
    declare: webWith(({ targetGroup }) => targetGroup.setAttribute('preserve_client_ip.enabled', 'true')),
  },
  {
    sentence: 'a target group whose name is too long',
    foundBy: ['target-group-check-valid'],
    ...override(WEB, TARGET_GROUP, 'Name', 'the-target-group-of-the-web-service-of-the-shop'),
  },
  {
    sentence: 'two listener rules with the same priority',
    foundBy: ['listener-rule-valid'],
    twin: webWith((made, stack) => {
      onPath(made, stack, 'Orders', 10, ['/orders/*']);
      onPath(made, stack, 'Carts', 20, ['/carts/*']);
    }),
    declare: webWith((made, stack) => {
      onPath(made, stack, 'Orders', 10, ['/orders/*']);
      onPath(made, stack, 'Carts', 10, ['/carts/*']);
    }),
  },
  {
    sentence: 'a listener rule with six values in its conditions',
    foundBy: ['listener-rule-valid'],
    twin: webWith((made, stack) => void onPath(made, stack, 'Orders', 10, ['/a', '/b', '/c', '/d', '/e'])),
    declare: webWith((made, stack) => {
      const rule = onPath(made, stack, 'Orders', 10, ['/a', '/b', '/c', '/d', '/e']);
      rule.addCondition(elbv2.ListenerCondition.hostHeaders(['shop.example.com']));
    }),
  },
];
