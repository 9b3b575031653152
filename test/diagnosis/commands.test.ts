import { execFileSync } from 'node:child_process';
import { evidenceOf } from './evidence-of';
import * as commands from '../../src/diagnosis/commands';

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
