import { CfnParameter, Duration, Fn } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import { byAspect, changed, type Declare, judgedWays, lowLevel, override, stackOf, withContainer } from './ways-to-break';

const checkedBy = (...command: string[]): Declare => withContainer({ healthCheck: { command, startPeriod: Duration.seconds(60) } });
const COMMAND_LINE = 'curl -f http://localhost:8080/health || exit 1';

/** Every way in which people write tasks that never become healthy, or that anyone reaches. */
const BROKEN: readonly (readonly [rule: string, way: string, declare: Declare])[] = [
  ['health-check-command', 'prop', checkedBy('CMD', COMMAND_LINE)],
  ['health-check-command', 'prop with a shell', checkedBy('CMD-SHELL', 'curl', '-f', 'http://localhost:8080/health')],
  ['health-check-command', 'L1', lowLevel({ container: { healthCheck: { command: ['CMD', 'wget -q localhost'], startPeriod: 60 } } })],
  ['tasks-closed-to-internet', 'method', changed(({ service }) => service.connections.allowFromAnyIpv4(ec2.Port.tcp(8080)))],
  ['tasks-closed-to-internet', 'IPv6', changed(({ service }) => service.connections.allowFrom(ec2.Peer.anyIpv6(), ec2.Port.allTraffic()))],
  ['tasks-closed-to-internet', 'Aspect', byAspect(ec2.CfnSecurityGroup, group =>
    void (group.securityGroupIngress = [{ ipProtocol: '-1', cidrIp: '0.0.0.0/0' }]))],
];

/** Services that look like one of those, and are sound or not yet known. */
const SOUND: readonly (readonly [way: string, declare: Declare])[] = [
  ['a command line', checkedBy(COMMAND_LINE)],
  ['a command line in a shell', checkedBy('CMD-SHELL', COMMAND_LINE)],
  ['a program', checkedBy('CMD', '/healthcheck')],
  ['a program with arguments', checkedBy('CMD', 'curl', '-f', 'http://localhost:8080/health')],
  ['a program without CMD', changed(({ cfnTask }) => override(cfnTask, 'ContainerDefinitions.0.HealthCheck', { Command: ['/healthcheck'], StartPeriod: 60 }))],
  ['a command by a parameter', (scope, vpc) => checkedBy('CMD', new CfnParameter(scope, 'Check').valueAsString)(scope, vpc)],
  ['tasks that admit the VPC', changed(({ service, cluster: { vpc } }) => service.connections.allowFrom(ec2.Peer.ipv4(vpc.vpcCidrBlock), ec2.Port.tcp(8080)))],
  ['tasks that admit a range by an import', changed(({ service }) => service.connections.allowFrom(ec2.Peer.ipv4(Fn.importValue('Clients')), ec2.Port.tcp(8080)))],
  ['a log group that the execution role has permission to create', changed(({ cfnTask, task }) => {
    override(cfnTask, 'ContainerDefinitions.0.LogConfiguration.Options.awslogs-create-group', 'true');
    (task as ecs.TaskDefinition).obtainExecutionRole();
  })],
];

const faultsOf = judgedWays(BROKEN, SOUND);

test.each(BROKEN)('%s, broken by %s, is found and nothing else with it', (rule, way) => {
  expect(faultsOf(stackOf(rule, way))).toEqual([rule]);
});

test.each(SOUND)('%s is found without fault', way => {
  expect(faultsOf(stackOf('sound', way))).toEqual([]);
});
