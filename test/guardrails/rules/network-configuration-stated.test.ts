import type { Expression, TemplateResource } from '../../../src/facts/template/source/template-source';
import { CATALOGUE } from '../../../src/guardrails/catalogue';
import { findJudged, judgeDeclared } from '../../../src/guardrails/judge-declared';
import { templatesOf } from '../../facts/templates-of';

type Parameters = Readonly<Record<string, Expression>>;

const CLUSTER = 'arn:aws:ecs:eu-west-1:111122223333:cluster/c';
const TASK = 'arn:aws:ecs:eu-west-1:111122223333:task-definition/report:1';
const SUBNETS = ['subnet-0123456789abcdef0', 'subnet-0123456789abcdef1'];

/** Each kind of resource that starts tasks by itself, with what it gives ECS, how it spells its network, and where that stands. */
const STARTERS: readonly (readonly [type: string, around: (parameters: Parameters) => Parameters, network: string, property: string])[] = [
  ['AWS::Events::Rule', parameters => ({ Targets: [{ Arn: CLUSTER, Id: 'T', EcsParameters: { TaskDefinitionArn: TASK, ...parameters } }] }),
    'AwsVpcConfiguration', 'Properties.Targets.0.EcsParameters.NetworkConfiguration'],
  ['AWS::Scheduler::Schedule', parameters => ({ Target: { Arn: CLUSTER, EcsParameters: { TaskDefinitionArn: TASK, ...parameters } } }),
    'AwsvpcConfiguration', 'Properties.Target.EcsParameters.NetworkConfiguration'],
  ['AWS::Pipes::Pipe', parameters => ({ Target: CLUSTER, TargetParameters: { EcsTaskParameters: { TaskDefinitionArn: TASK, ...parameters } } }),
    'AwsvpcConfiguration', 'Properties.TargetParameters.EcsTaskParameters.NetworkConfiguration'],
  ['AWS::StepFunctions::StateMachine', parameters => ({ DefinitionString: JSON.stringify(runningTask({ Parameters: parameters })) }),
    'AwsvpcConfiguration', 'Properties.DefinitionString'],
  ['AWS::ECS::TaskSet', parameters => ({ Cluster: CLUSTER, Service: 'shop', TaskDefinition: TASK, ...parameters }),
    'AwsVpcConfiguration', 'Properties.NetworkConfiguration'],
];

const runningTask = (given: Parameters) => ({ States: { Run: { Type: 'Task', Resource: 'arn:aws:states:::ecs:runTask.sync', ...given } } });

function foundIn(type: string, properties: TemplateResource['Properties']): readonly string[] {
  const templates = templatesOf({ Unit: { Type: type, Properties: properties } });
  return findJudged(templates).flatMap(each => judgeDeclared(templates, each, CATALOGUE))
    .map(({ rule, level, at, seen }) => `${level} ${rule.id} ${at.property}: ${seen}`);
}

describe.each(STARTERS)('a task that a resource of type %s starts', (type, around, spelling, property) => {
  const refused = [`error network-configuration-stated ${property}: no subnets are set in NetworkConfiguration`];

  test('without a network is an error', () => {
    expect(foundIn(type, around({ LaunchType: 'FARGATE' }))).toEqual(refused);
  });

  test('with a network without subnets is an error', () => {
    expect(foundIn(type, around({ LaunchType: 'FARGATE', NetworkConfiguration: { [spelling]: { AssignPublicIp: 'DISABLED' } } }))).toEqual(refused);
  });

  test('in subnets is none', () => {
    expect(foundIn(type, around({ LaunchType: 'FARGATE', NetworkConfiguration: { [spelling]: { Subnets: SUBNETS } } }))).toEqual([]);
  });

  test('on EC2 is not judged', () => {
    expect(foundIn(type, around({ LaunchType: 'EC2' }))).toEqual([expect.stringContaining('warning not-on-fargate')]);
  });

  test('with a public IP address is found where the resource says so', () => {
    const open = { LaunchType: 'FARGATE', NetworkConfiguration: { [spelling]: { Subnets: SUBNETS, AssignPublicIp: 'ENABLED' } } };
    const said = property.endsWith('NetworkConfiguration') ? `${property}.${spelling}.AssignPublicIp` : property;
    expect(foundIn(type, around(open))).toEqual([`warning no-public-ip ${said}: AssignPublicIp is ENABLED`]);
  });
});

