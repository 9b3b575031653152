import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readDocuments } from '../../src/cli/input/gather-evidence';
import { diagnose } from '../../src/diagnosis/diagnose';
import { forms } from '../evidence/data/held-forms.json';

const RAW_FORMS = join(__dirname, '../evidence/data/raw-forms');
const CASES = join(__dirname, '../diagnosis/data');

const rawForms = readdirSync(RAW_FORMS).filter(file => file !== 'expected.json')
  .map(file => [file, readFileSync(join(RAW_FORMS, file), 'utf8')] as const);
const heldForms = forms.map(({ name, text }) => [name, text] as const);
const cases = readdirSync(CASES).filter(file => /^(?:field|exam)-cases/.test(file)).flatMap(file =>
  (JSON.parse(readFileSync(join(CASES, file), 'utf8')) as readonly Readonly<Record<string, unknown>>[]).map(({ id, taskEvent, event, serviceEvents, logTail }) =>
    [String(id), JSON.stringify({ taskEvent, event, serviceEvents, logTail })] as const));

/** Placeholders for which an input was tried, by how AWS spells the value in ARNs, ids, addresses of the console and commands. */
const SHAPES: Readonly<Record<string, readonly RegExp[]>> = {
  'cluster': [
    /:ecs:[\w-]+:\d{12}:cluster\/([\w-]+)/g, /:ecs:[\w-]+:\d{12}:(?:task|service|container|service-deployment|service-revision)\/([\w-]+)\/[\w-]+/g,
    /amazon\.com\/ecs\/\S*clusters\/([\w-]+)/g, /--cluster[ =]([\w-]+)/g,
  ],
  'service': [/:ecs:[\w-]+:\d{12}:service\/(?:[\w-]+\/)?([\w-]+)/g, /\(service ([\w-]+)\)/g, /"service:([\w-]+)"/g, /"serviceName": ?"([\w-]+)"/g, /--services?[ =]([\w-]+)/g],
  'task-id': [/:task\/(?:[\w-]+\/)?([0-9a-f]{32})/g, /\(task ([0-9a-f]{32})\)/g, /\/tasks\/([0-9a-f]{32})/g],
  'task-definition': [/:task-definition\/([\w-]+:\d+)/g],
  'target-group-arn': [/(arn:[\w-]+:elasticloadbalancing:[\w-]+:\d+:targetgroup\/[\w-]+\/[0-9a-f]+)/g],
  'log-group': [/:log-group:([\w/.#-]+)/g, /"awslogs-group": ?"([^"]+)"/g],
  'subnet-id': [/\b(subnet-[0-9a-f]{8,17})\b/g],
  'vpc-id': [/\b(vpc-[0-9a-f]{8,17})\b/g],
  'network-interface-id': [/\b(eni-[0-9a-f]{8,17})\b/g],
  'file-system-id': [/\b(fs-[0-9a-f]{8,17})\b/g],
  'secret-arn': [/(arn:[\w-]+:secretsmanager:[\w-]+:\d+:secret:[\w/-]+)/g],
  'role-name': [/:assumed-role\/([\w-]+)\//g],
  'execution-role-name': [/:assumed-role\/([\w-]+)\//g],
  'stack': [/The stack named ([\w-]+) /g, /:stack\/([\w-]+)\//g],
  'image': [/"image": ?"([^"]+)"/g],
  'task-ip': [/\(instance ([\d.]+)\)/g, /"Id": ?"(\d+\.\d+\.\d+\.\d+)"/g],
  'service-deployment-arn': [/(arn:[\w-]+:ecs:[\w-]+:\d+:service-deployment\/[\w/-]+)/g],
  'health-check-path': [/GET (\/[\w/]*) [^\n]*ELB-HealthChecker/g],
  '--region': [/arn:aws[\w-]*:(?:ecs|elasticloadbalancing|logs|cloudformation):([a-z]{2}-[a-z]+-\d):/g, /https:\/\/([a-z]{2}-[a-z]+-\d)\.console\./g],
};

/** The one value of a kind that stands in a text; `null` is no name. */
function theOne(kind: string, text: string): string | undefined {
  const values = new Set((SHAPES[kind] ?? []).flatMap(shape => [...text.matchAll(shape)].map(([, value]) => value)));
  return values.size === 1 && !values.has('null') ? [...values][0] : undefined;
}

/** What a command leaves open: its placeholders, and the Region, which IAM and the organization have none of. */
const openIn = (command: string): readonly string[] => [
  ...[...command.matchAll(/<([a-z][a-z0-9-]*)>/g)].map(([, name]) => name),
  ...[...command.matchAll(/aws (?!iam |organizations |s3 |health )[a-z0-9]+ [a-z-]+ (?!.*--region)/g)].map(() => '--region'),
];

const commandsFor = (text: string): readonly string[] => readDocuments('a text', text, {}).evidence.map(one => diagnose(one))
  .flatMap(({ actions, gaps }) => [...actions.flatMap(({ commands }) => commands), ...gaps.map(({ because }) => because)]);

const INPUTS = [...rawForms, ...heldForms, ...cases];

/** Kinds of which the inputs name few or none; the text below does. */
const IDS = ['subnet-id', 'vpc-id', 'network-interface-id'];

test('the shapes find values of every other kind in the inputs', () => {
  const found = Object.keys(SHAPES).filter(kind => INPUTS.some(([, text]) => theOne(kind, text) !== undefined));
  expect(INPUTS.length).toBeGreaterThan(600);
  expect(Object.keys(SHAPES).filter(kind => !found.includes(kind))).toEqual(['vpc-id', 'network-interface-id']);
});

test.each([['raw form', rawForms], ['form in which people hold a failure', heldForms], ['field case', cases]] as const)(
  'of no %s a step leaves open what stands in the input', (_, inputs) => {
    const open = inputs.flatMap(([name, text]) => commandsFor(text).flatMap(command =>
      openIn(command).filter(kind => theOne(kind, text) !== undefined).map(kind => `${name}: <${kind}> is ${theOne(kind, text)} in ${command}`)));
    expect(open).toEqual([]);
  });

test('where a deployment names only its stack, the steps diagnose the stack and show its services', () => {
  const text = ' ❌  Shop failed: ToolkitError: The stack named Shop failed to deploy: UPDATE_ROLLBACK_COMPLETE: Resource handler returned message: '
    + '"Error occurred during operation \'ECS Deployment Circuit Breaker was triggered\'." (RequestToken: f64c, HandlerErrorCode: GeneralServiceException)';
  expect(commandsFor(text)).toEqual(expect.arrayContaining([
    'npx hardened-fargate diagnose --stack Shop',
    'aws cloudformation describe-stack-resources --stack-name Shop --query \'StackResources[?contains(ResourceType,`ECS::Service`)].PhysicalResourceId\'',
  ]));
});

test('ids of the network in a message fill the commands', () => {
  const text = 'subnet-0a1b2c3d4e5f60718 in vpc-0a1b2c3d4e5f60719, eni-0a1b2c3d4e5f60720\nCannotPullContainerError: ref pull has been retried 1 time(s): i/o timeout';
  const commands = commandsFor(text);
  expect(commands.join('\n')).toContain('Name=vpc-id,Values=vpc-0a1b2c3d4e5f60719');
  expect(commands.flatMap(openIn).filter(kind => IDS.includes(kind))).toEqual([]);
});

test.each([
  ['a stack with a display name', '❌  Prod/Shop (Prod-Shop) failed: Resource handler returned message: "the service did not stabilize"', 'diagnose --stack Prod-Shop'],
  ['the events of a stack', JSON.stringify({
    StackEvents: [{
      StackId: 'arn:aws:cloudformation:eu-west-1:111122223333:stack/Shop/1b2c',
      StackName: 'Shop',
      ResourceType: 'AWS::ECS::Service',
      ResourceStatus: 'CREATE_FAILED',
      ResourceStatusReason: 'ECS Deployment Circuit Breaker was triggered',
    }],
  }), 'diagnose --stack Shop'],
  ['an answer with the ARN of a task definition', JSON.stringify({
    services: [{
      serviceArn: 'arn:aws:ecs:eu-west-1:111122223333:service/shop/web',
      serviceName: 'web',
      desiredCount: 2,
      runningCount: 0,
      taskDefinition: 'arn:aws:ecs:eu-west-1:111122223333:task-definition/web:7',
      events: [{ message: '(service web) failed container health checks.' }],
      deployments: [],
    }],
  }), '--task-definition web:7 --region eu-west-1'],
  ['an address of the console', 'https://eu-west-1.console.aws.amazon.com/ecs/v2/clusters/shop/services/web/tasks\nCannotPullContainerError: ref pull has been retried 1 time(s): i/o timeout',
    '--cluster shop --service-name web --desired-status STOPPED --region eu-west-1'],
  ['an access log of the health check', '10.0.1.7 GET /up HTTP/1.1 503 - ELB-HealthChecker/2.0\n(service web) (instance 10.0.1.5) (port 8080) is unhealthy in (target-group arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/web/0123456789abcdef) due to (reason Health checks failed with these codes: [503])',
    '10.0.1.5:8080'],
])('%s fills the commands', (_, text, part) => {
  expect(commandsFor(text).join('\n')).toContain(part);
});

test('of two clusters in one text none is taken', () => {
  const text = 'arn:aws:ecs:eu-west-1:111122223333:cluster/shop arn:aws:ecs:eu-west-1:111122223333:cluster/blog\nResourceInitializationError: unable to pull secrets or registry auth: i/o timeout';
  expect(commandsFor(text).join('\n')).not.toMatch(/--cluster (?:shop|blog)/);
});

test.each([
  ['a label of a chat', ':rotating_light: ECS task stopped\n*Service:* web\n*Stopped reason:* Essential container in task exited\n*Exit code:* 1'],
  ['a sentence', 'the web task stopped: Essential container in task exited (exit 1)'],
  ['a line of its own', 'anna  3:04 AM\nEssential container in task exited\nexit code 1\nbob  3:05 AM\nlooking'],
  ['the words of a program', 'Stopped reason: Essential container in task exited\nContainer app exited with code 1'],
])('the exit code in %s is read', (_, text) => {
  expect(readDocuments('a text', text, {}).evidence.map(stop => diagnose(stop))).toMatchObject([{ exitCode: 1, stoppedReason: 'Essential container in task exited' }]);
});

test('the log that a sentence quotes after the words of ECS is read', () => {
  const text = "my task stopped: Essential container in task exited (exit code 1). logs: Error: Cannot find module '/app/dist/main.js'";
  expect(readDocuments('a text', text, {}).evidence.map(stop => diagnose(stop))).toMatchObject([{ exitCode: 1, cause: 'app/missing-module' }]);
});

test('a time after the word exited is no exit code', () => {
  const [stop] = readDocuments('a text', 'the web task stopped: Essential container in task exited 5 minutes ago', {}).evidence;
  expect(stop.task.containers).toEqual([]);
});

test('the exit status of a command that ECS ran is no exit code of a container', () => {
  const text = 'ResourceInitializationError: failed to validate logger args: The specified log group does not exist. : exit status 1';
  expect(readDocuments('a text', text, {}).evidence[0].task.containers).toEqual([]);
});
