import { asksOf } from '../../../src/evidence/collectors/asked-of-roles';
import { evidenceOf } from '../../diagnosis/evidence-of';

const ROLE = 'arn:aws:iam::111122223333:role/service/web-execution';
const DEFINITION = { taskDefinitionArn: 'arn:aws-cn:ecs:cn-north-1:111122223333:task-definition/web:8', executionRoleArn: ROLE };
const ANY = evidenceOf({});

const container = (fields: object) => ({ ...DEFINITION, containerDefinitions: [{ name: 'app', ...fields }] });

test('a denial names what was asked of which role; the task definition knows the path of the role', () => {
  const denial = evidenceOf({
    task: {
      stoppedReason: 'AccessDeniedException: User: arn:aws:sts::111122223333:assumed-role/web-execution/0f1e2d3c is not authorized to perform: '
        + 'secretsmanager:GetSecretValue on resource: arn:aws:secretsmanager:eu-west-1:111122223333:secret:db-AbCdEf',
    },
  });
  const asked = { actions: ['secretsmanager:GetSecretValue'], resource: 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:db-AbCdEf' };
  expect(asksOf(denial, DEFINITION, [])).toEqual([{ role: ROLE, ...asked }]);
  expect(asksOf(denial, undefined, [])).toEqual([{ role: 'arn:aws:iam::111122223333:role/web-execution', ...asked }]);
});

test('a denial of a user is no question about a role of the task', () => {
  const denial = evidenceOf({ logTail: ['AccessDenied: User: arn:aws:iam::111122223333:user/ada is not authorized to perform: s3:GetObject on resource: arn:aws:s3:::a/b'] });
  expect(asksOf(denial, DEFINITION, [])).toEqual([]);
});

test('of a suspected secret the execution role is asked: a secret by its ARN, a parameter by its name in the place of the task', () => {
  const secrets = [
    { name: 'A', valueFrom: 'arn:aws-cn:secretsmanager:cn-north-1:111122223333:secret:db-AbCdEf:password::' },
    { name: 'B', valueFrom: '/web/key' },
    { name: 'C', valueFrom: 'arn:aws-cn:ssm:cn-north-1:111122223333:parameter/web/other' },
    { name: 'D' },
  ];
  expect(asksOf(ANY, container({ secrets }), ['init/secret-permission'])).toEqual([
    { role: ROLE, actions: ['secretsmanager:GetSecretValue'], resource: 'arn:aws-cn:secretsmanager:cn-north-1:111122223333:secret:db-AbCdEf' },
    { role: ROLE, actions: ['ssm:GetParameters'], resource: 'arn:aws-cn:ssm:cn-north-1:111122223333:parameter/web/key' },
    { role: ROLE, actions: ['ssm:GetParameters'], resource: 'arn:aws-cn:ssm:cn-north-1:111122223333:parameter/web/other' },
  ]);
});

test('where the task definition does not say its place, a parameter may be in any', () => {
  const definition = { executionRoleArn: ROLE, containerDefinitions: [{ secrets: [{ valueFrom: 'key' }] }] };
  expect(asksOf(ANY, definition, ['init/secret-permission'])).toMatchObject([{ resource: 'arn:aws:ssm:*:*:parameter/key' }]);
});

test('of a suspected image the role is asked for the log in and the layers; an image from elsewhere needs no permission', () => {
  const inEcr = container({ image: '111122223333.dkr.ecr.cn-north-1.amazonaws.com.cn/shop/web:1' });
  expect(asksOf(ANY, inEcr, ['pull/ecr-permission'])).toEqual([
    { role: ROLE, actions: ['ecr:GetAuthorizationToken'], resource: '*' },
    { role: ROLE, actions: ['ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'], resource: 'arn:aws-cn:ecr:cn-north-1:111122223333:repository/shop/web' },
  ]);
  expect(asksOf(ANY, container({ image: 'nginx:1' }), ['pull/ecr-permission'])).toEqual([]);
  expect(asksOf(ANY, container({}), ['pull/ecr-permission'])).toEqual([]);
});

test('of a suspected log group the role is asked, in its own Region; another log driver needs no permission', () => {
  const logs = (options: object | undefined, logDriver = 'awslogs') => container({ logConfiguration: { logDriver, options } });
  const asked = { role: ROLE, actions: ['logs:CreateLogStream', 'logs:PutLogEvents'] };
  expect(asksOf(ANY, logs({ 'awslogs-group': '/ecs/web', 'awslogs-region': 'cn-northwest-1' }), ['init/log-permission'])).toEqual([
    { ...asked, resource: 'arn:aws-cn:logs:cn-northwest-1:111122223333:log-group:/ecs/web:*' },
  ]);
  expect(asksOf(ANY, logs({ 'awslogs-group': '/ecs/web' }), ['init/log-permission'])).toEqual([
    { ...asked, resource: 'arn:aws-cn:logs:cn-north-1:111122223333:log-group:/ecs/web:*' },
  ]);
  expect(asksOf(ANY, logs(undefined), ['init/log-permission'])).toEqual([]);
  expect(asksOf(ANY, logs({ 'awslogs-group': '/ecs/web' }, 'awsfirelens'), ['init/log-permission'])).toEqual([]);
});

test('of a suspected environment file the role is asked for the object, once', () => {
  const environmentFiles = [{ type: 's3', value: 'arn:aws-cn:s3:::shop/web.env' }, { type: 's3', value: 'arn:aws-cn:s3:::shop/web.env' }, { type: 's3' }];
  expect(asksOf(ANY, container({ environmentFiles }), ['init/env-file'])).toEqual([
    { role: ROLE, actions: ['s3:GetObject'], resource: 'arn:aws-cn:s3:::shop/web.env' },
  ]);
});

test('nothing is asked of a role that nobody knows', () => {
  expect(asksOf(ANY, undefined, ['init/secret-permission'])).toEqual([]);
  expect(asksOf(ANY, { containerDefinitions: [{ secrets: [{ valueFrom: 'key' }] }] }, ['init/secret-permission'])).toEqual([]);
});

test('a task definition that does not say where it is asks about any place', () => {
  const containerDefinitions = [{
    name: 'app',
    image: '111122223333.dkr.ecr.eu-west-1.amazonaws.com/web:1',
    secrets: [{ name: 'B', valueFrom: '/web/key' }],
    logConfiguration: { logDriver: 'awslogs', options: { 'awslogs-group': '/ecs/web' } },
  }];
  const suspected = ['init/secret-permission', 'pull/ecr-permission', 'init/log-permission'] as const;
  expect(asksOf(ANY, { executionRoleArn: ROLE, containerDefinitions }, suspected)?.map(({ resource }) => resource)).toEqual([
    'arn:aws:ssm:*:*:parameter/web/key', '*', 'arn:aws:ecr:eu-west-1:111122223333:repository/web', 'arn:aws:logs:*:*:log-group:/ecs/web:*',
  ]);
});
