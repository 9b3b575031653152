import { CfnParameter, Fn } from 'aws-cdk-lib';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { byAspect, changed, type Declare, judgedWays, lowLevel, override, stackOf, withContainer, withService } from './ways-to-break';

const GROUPS = Array.from({ length: 6 }, (_, index) => `sg-0123456789abcdef${index}`);
const SHARED_GROUP = 'arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/shared/0123456789abcdef';
const TWO_BASES = [{ capacityProvider: 'FARGATE', weight: 1, base: 1 }, { capacityProvider: 'FARGATE_SPOT', weight: 1, base: 1 }];

/** A service behind a target group that was made elsewhere. */
const behindShared = (service: Partial<ecs.CfnServiceProps>): Declare => lowLevel({
  container: { portMappings: [{ containerPort: 80, name: 'http' }] },
  service: { loadBalancers: [{ containerName: 'app', containerPort: 80, targetGroupArn: SHARED_GROUP }], healthCheckGracePeriodSeconds: 120, ...service },
});

const connectedTo = (portName: string): Partial<ecs.CfnServiceProps> =>
  ({ serviceConnectConfiguration: { enabled: true, namespace: 'shop', services: [{ portName, clientAliases: [{ port: 80 }] }] } });

const toAnotherGroup = changed(({ service, cluster: { vpc } }) => {
  const group = new elbv2.ApplicationTargetGroup(service, 'Another', { vpc, port: 80, targetType: elbv2.TargetType.IP });
  override(service.node.defaultChild as ecs.CfnService, 'LoadBalancers.0.TargetGroupArn', group.targetGroupArn);
  group.setAttribute('deregistration_delay.timeout_seconds', '60');
});

/** Every way in which people write a service that ECS does not create. */
const BROKEN: readonly (readonly [rule: string, way: string, declare: Declare])[] = [
  ['target-group-has-listener', 'prop', toAnotherGroup],
  ['target-group-has-listener', 'deletion override', changed(({ node }) => override(node.findChild('Rule').node.defaultChild as elbv2.CfnListenerRule, 'Actions', [{ Type: 'redirect' }]))],
  ['traffic-shift-complete', 'prop', withService({ deploymentStrategy: ecs.DeploymentStrategy.BLUE_GREEN })],
  ['traffic-shift-complete', 'L1', behindShared({ deploymentConfiguration: { strategy: 'CANARY', deploymentCircuitBreaker: { enable: true, rollback: true } } })],
  ['controller-supports-deployment', 'override', changed(({ cfnService }) => override(cfnService, 'DeploymentController', { Type: 'CODE_DEPLOY' }))],
  ['controller-supports-deployment', 'L1', lowLevel({ service: { deploymentController: { type: 'CODE_DEPLOY' }, deploymentConfiguration: undefined } })],
  ['controller-supports-deployment', 'Aspect', byAspect(ecs.CfnService, service => void (service.deploymentController = { type: 'EXTERNAL' }))],
  ['service-list-limits', 'override', changed(({ cfnService }) => override(cfnService, 'NetworkConfiguration.AwsvpcConfiguration.SecurityGroups', GROUPS))],
  ['service-list-limits', 'L1', behindShared({ loadBalancers: GROUPS.map(() => ({ containerName: 'app', containerPort: 80, targetGroupArn: SHARED_GROUP })) })],
  ['service-connect-names-port', 'L1', behindShared(connectedTo('web'))],
  ['service-connect-names-port', 'override', changed(({ cfnService }) =>
    override(cfnService, 'ServiceConnectConfiguration', { Enabled: true, Services: [{ PortName: 'http', ClientAliases: [{ Port: 80 }] }] }))],
  ['capacity-settings-valid', 'prop', withService({ capacityProviderStrategies: [{ capacityProvider: 'FARGATE', weight: 0, base: 2 }] })],
  ['capacity-settings-valid', 'L1', lowLevel({ service: { capacityProviderStrategy: [{ capacityProvider: 'FARGATE', weight: 1 }, { capacityProvider: 'Instances', weight: 1 }] } })],
  ['target-group-check-valid', 'override', changed(({ cfnTargetGroup }) => override(cfnTargetGroup, 'HealthCheckIntervalSeconds', 5))],
  ['target-group-check-valid', 'protocol override', changed(({ cfnTargetGroup }) => override(cfnTargetGroup, 'HealthCheckProtocol', 'TCP'))],
  ['target-group-check-valid', 'deletion override', changed(({ cfnTargetGroup }) => cfnTargetGroup.addPropertyDeletionOverride('Port'))],
];

/** Services that look like one of those, and are sound or not yet known. */
const SOUND: readonly (readonly [way: string, declare: Declare])[] = [
  ['a service of CodeDeploy behind a load balancer', behindShared({ deploymentController: { type: 'CODE_DEPLOY' }, deploymentConfiguration: undefined })],
  ['a canary deployment without load balancer', lowLevel({ service: { deploymentConfiguration: { strategy: 'CANARY', deploymentCircuitBreaker: { enable: true, rollback: true } } } })],
  ['a port of Service Connect that a container maps', behindShared(connectedTo('http'))],
  ['Service Connect that is off', behindShared({ serviceConnectConfiguration: { enabled: false, services: [{ portName: 'web' }] } })],
  ['a port of Service Connect by a parameter', (scope, vpc) => behindShared(connectedTo(new CfnParameter(scope, 'Port').valueAsString))(scope, vpc)],
  ['a target group by an import', behindShared({ loadBalancers: [{ containerName: 'app', containerPort: 80, targetGroupArn: Fn.importValue('Group') }] })],
  ['five security groups', changed(({ cfnService }) => override(cfnService, 'NetworkConfiguration.AwsvpcConfiguration.SecurityGroups', GROUPS.slice(1)))],
  ['a container that maps its port by name', withContainer({ portMappings: [{ containerPort: 8080, name: 'http' }] })],
];

const faultsOf = judgedWays([...BROKEN, ['capacity-settings-valid', 'two bases', lowLevel({ service: { capacityProviderStrategy: TWO_BASES } })]], SOUND);

test.each(BROKEN)('%s, broken by %s, is found and nothing else with it', (rule, way) => {
  expect(faultsOf(stackOf(rule, way))).toEqual([rule]);
});

test('two providers with a base are refused, and Spot has no base of its own', () => {
  expect([...faultsOf(stackOf('capacity-settings-valid', 'two bases'))].sort()).toEqual(['capacity-settings-valid', 'spot-has-on-demand-base']);
});

test.each(SOUND)('%s is found without fault', way => {
  expect(faultsOf(stackOf('sound', way))).toEqual([]);
});
