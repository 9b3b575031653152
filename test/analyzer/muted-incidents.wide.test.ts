import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { incidentsOf, makeOlder } from './aged-incidents';
import { crash, TICK } from './crashes';
import { onEventBus, published } from './failed-stops';
import { ShippedAnalyzer, TABLE } from './shipped-analyzer';
import { DENIED } from '../fake-aws/aws-endpoint';

let analyzer: ShippedAnalyzer;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'mute-'));
  analyzer = await ShippedAnalyzer.start();
});

afterEach(async () => {
  analyzer.aws.recover();
  // Mutes are known for a minute.
  await analyzer.restart();
});

afterAll(async () => {
  rmSync(folder, { recursive: true });
  await analyzer.stop();
});

const LATER = new Date(Date.now() + 3_600_000).toISOString();

const holdParameters = (...values: readonly string[]) => analyzer.aws.hold({
  'ssm:GetParametersByPath': { Parameters: values.map((Value, index) => ({ Name: `/hardened-fargate/Shop/mute/${index}`, Type: 'String', Value })) },
});

const mute = (fields: object) => JSON.stringify({ until: LATER, why: 'the database moves', ...fields });

test('a muted incident is counted, logged and put on the event bus, and tells nobody', async () => {
  holdParameters(mute({ service: 'web' }));
  await analyzer.receive(crash('web', 1), crash('api', 1));
  await analyzer.receive(crash('web', 2));
  await makeOlder(analyzer, 11);
  await analyzer.receive(TICK);

  expect(published(analyzer.aws).map(({ service }) => service)).toEqual(['api']);
  const ofWeb = onEventBus(analyzer.aws).filter(({ service }) => service === 'web');
  expect(ofWeb.map(({ occurrences, incident }) => [occurrences, incident?.notification])).toEqual([[1, null], [2, null], [2, null]]);
  expect((await incidentsOf(analyzer)).find(({ service }) => service === 'web')).toMatchObject({ occurrences: 2, status: 'open' });
  expect(analyzer.jsonLines).toContainEqual({ muted: ofWeb[0].incident?.id, until: LATER, why: 'the database moves' });
  expect(analyzer.jsonLines.filter(line => (line as { readonly service?: string }).service === 'web')).toHaveLength(2);
});

test('the parameters are read once a minute, under the path of the analyzer', async () => {
  await analyzer.receive(crash('web', 1), crash('api', 1));
  await analyzer.receive(crash('shop', 1));
  expect(analyzer.aws.inputsOf('ssm:GetParametersByPath')).toEqual([{ Path: '/hardened-fargate/Shop/mute' }]);
});

test('once the mute has ended, people hear how the incident goes on', async () => {
  holdParameters(mute({ service: 'web' }));
  await analyzer.receive(crash('web', 1));
  await analyzer.receive(crash('web', 2));
  await analyzer.restart();
  holdParameters(mute({ service: 'web', until: '2026-01-01T00:00:00Z' }));
  await makeOlder(analyzer, 11);
  await analyzer.receive(TICK);
  expect(published(analyzer.aws).map(({ incident }) => incident?.notification)).toEqual(['summary']);
});

test('once the mute has ended, people hear that the last task went meanwhile', async () => {
  const watching = await ShippedAnalyzer.start(undefined, ['settings']);
  const hold = (until: string) => watching.aws.hold({
    'ssm:GetParametersByPath': { Parameters: [{ Name: '/hardened-fargate/Shop/mute/0', Type: 'String', Value: mute({ service: 'web', until }) }] },
    'ecs:DescribeServices': { services: [{ serviceName: 'web', status: 'ACTIVE', desiredCount: 2, runningCount: 0, deployments: [], events: [] }] },
  });
  try {
    await watching.receive(crash('web', 1));
    await watching.restart();
    hold(LATER);
    for (const minutes of [3, 70]) {
      await makeOlder(watching, minutes);
      await watching.receive(TICK);
    }
    expect(published(watching.aws).map(({ incident }) => incident?.notification)).toEqual(['first']);
    await watching.restart();
    hold('2026-01-01T00:00:00Z');
    await watching.receive(TICK);
    expect(published(watching.aws).map(({ incident }) => incident?.notification)).toEqual(['first', 'escalated']);
  } finally {
    await watching.stop();
  }
});

test('a stop whose incident cannot be looked up is muted, too', async () => {
  holdParameters(mute({ service: 'web' }));
  await analyzer.receive(TICK);
  await analyzer.dynamoDb.deleteTable(TABLE);
  await analyzer.receive(crash('web', 1), crash('api', 1));
  expect(published(analyzer.aws).map(({ service }) => service)).toEqual(['api']);
  expect(onEventBus(analyzer.aws)).toHaveLength(2);
});

test('parameters that cannot be read mute nothing, and the log says so', async () => {
  analyzer.aws.refuse('ssm:GetParametersByPath', DENIED);
  await analyzer.receive(crash('web', 1));
  expect(published(analyzer.aws)).toHaveLength(1);
  expect(analyzer.jsonLines).toContainEqual({ unmuted: 'the parameters could not be read', because: 'User is not authorized to perform this action.' });
});