test.each<readonly [way: string, given: Parameters]>([
  ['from its input', { Parameters: { 'LaunchType': 'FARGATE', 'NetworkConfiguration.$': '$.network' } }],
  ['in part from its input', { Parameters: { LaunchType: 'FARGATE', NetworkConfiguration: { AwsvpcConfiguration: { 'Subnets.$': '$.subnets' } } } }],
  ['by an expression', { Arguments: { LaunchType: 'FARGATE', NetworkConfiguration: '{% $network %}' } }],
])('a network that a state machine takes %s is no finding', (_way, given) => {
  expect(foundIn('AWS::StepFunctions::StateMachine', { DefinitionString: JSON.stringify(runningTask(given)) })).toEqual([]);
});

describe('what CloudFormation substitutes in the definition of a state machine', () => {
  const starting = (launchType: string, network: string, timeout = '60') =>
    `{"TimeoutSeconds":${timeout},"States":{"Run":{"Resource":"arn:aws:states:::ecs:runTask.sync","Parameters":{"LaunchType":"${launchType}",`
    + `"NetworkConfiguration":{"AwsvpcConfiguration":{${network}}}}}}}`;
  const definition = (DefinitionString: string, DefinitionSubstitutions: Parameters) => ({ DefinitionString, DefinitionSubstitutions });
  const exposed = ['warning no-public-ip Properties.DefinitionString: AssignPublicIp is ENABLED'];

  test('is judged, as a number, a text, and a joined list', () => {
    const network = '"Subnets":["${Subnets}"],"AssignPublicIp":"${Address}"';
    const given = { Kind: 'FARGATE', Seconds: 900, Subnets: { 'Fn::Join': ['","', SUBNETS] }, Address: 'ENABLED' };
    expect(foundIn('AWS::StepFunctions::StateMachine', definition(starting('${Kind}', network, '${Seconds}'), given))).toEqual(exposed);
  });

  test('may be several subnets where only deployment decides it', () => {
    const imported = { 'Fn::Join': ['","', { 'Fn::Split': [',', { 'Fn::ImportValue': 'Subnets' }] }] };
    const network = '"Subnets":["${Subnets}"],"AssignPublicIp":"ENABLED"';
    const given = { Subnets: imported, Seconds: { 'Fn::ImportValue': 'Seconds' } };
    expect(foundIn('AWS::StepFunctions::StateMachine', definition(starting('FARGATE', network, '${Seconds}'), given))).toEqual(exposed);
  });

  test('is followed in an object too', () => {
    const Definition = runningTask({ Parameters: { LaunchType: '${Kind}' } }) as never;
    expect(foundIn('AWS::StepFunctions::StateMachine', { Definition, DefinitionSubstitutions: { Kind: 'FARGATE' } }))
      .toEqual(['error network-configuration-stated Properties.Definition: no subnets are set in NetworkConfiguration']);
  });

  test('leaves what it does not name', () => {
    expect(foundIn('AWS::StepFunctions::StateMachine', definition(starting('FARGATE', '"Subnets":["${Other}"]'), { Subnets: 'subnet-1' }))).toEqual([]);
  });
});

test('a state machine in an object of the template is judged there', () => {
  expect(foundIn('AWS::StepFunctions::StateMachine', { Definition: runningTask({ Parameters: { LaunchType: 'FARGATE' } }) as never }))
    .toEqual(['error network-configuration-stated Properties.Definition: no subnets are set in NetworkConfiguration']);
});

test('a cluster whose tasks run on Fargate by default says what a rule without a launch type starts', () => {
  const templates = templatesOf({
    Cluster: { Type: 'AWS::ECS::Cluster', Properties: { DefaultCapacityProviderStrategy: [{ CapacityProvider: 'FARGATE', Weight: 1 }] } },
    Unit: { Type: 'AWS::Events::Rule', Properties: { Targets: [{ Arn: { 'Fn::GetAtt': ['Cluster', 'Arn'] }, Id: 'T', EcsParameters: { TaskDefinitionArn: TASK } }] } },
  });
  expect(findJudged(templates).flatMap(each => judgeDeclared(templates, each, CATALOGUE)).map(({ rule }) => rule.id)).toEqual(['network-configuration-stated']);
});

test('a service without a network is left to the CDK, which reports it itself', () => {
  expect(foundIn('AWS::ECS::Service', { LaunchType: 'FARGATE', TaskDefinition: TASK })).not.toContainEqual(expect.stringContaining('network-configuration-stated'));
});
