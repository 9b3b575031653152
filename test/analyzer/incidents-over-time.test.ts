import { incidentsOf, makeOlder } from './aged-incidents';
import { crash, TICK } from './crashes';
import { onEventBus, published } from './failed-stops';
import { faultsOf } from './schema';
import { ShippedAnalyzer } from './shipped-analyzer';
import { sampleEvent } from '../diagnosis/sample-events';
import { DENIED } from '../fake-aws/aws-endpoint';

let analyzer: ShippedAnalyzer;

beforeAll(async () => {
  analyzer = await ShippedAnalyzer.start(undefined, ['settings']);
});

afterEach(() => {
  analyzer.aws.recover();
  analyzer.runtime.log.length = 0;
});

afterAll(() => analyzer.stop());

const told = () => published(analyzer.aws).map(({ service, incident }) => [service, incident?.notification]);

const serviceEvent = (eventName: string, detail: object = {}) => JSON.stringify({
  'id': eventName,
  'source': 'aws.ecs',
  'detail-type': 'ECS Service Action',
  'time': new Date().toISOString(),
  'resources': ['arn:aws:ecs:us-east-2:111122223333:service/demo/web'],
  'detail': { eventType: 'INFO', eventName, ...detail },
});

/** The service as ECS describes it. */
const holdService = (runningCount: number, desiredCount = 2) => analyzer.aws.hold({
  'ecs:DescribeServices': { services: [{ serviceName: 'web', status: 'ACTIVE', desiredCount, runningCount, deployments: [], events: [] }] },
});

describe('by the schedule, without another stop', () => {
  test('a summary comes ten minutes after the count has doubled, to people and programs, once', async () => {
    await analyzer.receive(crash('web', 1));
    await analyzer.receive(crash('web', 2));
    await analyzer.receive(TICK);
    expect(told()).toEqual([['web', 'first']]);
    await makeOlder(analyzer, 11);
    await analyzer.receive(TICK);
    await analyzer.receive(TICK);
    expect(told()).toEqual([['web', 'first'], ['web', 'summary']]);
    const summary = published(analyzer.aws)[1];
    expect(summary).toMatchObject({ occurrences: 2, incident: { status: 'open', repeated: false } });
    expect(faultsOf(summary)).toEqual([]);
    expect(onEventBus(analyzer.aws).map(({ incident }) => incident?.notification)).toEqual(['first', null, 'summary']);
  });

  test('an incident is resolved once the service was steady for as long as the stops were apart', async () => {
    await analyzer.receive(crash('web', 1));
    await analyzer.receive(serviceEvent('SERVICE_STEADY_STATE'));
    await makeOlder(analyzer, 19);
    await analyzer.receive(TICK);
    expect(told()).toEqual([['web', 'first']]);
    await makeOlder(analyzer, 2);
    await analyzer.receive(TICK);
    await analyzer.receive(TICK);
    expect(told()).toEqual([['web', 'first'], ['web', 'resolved']]);
    expect(await incidentsOf(analyzer)).toEqual([expect.objectContaining({ status: 'resolved' })]);
  });

  test('an incident is resolved when no task stopped for three times as long, and opens again with the next stop', async () => {
    await analyzer.receive(crash('web', 1));
    await makeOlder(analyzer, 59);
    await analyzer.receive(TICK);
    expect(told()).toEqual([['web', 'first']]);
    await makeOlder(analyzer, 2);
    await analyzer.receive(TICK);
    expect(told()).toEqual([['web', 'first'], ['web', 'resolved']]);
    await new Promise(resolve => setTimeout(resolve, 5));
    await analyzer.receive(crash('web', 2));
    expect(told()).toEqual([['web', 'first'], ['web', 'resolved'], ['web', 'reopened']]);
    expect(await incidentsOf(analyzer)).toEqual([expect.objectContaining({ status: 'open', occurrences: 2, reopened: 1 })]);
  });

  test('that no task of the service is left is told once', async () => {
    holdService(0);
    await analyzer.receive(crash('web', 1));
    await analyzer.receive(TICK);
    expect(told()).toEqual([['web', 'first']]);
    await makeOlder(analyzer, 3);
    await analyzer.receive(TICK);
    await makeOlder(analyzer, 3);
    await analyzer.receive(TICK);
    expect(told()).toEqual([['web', 'first'], ['web', 'escalated']]);
    expect(onEventBus(analyzer.aws).at(-1)).toMatchObject({ incident: { notification: 'escalated' } });
  });

  test('an incident is not resolved by quiet while its service has no task that could stop', async () => {
    holdService(0);
    await analyzer.receive(crash('web', 1));
    await makeOlder(analyzer, 61);
    await analyzer.receive(TICK);
    await makeOlder(analyzer, 61);
    await analyzer.receive(TICK);
    expect(told()).toEqual([['web', 'first'], ['web', 'escalated']]);
    holdService(2);
    await analyzer.receive(TICK);
    expect(told()).toEqual([['web', 'first'], ['web', 'escalated'], ['web', 'resolved']]);
  });

  test.each([
    ['a task runs', () => holdService(1)],
    ['none is wanted', () => holdService(0, 0)],
    ['ECS does not say', () => analyzer.aws.refuse('ecs:DescribeServices', DENIED)],
  ])('nothing is told while %s', async (_case, hold) => {
    hold();
    await analyzer.receive(crash('web', 1));
    await makeOlder(analyzer, 3);
    await analyzer.receive(TICK);
    expect(told()).toEqual([['web', 'first']]);
    expect(analyzer.aws.inputsOf('ecs:DescribeServices')).not.toEqual([]);
  });
});

