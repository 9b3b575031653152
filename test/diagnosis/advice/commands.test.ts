import { execFileSync } from 'node:child_process';
import * as commands from '../../../src/diagnosis/advice/commands';
import { troubleshoot } from '../../../src/diagnosis/advice/network-commands';
import { describeSecret, listImages, lookUpImage } from '../../../src/diagnosis/advice/resource-commands';
import { evidenceOf } from '../evidence-of';

const known = evidenceOf({
  region: 'eu-west-1',
  cluster: 'shop',
  service: 'checkout',
  task: {
    taskArn: 'arn:aws:ecs:eu-west-1:111122223333:task/shop/c50e321c974248dbaf4ae2cfa1662986',
    taskDefinitionArn: 'arn:aws:ecs:eu-west-1:111122223333:task-definition/checkout:7',
    containers: [{ name: 'app' }],
  },
});

test('commands carry the real names and the Region', () => {
  expect(commands.describeTask(known)).toBe('aws ecs describe-tasks --cluster shop --tasks c50e321c974248dbaf4ae2cfa1662986 --region eu-west-1');
  expect(commands.describeService(known)).toBe('aws ecs describe-services --cluster shop --services checkout --region eu-west-1');
  expect(commands.tailLogs(known)).toContain('<stream-prefix>/app/c50e321c974248dbaf4ae2cfa1662986');
  expect(commands.findLogs(known)).toContain('--task-definition checkout:7');
});

test('what is not known stands as a placeholder to fill in', () => {
  expect(commands.describeTask(evidenceOf({}))).toBe('aws ecs describe-tasks --cluster <cluster> --tasks <task-id>');
});

test.each(['a; touch x', '$(touch x)', "it's", '`touch x`', 'a b', 'a\nb', '*', '~', '!!'])('a shell reads the hostile name %j as one plain word', name => {
  expect(execFileSync('sh', ['-c', `printf %s ${commands.shellWord(name)}`], { encoding: 'utf8' })).toBe(name);
});

test('a name that a program would take for an option becomes a placeholder', () => {
  expect(commands.describeService(evidenceOf({ service: '--profile=admin' }))).toContain('--services <service>');
});

test('asks IAM about a role without using it', () => {
  expect(commands.simulateRole('arn:aws:iam::111122223333:role/execution', ['ecr:BatchGetImage'], 'arn:aws:ecr:eu-west-1:111122223333:repository/app'))
    .toContain('--action-names ecr:BatchGetImage --resource-arns arn:aws:ecr:eu-west-1:111122223333:repository/app');
});

describe('the memory before the stop', () => {
  const between = (task: object, rest: object = {}) => /--start-time (\S+) --end-time (\S+)/.exec(commands.memoryBeforeStop(evidenceOf({ ...known, ...rest, task })))?.slice(1);

  test('is that of the hour before it', () => {
    expect(between({ stoppingAt: '2026-11-02T03:30:00.000Z', stoppedAt: '2026-11-02T03:32:00.000Z' })).toEqual(['2026-11-02T02:30:00.000Z', '2026-11-02T03:31:00.000Z']);
    expect(between({ stoppedAt: '2026-11-02T03:32:00.000Z' })).toEqual(['2026-11-02T02:32:00.000Z', '2026-11-02T03:33:00.000Z']);
    expect(between({}, { time: '2026-11-02T03:40:00.000Z' })).toEqual(['2026-11-02T02:40:00.000Z', '2026-11-02T03:41:00.000Z']);
  });

  test('stays to be filled in where nobody knows when it was', () => expect(between({})).toEqual(['<from>', '<to>']));
});

describe('the images of a repository', () => {
  const listOf = (image: string) => listImages(evidenceOf({ region: 'eu-west-1', task: { containers: [{ name: 'app', image }] } }));

  test('in ECR are asked for in their own account and Region', () => {
    expect(listOf('444455556666.dkr.ecr.us-east-1.amazonaws.com/team/web:1')).toMatch(/^aws ecr describe-images --registry-id 444455556666 --repository-name team\/web .*--region us-east-1$/);
  });

  test.each([
    ['nginx:1.99', 'skopeo list-tags docker://docker.io/library/nginx'],
    ['ghcr.io/acme/web:1', 'skopeo list-tags docker://ghcr.io/acme/web'],
    ['public.ecr.aws/nginx/nginx:1', 'skopeo list-tags docker://public.ecr.aws/nginx/nginx'],
  ])('of %s are asked for in its registry', (image, command) => expect(listOf(image)).toBe(command));

  test('that are not known stay to be filled in', () => expect(listImages(evidenceOf({}))).toMatch(/--repository-name <repository>/));
});

test('an image is looked up by its digest where it has no tag', () => {
  const image = '444455556666.dkr.ecr.us-east-1.amazonaws.com/web@sha256:0123456789abcdef';
  expect(lookUpImage(evidenceOf({ task: { containers: [{ image }] } }))).toContain('--image-ids imageDigest=sha256:0123456789abcdef');
});

test.each([
  ['arn:aws:ecs:eu-west-1:111122223333:task/shop/c50e321c', 'TaskId=c50e321c'], ['c50e321c', 'TaskId=c50e321c'], [undefined, 'TaskId=<task-id>'],
])('the runbook of AWS is given the task %s', (taskArn, parameter) => expect(troubleshoot(evidenceOf({ task: { taskArn } }))).toContain(parameter));

test.each(['…', '...', ' … and more'])('a name that is cut (%j) stays to be filled in', end => {
  const stoppedReason = `unable to fetch arn:aws:secretsmanager:eu-west-1:111122223333:secret:prod/data${end}`;
  expect(describeSecret(evidenceOf({ task: { stoppedReason } }))).toContain('--secret-id <secret-arn>');
});
