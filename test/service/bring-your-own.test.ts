import { Template } from 'aws-cdk-lib/assertions';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as logs from 'aws-cdk-lib/aws-logs';
import { containerOf, declareIn, idsOf, newStack, only } from './declare';

const role = (stack: ReturnType<typeof newStack>, name: string) =>
  iam.Role.fromRoleArn(stack, name, `arn:aws:iam::111122223333:role/${name}`, { mutable: false });

/** A service whose names, roles, network, groups and log are there already. */
function everythingGiven(): Template {
  const stack = newStack();
  declareIn(stack, {
    serviceName: 'web',
    vpc: new ec2.Vpc(stack, 'Vpc', { natGateways: 0, subnetConfiguration: [{ name: 'Task', subnetType: ec2.SubnetType.PRIVATE_ISOLATED }] }),
    family: 'shop-web',
    taskRole: role(stack, 'shop-web'),
    executionRole: role(stack, 'shop-starts'),
    securityGroups: [ec2.SecurityGroup.fromSecurityGroupId(stack, 'Group', 'sg-0123456789abcdef0', { mutable: false })],
    logGroup: logs.LogGroup.fromLogGroupName(stack, 'Log', '/shop/web'),
  });
  return Template.fromStack(stack);
}

const GIVEN = everythingGiven();

test('names are used as they are', () => {
  expect(only(GIVEN, 'AWS::ECS::Service').ServiceName).toBe('web');
  expect(only(GIVEN, 'AWS::ECS::TaskDefinition').Family).toBe('shop-web');
});

test('roles are used as they are, and nothing is written into those that must not change', () => {
  expect(only(GIVEN, 'AWS::ECS::TaskDefinition')).toMatchObject({
    TaskRoleArn: 'arn:aws:iam::111122223333:role/shop-web', ExecutionRoleArn: 'arn:aws:iam::111122223333:role/shop-starts',
  });
  expect(idsOf(GIVEN, 'AWS::IAM::Policy').filter(id => /^Web(TaskRole|ExecutionRole|ExecPolicy|Role)/.test(id))).toEqual([]);
});

test('security groups are used as they are', () => {
  expect(only(GIVEN, 'AWS::ECS::Service').NetworkConfiguration.AwsvpcConfiguration.SecurityGroups).toEqual(['sg-0123456789abcdef0']);
});

test('the log goes where it was told, and no other group is made for it', () => {
  expect(containerOf(GIVEN).LogConfiguration.Options['awslogs-group']).toBe('/shop/web');
  expect(idsOf(GIVEN, 'AWS::Logs::LogGroup').filter(id => id.startsWith('WebLogGroup'))).toEqual([]);
});

test('the analyzer watches the service by its name', () => {
  const rules = JSON.stringify(GIVEN.findResources('AWS::Events::Rule'));
  expect(rules).toContain(':task-definition/shop-web:');
  expect(rules).toContain('/web/"');
});

test.each([
  [{ logRetention: logs.RetentionDays.ONE_YEAR }, "'logGroup' and 'logRetention' are both set, but an existing log group is used without changes"],
])('a log group that is there already keeps its settings: %j is refused', (differences, message) => {
  const stack = newStack();
  expect(() => declareIn(stack, { logGroup: logs.LogGroup.fromLogGroupName(stack, 'Log', '/shop/web'), ...differences })).toThrow(message);
});

test('a task role that may change gets what ECS Exec takes, and what it is granted', () => {
  const stack = newStack();
  const service = declareIn(stack, { taskRole: iam.Role.fromRoleArn(stack, 'Role', 'arn:aws:iam::111122223333:role/web') });
  service.taskRole.addToPrincipalPolicy(new iam.PolicyStatement({ actions: ['sqs:SendMessage'], resources: ['arn:aws:sqs:eu-central-1:111122223333:orders'] }));
  const policies = Object.values(Template.fromStack(stack).findResources('AWS::IAM::Policy'));
  const ofRole = policies.filter(({ Properties: { Roles: roles } }) => JSON.stringify(roles) === '["web"]');
  expect(JSON.stringify(ofRole)).toContain('ssmmessages:OpenDataChannel');
  expect(JSON.stringify(ofRole)).toContain('sqs:SendMessage');
});