test('parameters that do not answer hold up no message for long', async () => {
  analyzer.aws.fail('ssm:GetParametersByPath', 'silence');
  expect(await analyzer.receive(crash('web', 1))).toEqual({ batchItemFailures: [] });
  expect(published(analyzer.aws)).toHaveLength(1);
  expect(analyzer.jsonLines).toContainEqual({ unmuted: 'the parameters could not be read', because: 'reading the mutes took longer than 3 s' });
});

test('a parameter that is not valid mutes nothing, the log names it, and the others hold', async () => {
  holdParameters(mute({ servce: 'web' }), mute({ service: 'api' }));
  await analyzer.receive(crash('web', 1), crash('api', 1));
  expect(published(analyzer.aws).map(({ service }) => service)).toEqual(['web']);
  expect(analyzer.jsonLines).toContainEqual({
    unmuted: '/hardened-fargate/Shop/mute/0',
    because: '\'servce\' is not a field of a mute; the fields are incident, cause, service, container, log, until, why',
  });
});

describe('by a tag of the service', () => {
  let tagged: ShippedAnalyzer;

  beforeAll(async () => {
    tagged = await ShippedAnalyzer.start(undefined, ['service']);
  });

  afterEach(async () => {
    tagged.aws.recover();
    await tagged.restart();
  });

  afterAll(() => tagged.stop());

  const holdTag = (value: string) => tagged.aws.hold({
    'ecs:DescribeServices': input => ({
      services: [{ serviceName: 'web', tags: (input.services as readonly string[])[0] === 'web' ? [{ key: 'hardened-fargate:mute', value }] : [] }],
    }),
  });

  test('its incidents tell nobody, those of others do', async () => {
    holdTag(`${LATER} the database moves`);
    await tagged.receive(crash('web', 1), crash('api', 1));
    expect(published(tagged.aws).map(({ service }) => service)).toEqual(['api']);
    expect(tagged.jsonLines).toContainEqual(expect.objectContaining({ until: LATER, why: 'the database moves' }));
    expect(onEventBus(tagged.aws)).toHaveLength(2);
  });

  test('its tags and its tasks are read by one call when both are asked for', async () => {
    await tagged.receive(crash('web', 1));
    await tagged.restart();
    tagged.aws.hold({
      'ecs:DescribeServices': {
        services: [{
          serviceName: 'web', status: 'ACTIVE', desiredCount: 2, runningCount: 0, tags: [{ key: 'hardened-fargate:mute', value: `${LATER} the database moves` }],
        }],
      },
    });
    await makeOlder(tagged, 3);
    const before = tagged.aws.inputsOf('ecs:DescribeServices').length;
    await tagged.receive(TICK);
    expect(tagged.aws.inputsOf('ecs:DescribeServices').slice(before)).toEqual([{ cluster: 'demo', services: ['web'], include: ['TAGS'] }]);
    expect(tagged.jsonLines).toContainEqual(expect.objectContaining({ until: LATER, why: 'the database moves' }));
    expect(published(tagged.aws)).toHaveLength(1);
  });

  test('a mute that is over mutes nothing', async () => {
    holdTag('2026-01-01T00:00:00Z the database moves');
    await tagged.receive(crash('web', 1));
    expect(published(tagged.aws)).toHaveLength(1);
  });

  test('a tag that is not valid mutes nothing, and the log says why', async () => {
    holdTag('until tomorrow');
    await tagged.receive(crash('web', 1));
    expect(published(tagged.aws)).toHaveLength(1);
    expect(tagged.jsonLines).toContainEqual({ unmuted: 'tag hardened-fargate:mute of service web', because: '\'until\' must be a time such as 2026-12-01T08:00:00Z' });
  });

  test('a service that cannot be read is not muted', async () => {
    tagged.aws.refuse('ecs:DescribeServices', DENIED);
    await tagged.receive(crash('web', 1));
    expect(published(tagged.aws)).toHaveLength(1);
  });
});

/** What the AWS CLI is given by a command that is pasted into a shell. */
function argumentsOf(command: string): readonly string[] {
  writeFileSync(join(folder, 'aws'), '#!/bin/sh\nprintf \'%s\\0\' "$@"\n', { mode: 0o755 });
  const environment = { ...process.env, PATH: `${folder}:${process.env.PATH}` };
  return execFileSync('bash', ['-c', command], { env: environment, encoding: 'utf8' }).split('\0').slice(0, -1);
}

test('the command in a message mutes its incident for a day, and no other', async () => {
  await analyzer.receive(crash('web', 1));
  const [{ incident }] = published(analyzer.aws);
  const email = (JSON.parse(String(analyzer.aws.inputsOf('sns:Publish')[0].Message)) as { readonly email: string }).email;
  const [, command = ''] = /notifications of this incident for a day, mute it\.\n +(aws .+)\n/.exec(email) ?? [];

  const given = argumentsOf(command);
  expect(given.slice(0, -1)).toEqual([
    'ssm', 'put-parameter', '--region', 'us-east-2', '--name', `/hardened-fargate/Shop/mute/${incident?.id}`, '--type', 'String', '--overwrite', '--value',
  ]);
  const value = given.at(-1) ?? '';
  const hours = (Date.parse((JSON.parse(value) as { readonly until: string }).until) - Date.now()) / 3_600_000;
  expect(Math.round(hours)).toBe(24);

  analyzer.aws.recover();
  await analyzer.restart();
  holdParameters(value);
  await analyzer.receive(crash('web', 2), crash('api', 1));
  expect(published(analyzer.aws).map(({ service }) => service)).toEqual(['api']);
});
