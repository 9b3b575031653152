import { join } from 'node:path';
import { CloudFormationClient, CreateStackCommand } from '@aws-sdk/client-cloudformation';
import { DescribeTasksCommand } from '@aws-sdk/client-ecs';
import { GetRoleCommand } from '@aws-sdk/client-iam';
import { CreateTopicCommand, SNSClient } from '@aws-sdk/client-sns';
import { AssumeRoleCommand, STSClient } from '@aws-sdk/client-sts';
import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { ArnPrincipal } from 'aws-cdk-lib/aws-iam';
import { type Clients, clientsOf } from './clients';
import { Moto } from './moto';
import { makeNetwork, type Network } from './network';
import { ACCOUNT, CREDENTIALS, REGION } from './run-against';
import { CLUSTER, definition, makeShop, service, stoppedTask } from './shop';
import { StopEvidence } from '../../src/analyzer/access/stop-evidence';
import { toEnvironment } from '../../src/analyzer/protocol/environment';
import { StopReaderRole } from '../../src/analyzer/stop-reader-role';
import type { Diagnosis } from '../../src/diagnosis/model/diagnosis';
import { DynamoDb } from '../fake-aws/dynamodb';
import { LambdaRuntime } from '../fake-aws/lambda-runtime';

const MEMBER = '111122223333';
const ANALYZER_ROLE = `arn:aws:iam::${ACCOUNT}:role/Central-StopAnalyzerRole`;

let moto: Moto;
let dynamoDb: DynamoDb;
let member: Clients;
let network: Network;
let analyzer: LambdaRuntime;

beforeAll(async () => {
  [moto, dynamoDb] = await Promise.all([Moto.start(), DynamoDb.start()]);
  const credentials = await credentialsOf(MEMBER);
  member = clientsOf(moto.url, credentials);
  await new CloudFormationClient({ endpoint: moto.url, region: REGION, credentials })
    .send(new CreateStackCommand({ StackName: 'StopReader', TemplateBody: JSON.stringify(readerRole()) }));
  const shop = await makeShop(member);
  network = await makeNetwork(member.ec2, []);
  await member.ecs.send(definition(shop, 'web'));
  await member.ecs.send(service('web', network));
  analyzer = await centralAnalyzer();
});

afterAll(async () => {
  await analyzer.stop();
  await dynamoDb.stop();
  await moto.stop();
});

/** Moto gives whoever assumes a role of an account the credentials of that account. */
async function credentialsOf(account: string) {
  const sts = new STSClient({ endpoint: moto.url, region: REGION, credentials: CREDENTIALS });
  const { Credentials } = await sts.send(new AssumeRoleCommand({ RoleArn: `arn:aws:iam::${account}:role/Administrator`, RoleSessionName: 'test' }));
  return { accessKeyId: Credentials!.AccessKeyId!, secretAccessKey: Credentials!.SecretAccessKey!, sessionToken: Credentials!.SessionToken! };
}

/** The template of the role that a member account declares. */
function readerRole(): object {
  const stack = new Stack(new App({ analyticsReporting: false }), 'Member');
  new StopReaderRole(stack, 'StopReaderRole', { assumedBy: new ArnPrincipal(ANALYZER_ROLE), evidence: StopEvidence.ALL });
  const { Parameters, Rules, ...template } = Template.fromStack(stack).toJSON() as Record<string, object>;
  return template;
}

/** The bundle of the package, with its queue in the account of moto; the incidents are kept elsewhere. */
async function centralAnalyzer(): Promise<LambdaRuntime> {
  const sns = new SNSClient({ endpoint: moto.url, region: REGION, credentials: CREDENTIALS });
  const { TopicArn: topicArn = '' } = await sns.send(new CreateTopicCommand({ Name: 'stops' }));
  return LambdaRuntime.start({
    directory: join(__dirname, '..', '..', 'assets', 'analyzer', 'stop-analyzer'),
    handler: 'index.handler',
    environment: {
      AWS_ENDPOINT_URL: moto.url,
      AWS_ENDPOINT_URL_DYNAMODB: dynamoDb.url,
      AWS_REGION: REGION,
      AWS_ACCESS_KEY_ID: CREDENTIALS.accessKeyId,
      AWS_SECRET_ACCESS_KEY: CREDENTIALS.secretAccessKey,
      ...toEnvironment({
        analyzer: 'Central',
        queueArn: `arn:aws:sqs:${REGION}:${ACCOUNT}:stops`,
        queueUrl: `${moto.url}/${ACCOUNT}/stops`,
        topicArn,
        deadLetterQueueUrl: `${moto.url}/${ACCOUNT}/dead-letters`,
        tableName: await dynamoDb.createTable('incidents'),
        notify: ['failure'],
        evidence: ['log', 'settings'],
        memberAccounts: [MEMBER],
      }),
    },
  });
}

/** What the analyzer says of a task that wrote a line and crashed in the member account, which forwards the event. */
async function told(): Promise<Diagnosis> {
  const taskArn = await stoppedTask(member, network, 'web', 'Essential container in task exited', ['Error: connect ECONNREFUSED 10.0.3.17:5432']);
  const { tasks: [task] = [] } = await member.ecs.send(new DescribeTasksCommand({ cluster: CLUSTER, tasks: [taskArn] }));
  const stop = {
    stopCode: 'EssentialContainerExited',
    stoppedReason: 'Essential container in task exited',
    stoppedAt: new Date(Date.now() - 60_000),
    containers: [{ name: 'app', lastStatus: 'STOPPED', exitCode: 1 }],
  };
  const event = JSON.stringify({
    'id': taskArn,
    'source': 'aws.ecs',
    'detail-type': 'ECS Task State Change',
    'account': MEMBER,
    'region': REGION,
    'time': new Date(),
    'detail': { ...task, ...stop },
  });
  expect(await analyzer.invoke({ Records: [{ messageId: taskArn, body: event }] })).toEqual({ batchItemFailures: [] });
  return JSON.parse(analyzer.log.filter(line => line.startsWith('{"schemaVersion"')).at(-1) ?? '') as Diagnosis;
}

test('CloudFormation makes the reader role in the member account, for the role of the analyzer alone', async () => {
  const { Role } = await member.iam.send(new GetRoleCommand({ RoleName: 'hardened-fargate-stop-reader' }));
  expect(Role?.Arn).toBe('arn:aws:iam::111122223333:role/hardened-fargate-stop-reader');
  expect(JSON.parse(decodeURIComponent(Role?.AssumeRolePolicyDocument ?? ''))).toMatchObject({
    Statement: [{ Action: 'sts:AssumeRole', Effect: 'Allow', Principal: { AWS: 'arn:aws:iam::123456789012:role/Central-StopAnalyzerRole' } }],
  });
});

test('a central analyzer assumes it, and explains a stop of the member account by a line of the log there', async () => {
  const { cause, clues, gaps, taskArn } = await told();
  expect(taskArn).toContain(':111122223333:task/shop/');
  expect(cause).toBe('app/dependency-unreachable');
  expect(clues).toContainEqual(expect.objectContaining({ source: 'log', quote: 'Error: connect ECONNREFUSED 10.0.3.17:5432' }));
  expect(gaps.filter(({ source }) => /^(?:sts|account|logs|container log)/.test(source))).toEqual([]);
});