test('a deployment that failed is one incident, with the causes of its tasks inside', async () => {
  const failed = sampleEvent('deployment-failed');
  const deploymentId = 'ecs-svc/7';
  await analyzer.receive(serviceEvent('SERVICE_DEPLOYMENT_IN_PROGRESS', { deploymentId, reason: 'ECS deployment ecs-svc/7 in progress.' }));
  await analyzer.receive(crash('web', 1, { startedBy: deploymentId }));
  await analyzer.receive(JSON.stringify({
    ...failed,
    time: new Date().toISOString(),
    resources: ['arn:aws:ecs:us-east-2:111122223333:service/demo/web'],
    detail: { ...failed.detail, deploymentId },
  }));
  await analyzer.receive(TICK);
  expect(told()).toEqual([['web', 'first']]);
  expect(published(analyzer.aws)[0].summary).toMatch(/ Its tasks stopped: web, container app: .+ \(one stop\)\.$/);

  // A straggler of the same deployment changes nothing.
  await analyzer.receive(crash('web', 2, { startedBy: deploymentId, stoppedReason: 'Task failed ELB health checks' }));
  await makeOlder(analyzer, 6);
  await analyzer.receive(TICK);
  expect(told()).toEqual([['web', 'first']]);
});

test('in a chat all messages of an incident are one thread, and link to the dashboard as emails do', async () => {
  const chatTopic = 'arn:aws:sns:us-east-2:111122223333:chat';
  const chatting = await ShippedAnalyzer.start(undefined, [], { CHAT_TOPIC_ARN: chatTopic, DASHBOARD_NAME: 'stops' });
  try {
    await chatting.receive(crash('web', 1), crash('api', 1));
    await chatting.receive(crash('web', 2));
    await makeOlder(chatting, 11);
    await chatting.receive(TICK);
    const threads = chatting.aws.inputsOf('sns:Publish').filter(({ TopicArn }) => TopicArn === chatTopic)
      .map(({ Message }) => (JSON.parse(String(Message)) as { readonly metadata: { readonly threadId: string } }).metadata.threadId);
    const [web, api] = ['web', 'api'].map(async name => (await incidentsOf(chatting)).find(({ service }) => service === name)?.id);
    expect([...threads].sort()).toEqual([await web, await web, await api].sort());
    const link = 'https://us-east-2.console.aws.amazon.com/cloudwatch/home?region=us-east-2#dashboards/dashboard/stops';
    for (const { Message } of chatting.aws.inputsOf('sns:Publish')) expect(Message).toContain(link);
  } finally {
    await chatting.stop();
  }
});
