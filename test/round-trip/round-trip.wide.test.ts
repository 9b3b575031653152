import { search } from 'jmespath';
import { answerOf } from './answer-of';
import { asTable, asText } from './cli-output';
import { printedCommands } from './printed-commands';
import { readDocuments } from '../../src/cli/input/gather-evidence';

/** The package of the SDK for each service of the AWS CLI. */
const CLIENTS: Readonly<Record<string, string>> = {
  'application-autoscaling': 'application-auto-scaling',
  'cloudtrail': 'cloudtrail',
  'cloudwatch': 'cloudwatch',
  'ec2': 'ec2',
  'ecr': 'ecr',
  'ecs': 'ecs',
  'efs': 'efs',
  'elbv2': 'elastic-load-balancing-v2',
  'iam': 'iam',
  'kms': 'kms',
  'logs': 'cloudwatch-logs',
  'secretsmanager': 'secrets-manager',
  'ssm': 'ssm',
};

/** Answers of services whose client is no dependency, after the models that AWS publishes. */
const BY_HAND: Readonly<Record<string, unknown>> = {
  'health describe-events': { events: [{ arn: 'arn:aws:health:eu-west-1::event/ECS/x', eventTypeCode: 'AWS_ECS_OPERATIONAL_ISSUE', statusCode: 'open' }] },
  'organizations list-policies': { Policies: [{ Id: 'p-1', Arn: 'arn:aws:organizations::aws:policy/p-1', Name: 'deny', Type: 'SERVICE_CONTROL_POLICY', AwsManaged: false }] },
  's3 ls': undefined,
  'service-quotas list-service-quotas': { Quotas: [{ ServiceCode: 'fargate', QuotaCode: 'L-3032A538', QuotaName: 'Fargate On-Demand vCPU', Value: 6 }] },
  'servicediscovery list-services': { Services: [{ Id: 'srv-1', Arn: 'arn:aws:servicediscovery:eu-west-1:111122223333:service/srv-1', Name: 'db', InstanceCount: 1 }] },
  'vpc-lattice list-targets': { items: [{ id: '10.0.0.5', port: 8080, status: 'UNHEALTHY', reasonCode: 'HealthCheckFailed' }] },
};

/** What the service and a log say in the place of made-up words. */
const MESSAGES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'ecs describe-services': { message: '(service checkout) was unable to place a task. Reason: Capacity is unavailable at this time.' },
  'logs get-log-events': { message: 'Error: listen EADDRINUSE: address already in use :::8080' },
};

const COMMANDS = printedCommands();
const callOf = (command: string): string => command.split(' ').slice(1, 3).join(' ');
const operationOf = (call: string): string => call.split(' ')[1].split('-').map(word => word[0].toUpperCase() + word.slice(1)).join('');

function answerTo(command: string): unknown {
  const call = callOf(command);
  const [, query] = /--query (?:'([^']*)'|\S+)/.exec(command) ?? [];
  const bare = /--query ([^'\s]+)/.exec(command)?.[1];
  const answer = call in BY_HAND ? BY_HAND[call] : whole(call);
  const asked = query ?? bare;
  return asked === undefined || answer === undefined ? answer : search(answer, asked) as unknown;
}

function whole(call: string): unknown {
  const client = CLIENTS[call.split(' ')[0]];
  if (client === undefined) throw new Error(`no model knows '${call}'`);
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- each client is large, and its schemas are values of the package
  const schemas = require(`@aws-sdk/client-${client}`) as Readonly<Record<string, readonly unknown[]>>;
  const operation = schemas[`${operationOf(call)}$`];
  if (operation === undefined) throw new Error(`the client of '${call}' has no such operation`);
  const answer = answerOf(operation[5] as () => number, MESSAGES[call]);
  return answer === undefined ? undefined : asCliPrints(answer);
}

/** The CLI prints the policy of a role as the JSON that it is. */
const asCliPrints = (answer: unknown): unknown => JSON.parse(JSON.stringify(answer), (name, value: unknown) =>
  name === 'AssumeRolePolicyDocument' && typeof value === 'string' ? JSON.parse(value) as unknown : value) as unknown;

const ASKED = COMMANDS.map(command => [command, answerTo(command)] as const)
  .filter(([, answer]) => answer !== undefined && Object.keys(answer ?? {}).length > 0);

const read = (text: string) => readDocuments('answer', text, {});

test('at least a hundred commands are printed, of more than forty calls', () => {
  expect(COMMANDS.length).toBeGreaterThanOrEqual(100);
  expect(new Set(COMMANDS.map(callOf)).size).toBeGreaterThanOrEqual(40);
});

/** What prints nothing, or is no answer of the API. */
const WITHOUT_ANSWER = ['logs create-log-group', 's3 ls'];

test('every other command has an answer in which its query finds something', () => {
  const silent = COMMANDS.filter(command => !ASKED.some(([asked]) => asked === command)).map(callOf);
  expect([...new Set(silent)].filter(call => !WITHOUT_ANSWER.includes(call))).toEqual([]);
});

describe.each([
  ['JSON', (_: string, answer: unknown) => JSON.stringify(answer, undefined, 4)],
  ['a table', (command: string, answer: unknown) => asTable(operationOf(callOf(command)), answer).join('\n')],
  ['text', (_: string, answer: unknown) => asText(answer).join('\n')],
] as const)('the answer as %s', (_, print) => {
  test.each(ASKED)('to %s is understood', (command, answer) => {
    const { evidence, healthy, noted, unreadable } = read(print(command, answer));
    expect(unreadable.map(({ message }) => message)).toEqual([]);
    expect(evidence.length + healthy.length + noted.length).toBeGreaterThan(0);
  });
});

const evidenceIn = (call: string, print: (answer: unknown) => string) => {
  const [, answer] = ASKED.find(([command]) => callOf(command) === call && !command.includes('--query')) ?? [];
  return read(print(answer)).evidence;
};

test.each([
  ['JSON', (answer: unknown) => JSON.stringify(answer)],
  ['a table', (answer: unknown) => asTable('DescribeTasks', answer).join('\n')],
])('a stopped task as %s keeps its fields', (_, print) => {
  expect(evidenceIn('ecs describe-tasks', print)[0]?.task).toMatchObject({
    lastStatus: 'STOPPED', stopCode: 'EssentialContainerExited', stoppedReason: 'Essential container in task exited', containers: [{ name: 'name-1', exitCode: 1, reason: 'reason-1' }],
  });
});

test('of a stopped task as text, the reason is found', () => {
  expect(evidenceIn('ecs describe-tasks', answer => asText(answer).join('\n'))[0]?.task.stoppedReason).toBe('Essential container in task exited');
});

test.each(ASKED.filter(([command]) => /route-tables|vpc-endpoints|iam |ecr |describe-task-definition|list-tasks/.test(command)))('the answer to %s is taken for no stop', (_, answer) => {
  const { evidence, noted } = read(JSON.stringify(answer));
  expect(evidence).toEqual([]);
  expect(noted).not.toEqual([]);
});
