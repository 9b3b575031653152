import * as ecs from 'aws-cdk-lib/aws-ecs';
import { containerOf, declared, only } from './declare';

const template = declared(() => ({ enableExecuteCommand: false }));
const task = only(template, 'AWS::ECS::TaskDefinition');
const resources = template.toJSON().Resources;

const roleIdOf = (property: 'TaskRoleArn' | 'ExecutionRoleArn'): string => task[property]['Fn::GetAtt'][0];

const statementsOf = (roleId: string) => Object.values(template.findResources('AWS::IAM::Policy'))
  .filter(policy => JSON.stringify(policy.Properties.Roles).includes(`"${roleId}"`))
  .flatMap(policy => policy.Properties.PolicyDocument.Statement);

test('starting a task and being one are two roles', () => {
  expect(roleIdOf('TaskRoleArn')).not.toBe(roleIdOf('ExecutionRoleArn'));
});

test.each(['TaskRoleArn', 'ExecutionRoleArn'] as const)('only the tasks of this account can have the role %s', property => {
  const { AssumeRolePolicyDocument: trust, ManagedPolicyArns: managed } = resources[roleIdOf(property)].Properties;
  expect(trust.Statement).toEqual([{
    Action: 'sts:AssumeRole',
    Effect: 'Allow',
    Principal: { Service: 'ecs-tasks.amazonaws.com' },
    Condition: {
      StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } },
      ArnLike: { 'aws:SourceArn': { 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':ecs:', { Ref: 'AWS::Region' }, ':', { Ref: 'AWS::AccountId' }, ':*']] } },
    },
  }]);
  expect(managed).toBeUndefined();
});

test('without Exec an application may do nothing', () => {
  expect(statementsOf(roleIdOf('TaskRoleArn'))).toEqual([]);
});

test('ECS may pull the one image and write the one log', () => {
  const statements = statementsOf(roleIdOf('ExecutionRoleArn'));
  expect(statements.filter(({ Resource }) => Resource === '*').map(({ Action }) => Action)).toEqual(['ecr:GetAuthorizationToken']);
  expect(statements.filter(({ Resource }) => Resource !== '*').map(({ Resource }) => Resource['Fn::GetAtt'][0])).toEqual([
    expect.stringMatching(/^Images/), containerOf(template).LogConfiguration.Options['awslogs-group'].Ref,
  ]);
});

test('what the image needs to be told is passed on', () => {
  const container = containerOf(declared(() => ({
    command: ['serve'], entryPoint: ['/app'], user: '65532:65532', environment: { MODE: 'live' }, cpuArchitecture: ecs.CpuArchitecture.ARM64,
  })));
  expect(container).toMatchObject({ Command: ['serve'], EntryPoint: ['/app'], User: '65532:65532', Environment: [{ Name: 'MODE', Value: 'live' }] });
});
