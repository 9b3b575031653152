import type { CfnResource, Stack } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import * as cloudmap from 'aws-cdk-lib/aws-servicediscovery';
import { Construct } from 'constructs';
import type { FollowedFix } from './followed-fix';
import { WEB, WITH_SIDECAR, worker, WORKER } from '../corpus/bad/twins';
import type { Declare } from '../corpus/configuration';
import { httpsListener, soundLoadBalancer, targets, type WebService, webService } from '../corpus/parts/load-balancer';
import { natVpc } from '../corpus/parts/network';
import { soundService } from '../corpus/parts/service';
import { override, spoil } from '../corpus/parts/spoil';

const SERVICE = 'AWS::ECS::Service';
const TASK = 'AWS::ECS::TaskDefinition';

const connected = (aliases: readonly object[]): Declare =>
  override(WORKER, SERVICE, 'ServiceConnectConfiguration', { Enabled: true, Namespace: 'shop', Services: [{ PortName: 'http', ClientAliases: aliases }] }).declare;

const container = (options: Partial<ecs.ContainerDefinitionOptions>): Declare => worker(() => ({ container: options }));

const inCloudMap = (
  options: (service: ecs.FargateService) => Partial<ecs.CloudMapOptions>, change: (service: CfnResource) => void = () => undefined,
): Declare => stack => {
  const vpc = natVpc(stack);
  const service = soundService(stack, { vpc });
  service.enableCloudMap({ cloudMapNamespace: new cloudmap.PrivateDnsNamespace(stack, 'Namespace', { vpc, name: 'shop.internal' }), ...options(service) });
  change(service.node.defaultChild as CfnResource);
};

const srv = ({ taskDefinition }: ecs.FargateService): Partial<ecs.CloudMapOptions> =>
  ({ dnsRecordType: cloudmap.DnsRecordType.SRV, container: taskDefinition.defaultContainer, containerPort: 8080 });

const inGroupOf = (vpcOf: (stack: Stack, vpc: ec2.Vpc) => ec2.Vpc): Declare => stack => {
  const vpc = natVpc(stack);
  soundService(stack, { vpc, service: { securityGroups: [new ec2.SecurityGroup(stack, 'Group', { vpc: vpcOf(stack, vpc) })] } });
};

const behindTwo = (second: (made: WebService, listener: elbv2.ApplicationListener) => void): Declare => stack => {
  const vpc = natVpc(stack);
  const scope = new Construct(stack, 'Second');
  const made = webService(stack, { vpc });
  second(made, httpsListener(scope, soundLoadBalancer(scope, vpc)));
};

const attribute = (change: (group: elbv2.ApplicationTargetGroup) => void): Declare => stack => change(webService(stack).targetGroup);

const rules = (...each: readonly (readonly [priority: number, hosts: readonly string[]])[]): Declare => stack => {
  const { listener, targetGroup } = webService(stack);
  each.forEach(([priority, hosts], index) => new elbv2.ApplicationListenerRule(stack, `Rule${index}`, {
    listener, priority, targetGroups: [targetGroup], conditions: hosts.map(host => elbv2.ListenerCondition.hostHeaders([host])),
  }));
};

const taskOf = (stack: Stack): ecs.FargateTaskDefinition => stack.node.findChild('Task') as ecs.FargateTaskDefinition;

const HOSTS = ['a.example.com', 'b.example.com', 'c.example.com', 'd.example.com', 'e.example.com', 'f.example.com'];

/** Fixes in what a service is connected with, and in the names and limits of its task. */
export const CONNECTIONS: readonly FollowedFix[] = [
  ['service-connect-client-alias', 'Set one entry in ClientAliases of each service in ServiceConnectConfiguration.', connected([]), connected([{ Port: 80 }])],
  ['service-registry-names-port', 'Set dnsRecordType, container, and containerPort together in cloudMapOptions of ecs.FargateService.',
    inCloudMap(srv, each => ['ContainerName', 'ContainerPort'].forEach(name => each.addPropertyDeletionOverride(`ServiceRegistries.0.${name}`))), inCloudMap(srv)],
  ['volumes-from-names-container', 'Set sourceContainer of addVolumesFrom to the name of another container in the task definition.',
    spoil(WITH_SIDECAR, stack => taskOf(stack).defaultContainer?.addVolumesFrom({ sourceContainer: 'envoy', readOnly: true })).declare,
    spoil(WITH_SIDECAR, stack => taskOf(stack).defaultContainer?.addVolumesFrom({ sourceContainer: 'proxy', readOnly: true })).declare],
  ['ulimits-valid', 'Set softLimit to at most hardLimit in ulimits of addContainer.', container({ ulimits: [{ name: ecs.UlimitName.NOFILE, softLimit: 65_536, hardLimit: 1024 }] }),
    container({ ulimits: [{ name: ecs.UlimitName.NOFILE, softLimit: 1024, hardLimit: 65_536 }] })],
  ['names-valid', 'Change family', override(WORKER, TASK, 'Family', 'shop worker').declare, worker(() => ({ task: { family: 'shop-worker' } }))],
  ['names-valid', 'serviceName', worker(() => ({ service: { serviceName: 'shop/worker' } })), worker(() => ({ service: { serviceName: 'shop-worker' } }))],
  ['network-in-one-vpc', 'Set vpc of HardenedFargateService or ecs.Cluster, vpcSubnets, and securityGroups to parts of the same VPC.',
    inGroupOf(stack => new ec2.Vpc(stack, 'OtherVpc', { natGateways: 0, maxAzs: 1 })), inGroupOf((_stack, vpc) => vpc)],
  ['target-group-fits-load-balancer', 'Call addTargets on the listener of each load balancer',
    behindTwo(({ service, targetGroup }, listener) => {
      listener.addTargetGroups('Targets', { targetGroups: [targetGroup] });
      service.node.addDependency(listener);
    }),
    behindTwo(({ service }, listener) => void listener.addTargets('Targets', targets(service)))],
  ['target-group-attributes-valid', 'Remove the call of setAttribute that sets it', attribute(group => group.setAttribute('preserve_client_ip.enabled', 'true')), WEB],
  ['listener-rule-valid', 'Set another priority in elbv2.ApplicationListenerRule', rules([1, ['a.example.com']], [1, ['b.example.com']]), rules([1, ['a.example.com']], [2, ['b.example.com']])],
  ['listener-rule-valid', 'Split a rule with more values into several rules.', rules([1, HOSTS]), rules([1, HOSTS.slice(0, 3)], [2, HOSTS.slice(3)])],
];
