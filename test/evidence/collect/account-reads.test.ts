import { ACCOUNT_READS, type ReadAction } from '../../../src/evidence/collect/account-reads';
import { CLIENTS, sendWithSdk } from '../../../src/evidence/collect/account.sdk';
import { readPolicy } from '../../../src/evidence/collect/read-policy';

const SETTINGS = { region: 'eu-west-1' };

test('what the clients can send is what is declared, and nothing else', () => {
  const sent = Object.entries(CLIENTS).flatMap(([service, load]) => load().open(SETTINGS).operations.map(operation => `${service}:${operation}`));
  expect(sent.sort()).toEqual(Object.keys(ACCOUNT_READS).sort());
});

test('every call reads', () => {
  const others = Object.keys(ACCOUNT_READS).filter(action => !/:(?:Describe|Get|List|Lookup|BatchGet|Query|SimulatePrincipalPolicy)/.test(action));
  expect(others).toEqual([]);
});

test.each([
  'secretsmanager:GetSecretValue',
  'secretsmanager:BatchGetSecretValue',
  'ssm:GetParameter',
  'ssm:GetParameters',
  'ssm:GetParametersByPath',
  's3:GetObject',
  'kms:Decrypt',
  'ecr:GetDownloadUrlForLayer',
  'ecr:GetAuthorizationToken',
])('%s is never called', action => expect(Object.keys(ACCOUNT_READS)).not.toContain(action));

test.each(Object.keys(CLIENTS))('the client of %s sends nothing that it does not list', async service => {
  const { open } = CLIENTS[service as keyof typeof CLIENTS]();
  await expect(open(SETTINGS).send('DeleteEverything', {}, AbortSignal.timeout(1000))).rejects.toThrow("'DeleteEverything' is no command of this client");
});

test('a call of a service that has no client is refused', async () => {
  await expect(sendWithSdk()('shop:DescribeShop' as ReadAction, {}, AbortSignal.timeout(1000))).rejects.toThrow("no client knows 'shop:DescribeShop'");
});

test('reads that are granted everywhere name no place', () => {
  expect(readPolicy(['logs:GetLogEvents', 'ecs:DescribeClusters', 'iam:GetRole'])).toEqual([
    { actions: ['ecs:DescribeClusters'], resources: ['arn:*:ecs:*:*:cluster/*'] },
    { actions: ['iam:GetRole'], resources: ['arn:*:iam::*:role/*'] },
    { actions: ['logs:GetLogEvents'], resources: ['arn:*:logs:*:*:log-group:*:log-stream:*'] },
  ]);
});

test('a read of no cluster is not granted', () => {
  expect(readPolicy(['ecs:DescribeClusters'], { clusters: [] })).toEqual([]);
});
