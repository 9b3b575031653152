import { countStop } from '../../../src/incidents/count-stop';
import { withoutNotice } from '../../../src/incidents/notice';
import { incidentTable } from '../../../src/incidents/table/incident-table.sdk';
import { DynamoDb } from '../../fake-aws/dynamodb';
import { aStop, at, minute } from '../a-stop';

const NOW = at(0);
const DAY = 24 * 60;

let dynamoDb: DynamoDb;
let tables = 0;

beforeAll(async () => {
  dynamoDb = await DynamoDb.start();
});

afterAll(() => dynamoDb.stop());

const anEmptyTable = async () => incidentTable(dynamoDb.client, await dynamoDb.createTable(`incidents-${tables++}`));

const STOP = { key: 'task-1', incident: 'incident-1', message: 'message-1' };
const CLAIMED = { key: 'task-1', incident: 'incident-1', noted: [] };

const incident = countStop(undefined, aStop(), NOW);

test('a stop is handled by one function at a time, and by none once it is done', async () => {
  const table = await anEmptyTable();
  expect(await table.claimStop(STOP, NOW)).toEqual({ key: 'task-1', incident: 'incident-1', noted: [] });
  expect(await table.claimStop({ ...STOP, message: 'duplicate' }, NOW + 1_000)).toBe('busy');

  await table.noteStop(CLAIMED, ['log'], false);
  expect(await table.claimStop({ ...STOP, message: 'duplicate' }, NOW + 1_000)).toEqual({ key: 'task-1', incident: 'incident-1', noted: ['log'] });
  await table.noteStop(CLAIMED, ['bus'], true);
  expect(await table.claimStop(STOP, at(DAY))).toBe('done');
});

test('a stop whose function did not come back is handled by the next', async () => {
  const table = await anEmptyTable();
  await table.claimStop(STOP, NOW);
  expect(await table.claimStop(STOP, NOW + 1)).toEqual(CLAIMED);
  expect(await table.claimStop({ ...STOP, message: 'duplicate' }, NOW + 60_002)).toEqual(CLAIMED);
  expect(await table.claimStop({ ...STOP, message: 'another' }, NOW - 3 * 3_600_000)).toEqual(CLAIMED);
});

test('a later version of a stop stays with the incident of the first', async () => {
  const table = await anEmptyTable();
  await table.claimStop(STOP, NOW);
  expect(await table.claimStop({ ...STOP, incident: 'incident-2' }, NOW)).toMatchObject({ incident: 'incident-1' });
});

test('an incident is written only by who read it last', async () => {
  const table = await anEmptyTable();
  expect(await table.read('incident-1', NOW)).toEqual({ incident: undefined, revision: 0 });
  expect(await table.write(incident, 0, NOW)).toBe(true);
  expect(await table.write(incident, 0, NOW)).toBe(false);
  expect(await table.read('incident-1', NOW)).toEqual({ incident, revision: 1 });
  expect(await table.write({ ...incident, occurrences: 2 }, 1, NOW)).toBe(true);
  expect(await table.write({ ...incident, occurrences: 3 }, 1, NOW)).toBe(false);
});

test('an incident whose time is over is none, even if DynamoDB has not deleted it yet', async () => {
  const table = await anEmptyTable();
  await table.write(incident, 0, NOW);
  expect(await table.read('incident-1', at(91 * DAY))).toEqual({ incident: undefined, revision: 1 });
  expect(await table.write(incident, 1, at(91 * DAY))).toBe(true);
});

test('incidents about which something is to be done are listed apart, the latest first', async () => {
  const table = await anEmptyTable();
  await table.write({ ...incident, id: 'old', openedAt: minute(1) }, 0, NOW);
  await table.write({ ...incident, id: 'untold', status: 'resolved', openedAt: minute(2) }, 0, NOW);
  await table.write({ ...withoutNotice(incident), id: 'over', status: 'resolved' }, 0, NOW);
  expect(await table.list('active')).toEqual(['untold', 'old']);
  expect(await table.list('over')).toEqual(['over']);
});

test('a stop is known as counted once it was marked', async () => {
  const table = await anEmptyTable();
  expect(await table.isCounted('task-1')).toBe(false);
  await table.markCounted('task-1');
  expect(await table.isCounted('task-1')).toBe(true);
});

test('a deployment that ended stays so, in whatever order its events come', async () => {
  const table = await anEmptyTable();
  expect(await table.rolloutOf('ecs-svc/1')).toEqual({ isInProgress: false });
  await table.beginRollout('ecs-svc/1', NOW);
  expect(await table.rolloutOf('ecs-svc/1')).toEqual({ isInProgress: true });
  await table.endRollout('ecs-svc/1', 'incident-1', NOW);
  await table.beginRollout('ecs-svc/1', NOW);
  expect(await table.rolloutOf('ecs-svc/1')).toEqual({ isInProgress: false, partOf: 'incident-1' });
});

test('the diagnosis of an incident is kept beside it', async () => {
  const table = await anEmptyTable();
  expect(await table.diagnosisOf('incident-1')).toBeUndefined();
  await table.saveDiagnosis('incident-1', '{"cause":"unknown"}', NOW);
  expect(await table.diagnosisOf('incident-1')).toBe('{"cause":"unknown"}');
});

test('a topic takes a few messages at once, then one for each part of a minute, however many functions ask', async () => {
  const table = await anEmptyTable();
  const turns = await Promise.all(Array.from({ length: 12 }, () => table.takeTurn('topic', 10, NOW)));
  expect(turns.filter(Boolean)).toHaveLength(5);
  expect(await table.takeTurn('topic', 10, NOW + 5_999)).toBe(false);
  expect(await table.takeTurn('chat', 10, NOW + 5_999)).toBe(true);
  expect(await table.takeTurn('topic', 10, NOW + 6_000)).toBe(true);
  expect(await table.takeTurn('topic', 10, NOW + 6_000)).toBe(false);
});

test('a turn that a clock hours ahead took holds no message back', async () => {
  const table = await anEmptyTable();
  await table.takeTurn('topic', 10, at(180));
  expect(await table.takeTurn('topic', 10, NOW)).toBe(true);
});

test('a part of a list is as long as asked for, and ends with what was opened until then', async () => {
  const table = await anEmptyTable();
  for (const number of [1, 2, 3, 4]) await table.write({ ...incident, id: `incident-${number}`, openedAt: minute(number) }, 0, NOW);
  expect(await table.list('active', { most: 2, openedUntil: minute(3) })).toEqual(['incident-3', 'incident-2']);
});

test('a table that is gone is told from one that cannot be read now', async () => {
  const gone = incidentTable(dynamoDb.client, 'gone');
  await expect(gone.read('incident-1', NOW)).rejects.toMatchObject({ isMissing: true });
  await expect(gone.write(incident, 0, NOW)).rejects.toMatchObject({ isMissing: true });
  const broken = incidentTable({ send: () => Promise.reject(new Error('socket hang up')) } as unknown as DynamoDb['client'], 'incidents');
  await expect(broken.read('incident-1', NOW)).rejects.toMatchObject({ message: expect.stringContaining('Error: socket hang up'), isMissing: false });
});
