import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { FOLDER, type Outcome } from './run-cli';
import { countStop } from '../../src/incidents/count-stop';
import { afterSecondLook } from '../../src/incidents/second-look';
import { incidentTable } from '../../src/incidents/table/incident-table.sdk';
import { aDiagnosis } from '../diagnosis/a-diagnosis';
import { AwsEndpoint, DENIED } from '../fake-aws/aws-endpoint';
import { DynamoDb } from '../fake-aws/dynamodb';
import { aStop } from '../incidents/a-stop';

const TABLE = 'Shop-HardenedFargateStopAnalyzerHardenedFargateIncidents0123ABCD-1A2B3C';

let dynamoDb: DynamoDb;
let aws: AwsEndpoint;

beforeAll(async () => {
  dynamoDb = await DynamoDb.start();
  await dynamoDb.createTable(TABLE);
  await dynamoDb.createTable('orders');
  aws = await AwsEndpoint.start(dynamoDb);
  const store = incidentTable(dynamoDb.client, TABLE);
  const seen = new Date().toISOString();
  await store.write(countStop(undefined, aStop({ seen }), Date.now()), 0, Date.now());
  await store.write(countStop(undefined, aStop({ incident: 'old', seen: '2026-01-01T00:00:00.000Z' }), Date.now()), 0, Date.now());
});

afterEach(() => aws.recover());

afterAll(async () => {
  await aws.stop();
  await dynamoDb.stop();
});

/** Runs the command in a process of its own, while the account goes on to answer. */
const incidents = (...args: readonly string[]): Promise<Outcome> => new Promise(done => {
  const env = { PATH: process.env.PATH, ...aws.environment, AWS_CONFIG_FILE: '/dev/null', AWS_SHARED_CREDENTIALS_FILE: '/dev/null' };
  const child = execFile(process.execPath, [resolve('assets/cli/hardened-fargate.js'), 'incidents', ...args], { cwd: FOLDER, env }, (_error, stdout, stderr) =>
    done({ status: child.exitCode, stdout, stderr }));
});

test('the incidents of a cluster are listed from the tables of the analyzers', async () => {
  const { status, stdout } = await incidents('--cluster', 'shop', '--json');
  expect(JSON.parse(stdout)).toEqual([expect.objectContaining({ id: 'incident-1', status: 'open', service: 'checkout', cause: 'init/secret-permission', occurrences: 1 })]);
  expect(status).toBe(0);
  expect(aws.inputsOf('dynamodb:Query').map(({ TableName }) => TableName)).toEqual([TABLE, TABLE]);
});

test('the policy reads the tables of incidents only, and lists them where none is named', async () => {
  const actions = async (...args: readonly string[]): Promise<readonly string[]> => {
    const { Statement } = JSON.parse((await incidents('--policy', ...args)).stdout) as { readonly Statement: readonly { readonly Action: readonly string[] }[] };
    return Statement.flatMap(({ Action }) => Action).sort();
  };
  expect(await actions()).toEqual(['dynamodb:GetItem', 'dynamodb:ListTables', 'dynamodb:Query']);
  expect(await actions('--table', TABLE)).toEqual(['dynamodb:GetItem', 'dynamodb:Query']);
  expect(aws.calls).toEqual([]);
});

test('people read what stops, how often, and the id of the incident', async () => {
  const { stdout } = await incidents('--cluster', 'shop');
  expect(stdout).toMatch(/^OPEN {2}checkout, container app: .*\n {2}one stop, the first at .*, the last at .*\n {2}cause init\/secret-permission, incident incident-1\n$/);
});

test('what was found in the second look stands with its incident', async () => {
  const clues = [{ source: 'CloudTrail', quote: 'StopTask by arn:aws:iam::111122223333:user/ada at 2026-11-01T00:00:00.000Z: 0f1e', says: 'this call stopped it' }];
  const found = afterSecondLook(countStop(undefined, aStop({ incident: 'looked', seen: new Date().toISOString() }), Date.now()), aDiagnosis({ cluster: 'bakery' }), clues, Date.UTC(2026, 10, 1));
  await incidentTable(dynamoDb.client, TABLE).write({ ...found, cluster: 'bakery' }, 0, Date.now());
  const { stdout } = await incidents('--cluster', 'bakery');
  expect(stdout).toContain('\n  found later: this call stopped it (CloudTrail: StopTask by arn:aws:iam::111122223333:user/ada at 2026-11-01T00:00:00.000Z: 0f1e)\n');
  const { stdout: json } = await incidents('--cluster', 'bakery', '--json');
  expect(JSON.parse(json)).toEqual([expect.objectContaining({ secondLook: { at: '2026-11-01T00:00:00.000Z', clues } })]);
});

test('older incidents are listed when they are asked for', async () => {
  const { stdout } = await incidents('--cluster', 'shop', '--since', '9999d', '--json');
  expect((JSON.parse(stdout) as { readonly id: string }[]).map(({ id }) => id)).toEqual(['incident-1', 'old']);
});

test('another cluster has none', async () => {
  expect(await incidents('--cluster', 'other')).toMatchObject({ status: 0, stdout: 'No incident had a stop in this time.\n' });
});

test('a call that is denied is named with its permission', async () => {
  aws.refuse('dynamodb:ListTables', DENIED);
  const { status, stdout, stderr } = await incidents('--cluster', 'shop');
  expect(status).toBe(2);
  expect(stderr).toContain('dynamodb:ListTables');
  expect(stdout).toBe('');
});

test('a duration that cannot be read is refused with the form that can', async () => {
  const { status, stderr } = await incidents('--cluster', 'shop', '--since', 'yesterday');
  expect(status).toBe(2);
  expect(stderr).toContain('it must be a number with the unit m, h, or d, such as 30m or 24h');
});
