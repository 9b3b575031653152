import type { TemplateBody, TemplateResource } from '../../src/facts/template/source/template-source';
import { Templates } from '../../src/facts/template/templates';
import { CATALOGUE } from '../../src/guardrails/catalogue';
import { findUnjudged } from '../../src/guardrails/find-unjudged';
import { findJudged, judgeDeclared } from '../../src/guardrails/judge-declared';
import { sourceOf } from '../facts/templates-of';

/** What is said of a template, without what its services break. */
function unjudged(body: TemplateBody): readonly string[] {
  const templates = new Templates([sourceOf('S', body)]);
  return [...findUnjudged(templates), ...findJudged(templates).flatMap(each => judgeDeclared(templates, each, CATALOGUE))]
    .filter(({ rule }) => ['not-judged', 'not-on-fargate'].includes(rule.id))
    .map(({ rule, at, seen }) => `${rule.id} ${at.logicalId ?? at.property}: ${seen}`);
}

const of = (Type: string, Properties: TemplateResource['Properties'] = {}): TemplateBody => ({ Resources: { Unit: { Type, Properties } } });
const service = (properties: TemplateResource['Properties']): TemplateBody => of('AWS::ECS::Service', properties);
const ECS_TARGET = { Arn: 'arn:aws:ecs:eu-west-1:111122223333:cluster/c' };

