import { endLeases, incidentsOf } from './aged-incidents';
import { crash, TICK } from './crashes';
import { type Digest, messagesTo, onEventBus, published, setAside } from './failed-stops';
import { faultsOf } from './schema';
import { ShippedAnalyzer, TABLE } from './shipped-analyzer';
import { DENIED } from '../fake-aws/aws-endpoint';

const CHAT = 'arn:aws:sns:us-east-2:111122223333:chat';

let analyzer: ShippedAnalyzer;

beforeAll(async () => {
  analyzer = await ShippedAnalyzer.start(undefined, [], { MESSAGES_PER_MINUTE: '5' });
});

afterEach(async () => {
  analyzer.aws.recover();
  await analyzer.restart();
});

afterAll(() => analyzer.stop());

const SERVICES = Array.from({ length: 9 }, (_, index) => `service-${index}`);

const crashAll = (of: ShippedAnalyzer = analyzer) => of.receive(...SERVICES.map(service => crash(service, 1)));

const digests = (): readonly Digest[] => messagesTo(analyzer.aws).filter(message => 'digest' in message);

const servicesIn = (diagnoses: readonly { readonly service: string | null }[]) => diagnoses.map(({ service }) => service).sort();

test('five incidents at once are told one by one, the others in one digest with the next tick, each once', async () => {
  expect(await crashAll()).toEqual({ batchItemFailures: [] });
  expect(messagesTo(analyzer.aws)).toHaveLength(5);
  expect(onEventBus(analyzer.aws)).toHaveLength(9);

  await analyzer.receive(TICK);
  await analyzer.receive(TICK);
  expect(messagesTo(analyzer.aws)).toHaveLength(6);
  const [{ digest }] = digests();
  expect(digest).toHaveLength(4);
  expect(servicesIn(published(analyzer.aws))).toEqual(SERVICES);
  expect(published(analyzer.aws).every(({ incident }) => incident?.notification === 'first' && !incident.repeated)).toBe(true);
  expect(digest.flatMap(faultsOf)).toEqual([]);
  expect((await incidentsOf(analyzer)).every(({ told, notice }) => told?.number === 1 && notice === undefined)).toBe(true);
});

test('the digest names for people what stopped, how often, and what lists the incidents', async () => {
  await crashAll();
  await analyzer.receive(TICK);
  const { Subject, Message } = analyzer.aws.inputsOf('sns:Publish')[5];
  const { email, sms } = JSON.parse(String(Message)) as { readonly email: string; readonly sms: string };
  expect(Subject).toMatch(/^4 incidents: service-\d, service-\d, service-\d, service-\d$/);
  expect(sms).toBe(Subject);
  expect(email).toMatch(/^The number of notifications exceeded the limit\./);
  expect(email).toMatch(/\n1\. service-\d, container app: the application exited with an error\n {3}One task stopped in this way, at [\dT:.-]+Z\. Incident [\da-f]{16}\.\n/);
  expect(email).toMatch(/List the incidents: hardened-fargate incidents --cluster demo$/);
});

test('a digest that the topic refuses is sent with the next tick', async () => {
  await crashAll();
  analyzer.aws.refuse('sns:Publish', DENIED);
  await analyzer.receive(TICK);
  expect(digests()).toEqual([]);
  analyzer.aws.answerAgain();
  await analyzer.receive(TICK);
  expect(servicesIn(published(analyzer.aws))).toEqual(SERVICES);
  expect(published(analyzer.aws).some(({ incident }) => incident?.repeated)).toBe(false);
});

test('a function that ends after it sent a digest has it sent once more, marked', async () => {
  await crashAll();
  // The first write after the message is sent.
  analyzer.aws.refuse('dynamodb:GetItem', DENIED, () => digests().length === 1);
  await analyzer.receive(TICK);
  analyzer.aws.answerAgain();
  await analyzer.receive(TICK);
  expect(digests()).toHaveLength(1);
  await endLeases(analyzer);
  await analyzer.receive(TICK);
  expect(digests()).toHaveLength(2);
  expect(servicesIn(digests()[1].digest)).toEqual(servicesIn(digests()[0].digest));
  expect(digests()[1].digest.every(({ incident }) => incident?.repeated)).toBe(true);
});

test('each topic has a rate of its own, and its own digest', async () => {
  const chatting = await ShippedAnalyzer.start(undefined, [], { MESSAGES_PER_MINUTE: '5', CHAT_TOPIC_ARN: CHAT });
  try {
    await crashAll(chatting);
    await chatting.receive(TICK);
    const inChat = chatting.aws.inputsOf('sns:Publish').filter(({ TopicArn }) => TopicArn === CHAT).map(({ Message }) => JSON.parse(String(Message)) as object);
    expect(inChat).toHaveLength(6);
    expect(inChat[5]).toMatchObject({
      source: 'custom',
      content: { title: expect.stringMatching(/^4 incidents: service-\d, /), description: expect.stringMatching(/^(?:• service-\d, container app: the application exited with an error\n?){4}$/) },
    });
  } finally {
    await chatting.stop();
  }
});

test('without its table a function sends no more at once, and what is too much stays in the queue', async () => {
  await analyzer.receive(TICK);
  await analyzer.dynamoDb.deleteTable(TABLE);
  const { batchItemFailures } = await crashAll();
  expect(batchItemFailures).toHaveLength(4);
  expect(published(analyzer.aws)).toHaveLength(5);
  expect(setAside(analyzer.aws)).toEqual([]);
});
