import { ACCOUNT_READS, type ReadAction } from '../../../src/evidence/collect/account-reads';
import { CLIENTS, sendWithSdk } from '../../../src/evidence/collect/account.sdk';
import { boundedAccount } from '../../../src/evidence/collect/bounded-account';
import { readPolicy } from '../../../src/evidence/collect/read-policy';
import { AwsEndpoint, THROTTLED } from '../../fake-aws/aws-endpoint';

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

test('a call that is throttled is called so however often it is made, and holds back no other call of its service', async () => {
  const aws = await AwsEndpoint.start();
  try {
    aws.refuse('ecs:DescribeServices', THROTTLED);
    aws.hold({ 'ecs:ListClusters': { clusterArns: [] } });
    const credentials = { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'secret', sessionToken: 'token' };
    const settings = { ...SETTINGS, credentials, endpoint: aws.environment.AWS_ENDPOINT_URL };
    const account = boundedAccount(sendWithSdk(settings));
    for (const services of [['web'], ['api'], ['cart']]) {
      expect(await account.read('ecs:DescribeServices', { services })).toEqual({
        kind: 'gap', gap: { source: 'ecs:DescribeServices', because: 'the call was throttled, also after a retry' },
      });
    }
    expect(await account.read('ecs:ListClusters', {})).toEqual({ kind: 'answer', answer: { clusterArns: [] } });
  } finally {
    await aws.stop();
  }
});

test('reads that are granted everywhere name no place', () => {
  expect(readPolicy(['logs:GetLogEvents', 'ecs:DescribeClusters', 'iam:GetRole'])).toEqual([
    { actions: ['ecs:DescribeClusters'], resources: ['arn:*:ecs:*:*:cluster/*'] },
    { actions: ['iam:GetRole'], resources: ['arn:*:iam::*:role/*'] },
    { actions: ['logs:GetLogEvents'], resources: ['arn:*:logs:*:*:log-group:*:log-stream:*'] },
  ]);
});

test('every placeholder of a resource is filled in where its name is known, and is a wildcard otherwise', () => {
  const known = { partition: 'aws', region: 'eu-west-1', account: '111122223333', clusters: ['prod'], services: ['web'], tasks: ['1'], logGroups: ['/ecs/web'] };
  const resources = (granted: object) => readPolicy(Object.keys(ACCOUNT_READS) as ReadAction[], granted).flatMap(statement => statement.resources);
  expect([...resources({}), ...resources(known)].filter(resource => /[{}]/.test(resource))).toEqual([]);
  expect(resources(known).filter(resource => resource.includes('/*/') || resource.includes(':*:'))).toEqual(['arn:aws:dynamodb:eu-west-1:111122223333:table/*/index/*']);
});

test('a read of no cluster is not granted', () => {
  expect(readPolicy(['ecs:DescribeClusters'], { clusters: [] })).toEqual([]);
});