test.each<readonly [unit: string, body: TemplateBody, said: string]>([
  ['a service on EC2', service({ LaunchType: 'EC2' }), 'not-on-fargate Unit: not checked: its launch type is EC2'],
  ['a service anywhere', service({ LaunchType: 'EXTERNAL' }), 'not-on-fargate Unit: not checked: its launch type is EXTERNAL'],
  ['a service whose launch type is a parameter', { Parameters: { P: { Type: 'String' } }, ...service({ LaunchType: { Ref: 'P' } }) },
    'not-judged Unit: not checked: its launch type is known only at deployment'],
  ['a service on a capacity provider of another stack', service({ CapacityProviderStrategy: [{ CapacityProvider: 'shared' }] }),
    "not-judged Unit: not checked: the capacity provider 'shared' is not known"],
  ['a service in a cluster of another stack', service({ Cluster: 'shared' }),
    'not-judged Unit: not checked: it has neither a launch type nor a capacity provider strategy, and its cluster is not in these templates'],
  ['what Express Mode makes itself', of('AWS::ECS::ExpressGatewayService'),
    'not-judged Unit: not checked: the load balancer, the deployment, and the rest of the task definition, which Express Mode creates'],
  ['the network of a job', of('AWS::Batch::JobDefinition', { PlatformCapabilities: ['FARGATE'], ContainerProperties: {} }),
    'not-judged Unit: not checked: the network of the job, which its compute environment defines'],
  ['a job of several containers', of('AWS::Batch::JobDefinition', { PlatformCapabilities: ['FARGATE'], EcsProperties: {} }),
    'not-judged Unit: not checked: an AWS Batch job with several containers or nodes'],
  ['a job on instances', of('AWS::Batch::JobDefinition', { PlatformCapabilities: ['EC2'] }), 'not-on-fargate Unit: not checked: the job is not for Fargate'],
  ['a task definition for EC2', of('AWS::ECS::TaskDefinition', { RequiresCompatibilities: ['EC2'] }),
    'not-on-fargate Unit: not checked: the task definition is not for Fargate'],
  ['a task definition for what a parameter says', { Parameters: { P: { Type: 'String' } }, ...of('AWS::ECS::TaskDefinition', { RequiresCompatibilities: [{ Ref: 'P' }] }) },
    'not-judged Unit: not checked: the launch type of the task definition is known only at deployment'],
  ['a service on instances that ECS manages', {
    Resources: {
      Managed: { Type: 'AWS::ECS::CapacityProvider', Properties: { ManagedInstancesProvider: {} } },
      ...service({ CapacityProviderStrategy: [{ CapacityProvider: { Ref: 'Managed' } }] }).Resources,
    },
  }, 'not-on-fargate Unit: not checked: its capacity provider runs tasks on ECS Managed Instances'],
  ['a function that is not known', service({ LaunchType: 'FARGATE', DesiredCount: { 'Fn::Guess': 2 } }),
    "not-judged Unit: not checked: the function 'Fn::Guess' is not known"],
  ['a macro inside a property', service({ LaunchType: 'FARGATE', NetworkConfiguration: { 'Fn::Transform': { Name: 'AWS::Include' } } }),
    "not-judged Unit: not checked: 'Fn::Transform' is expanded at deployment"],
  ['a macro beside properties', service({ LaunchType: 'FARGATE', DeploymentConfiguration: { 'Strategy': 'ROLLING', 'Fn::Transform': { Name: 'A' } } }),
    "not-judged Unit: not checked: 'Fn::Transform' is expanded at deployment"],
  ['a macro that adds properties', service({ 'LaunchType': 'FARGATE', 'Fn::Transform': { Name: 'A' } }),
    "not-judged Unit: not checked: 'Fn::Transform' is expanded at deployment"],
  ['a loop inside a property', service({ LaunchType: 'FARGATE', NetworkConfiguration: { 'Fn::ForEach::Subnets': [] } }),
    "not-judged Unit: not checked: 'Fn::ForEach::Subnets' is expanded at deployment"],
  ['a mapping that is included', service({ LaunchType: 'FARGATE', DesiredCount: { 'Fn::FindInMap': ['Sizes', 'a', 'b'] } }),
    "not-judged Unit: not checked: the template has nothing for 'Fn::FindInMap' in 'Sizes'"],
  ['a condition of an included file', service({ LaunchType: 'FARGATE', DesiredCount: { 'Fn::If': ['IsBig', 2, 1] } }),
    "not-judged Unit: not checked: the condition 'IsBig' is not in the template"],
  ['a state machine that nobody can read', of('AWS::StepFunctions::StateMachine', { DefinitionString: 'States: arn:aws:states:::ecs:runTask' }),
    'not-judged Unit: not checked: it runs tasks, but its definition is not JSON'],
  ['a state machine that takes the launch type from its input', of('AWS::StepFunctions::StateMachine', {
    DefinitionString: '{"States":{"A":{"Resource":"arn:aws:states:::ecs:runTask.sync","Parameters":{"LaunchType.$":"$.launchType"}}}}',
  }), 'not-judged Unit: not checked: its launch type is known only at deployment'],
  ['a state machine that gives ECS its whole input', of('AWS::StepFunctions::StateMachine', {
    DefinitionString: '{"States":{"A":{"Resource":"arn:aws:states:::ecs:runTask"}}}',
  }), 'not-judged Unit: not checked: its launch type is known only at deployment'],
  ['a schedule that leaves the launch type to a cluster of another stack', of('AWS::Scheduler::Schedule', {
    Target: { ...ECS_TARGET, EcsParameters: { TaskDefinitionArn: 't:1' } },
  }), 'not-judged Unit: not checked: it has neither a launch type nor a capacity provider strategy, and its cluster is not in these templates'],
  ['a nested template that is not here', of('AWS::CloudFormation::Stack'), 'not-judged Unit: not checked: the template of this nested stack was not provided'],
  ['a nested application of SAM that is not here', of('AWS::Serverless::Application', { Location: 'web.yaml' }),
    'not-judged Unit: not checked: the template of this nested stack was not provided'],
  ['a module', of('Acme::Web::Service::MODULE'), 'not-judged Unit: not checked: the resources of a module are known only at deployment'],
  ['a loop', { Resources: { 'Fn::ForEach::Services': [] as never } },
    "not-judged Resources.Fn::ForEach::Services: not checked: 'Fn::ForEach::Services' is expanded at deployment"],
  ['an included file', { Resources: { 'Fn::Transform': { Name: 'AWS::Include' } as never } },
    "not-judged Resources.Fn::Transform: not checked: 'Fn::Transform' is expanded at deployment"],
  ['a macro', { Transform: ['AWS::LanguageExtensions', 'Acme'], Resources: {} },
    "not-judged Transform: not checked: the macro 'Acme' may add and change resources at deployment"],
])('%s is named', (_unit, body, said) => {
  expect(unjudged(body)).toEqual([said]);
});

test('what nobody reads of a service is not named', () => {
  expect(unjudged(service({ LaunchType: 'FARGATE', Tags: { 'Fn::Guess': 1 } }))).toEqual([]);
});

test('a rule without tasks and a state machine without tasks are nothing to name', () => {
  expect(unjudged(of('AWS::Events::Rule', { Targets: [{ Arn: 'arn:aws:sqs:eu-west-1:111122223333:q' }] }))).toEqual([]);
  expect(unjudged(of('AWS::StepFunctions::StateMachine', { DefinitionString: '{}' }))).toEqual([]);
});
