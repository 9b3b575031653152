import type { Expression, TemplateBody, TemplateParameter, TemplateResource } from '../../src/facts/template/source/template-source';
import { Templates } from '../../src/facts/template/templates';
import { CATALOGUE } from '../../src/guardrails/catalogue';
import { eachOnce } from '../../src/guardrails/each-once';
import type { Finding } from '../../src/guardrails/evaluate';
import { findJudged, judgeDeclared } from '../../src/guardrails/judge-declared';
import { sourceOf } from '../facts/templates-of';

const P = { Ref: 'P' };

/** What certain rules find in a template with parameters. */
function found(rules: readonly string[], Parameters: { readonly [name: string]: TemplateParameter }, body: TemplateBody): readonly string[] {
  const templates = new Templates([sourceOf('S', { ...body, Parameters })]);
  const findings = findJudged(templates).flatMap(each => judgeDeclared(templates, each, CATALOGUE));
  return eachOnce(findings).filter(({ rule }) => rules.includes(rule.id)).map(inWords);
}

const inWords = ({ rule, level, when }: Finding): string => [rule.id, level, when ?? []].flat().join(' | ');

const task = (properties: TemplateResource['Properties']): TemplateResource =>
  ({ Type: 'AWS::ECS::TaskDefinition', Properties: { RequiresCompatibilities: ['FARGATE'], ContainerDefinitions: [], ...properties } });

const sized = (cpu: Expression, memory: Expression): TemplateBody => ({ Resources: { Task: task({ Cpu: cpu, Memory: memory }) } });

const sizes = (Parameters: { readonly [name: string]: TemplateParameter }, body: TemplateBody) => found(['fargate-task-size'], Parameters, body);

describe('a fault', () => {
  test('that a parameter has by default is a warning that says so', () => {
    expect(sizes({ P: { Type: 'Number', Default: 300 } }, sized(P, '512'))).toEqual(["fargate-task-size | warning | with the default of parameter 'P'"]);
    expect(sizes({ P: { Type: 'Number', Default: 256 } }, sized(P, '512'))).toEqual([]);
    expect(sizes({ P: { Type: 'Number' } }, sized(P, '512'))).toEqual([]);
  });

  test('that no allowed value mends is as grave as ever, with a default or without one', () => {
    const always = ["fargate-task-size | error | with every allowed value of parameter 'P'"];
    expect(sizes({ P: { Type: 'String', Default: '300', AllowedValues: ['300', '400'] } }, sized(P, '512'))).toEqual(always);
    expect(sizes({ P: { Type: 'String', AllowedValues: ['300', '400'] } }, sized(P, '512'))).toEqual(always);
  });

  test('that an allowed value mends rests on the default', () => {
    const AllowedValues = ['300', '256'];
    expect(sizes({ P: { Type: 'String', Default: '300', AllowedValues } }, sized(P, '512'))).toEqual(["fargate-task-size | warning | with the default of parameter 'P'"]);
    expect(sizes({ P: { Type: 'String', AllowedValues } }, sized(P, '512'))).toEqual([]);
  });

  test('that two parameters make together names both, and no other', () => {
    const other = { Q: { Type: 'String', Default: '8192' }, Name: { Type: 'String', Default: 'app' } };
    const body = { Resources: { Task: task({ Cpu: P, Memory: { Ref: 'Q' }, Family: { Ref: 'Name' } }) } };
    expect(sizes({ P: { Type: 'Number', Default: 256 }, ...other }, body)).toEqual(["fargate-task-size | warning | with the defaults of parameters 'P' and 'Q'"]);
    expect(sizes({ P: { Type: 'String', AllowedValues: ['256', '512'] }, ...other, Q: { Type: 'String', AllowedValues: ['8192', '16384'] } }, body))
      .toEqual(["fargate-task-size | error | with every allowed value of parameters 'P' and 'Q'"]);
  });

  test('that rests on a page of its own is told once, whatever the parameters are', () => {
    const body = { Resources: { Task: task({ Cpu: P, ContainerDefinitions: [{ Name: 'app', Image: 'nginx:latest' }] }) } };
    expect(found(['image-pinned'], { P: { Type: 'Number', Default: 256 } }, body)).toEqual(['image-pinned | warning']);
  });

  test('that is there whatever the parameters are says nothing of them', () => {
    expect(sizes({ P: { Type: 'String', Default: 'app' } }, { Resources: { Task: task({ Cpu: '300', Memory: '512', Family: P }) } })).toEqual(['fargate-task-size | error']);
  });

  test('in one branch of a condition, where a default decides, says both', () => {
    const body = { ...sized({ 'Fn::If': ['IsBig', P, '256'] }, '512'), Conditions: { IsBig: { 'Fn::Equals': [{ Ref: 'Stage' }, 'prod'] } } };
    expect(sizes({ P: { Type: 'Number', Default: 300 }, Stage: { Type: 'String' } }, body))
      .toEqual(["fargate-task-size | warning | when condition 'IsBig' is true and with the default of parameter 'P'"]);
  });
});

describe('a launch type by parameter', () => {
  const service: TemplateBody = {
    Resources: { Web: { Type: 'AWS::ECS::Service', Properties: { LaunchType: P, DeploymentConfiguration: { DeploymentCircuitBreaker: { Enable: true, Rollback: false } } } } },
  };
  const said = (parameter: TemplateParameter) => found(['circuit-breaker', 'not-judged', 'not-on-fargate'], { P: parameter }, service);

  test('is judged with its default, which is said', () => {
    expect(said({ Type: 'String', Default: 'FARGATE' }))
      .toEqual(['not-on-fargate | warning', "circuit-breaker | warning | with the default of parameter 'P'"]);
  });

  test('that is EC2 by default is named', () => {
    expect(said({ Type: 'String', Default: 'EC2' })).toEqual(["not-on-fargate | warning | with the default of parameter 'P'"]);
  });

  test('without a default is not judged, which is said', () => {
    expect(said({ Type: 'String' })).toEqual(['not-judged | warning']);
  });
});

test('two uses of one parameter or one import are one role', () => {
  const roles = (task_: Expression, execution: Expression) =>
    found(['separate-roles'], { P: { Type: 'String' }, Q: { Type: 'String' } }, { Resources: { Task: task({ TaskRoleArn: task_, ExecutionRoleArn: execution }) } });
  expect(roles(P, P)).toEqual(['separate-roles | warning']);
  expect(roles({ 'Fn::ImportValue': 'role' }, { 'Fn::ImportValue': 'role' })).toEqual(['separate-roles | warning']);
  expect(roles(P, { Ref: 'Q' })).toEqual([]);
  expect(roles({ 'Fn::Sub': '${P}-a' }, { 'Fn::Sub': '${P}-a' })).toEqual([]);
});

test('two uses of one parameter or one import are one subnet', () => {
  const inSubnets = (...Subnets: readonly Expression[]) => found(['multiple-availability-zones'], { P: { Type: 'AWS::EC2::Subnet::Id' }, Q: { Type: 'String' } }, {
    Resources: { Web: { Type: 'AWS::ECS::Service', Properties: { LaunchType: 'FARGATE', NetworkConfiguration: { AwsvpcConfiguration: { Subnets } } } } },
  });
  expect(inSubnets(P, P)).toEqual(['multiple-availability-zones | warning']);
  expect(inSubnets({ 'Fn::ImportValue': 'private' })).toEqual(['multiple-availability-zones | warning']);
  expect(inSubnets(P, { Ref: 'Q' })).toEqual([]);
});
