import { execFileSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { hostileIncident } from './hostile-texts';
import { madeIncidents, NOW } from './made-incidents';
import { incidentTable } from '../../src/incidents/table/incident-table.sdk';
import type { ListedIncident } from '../../src/widget/page/listed-incidents';
import { ARNS, widgetStatements } from '../analyzer/deployed-role';
import { AwsEndpoint, DENIED } from '../fake-aws/aws-endpoint';
import { DynamoDb } from '../fake-aws/dynamodb';
import { LambdaRuntime } from '../fake-aws/lambda-runtime';
import { mayCall } from '../fake-aws/role-policy';

const ROOT = join(__dirname, '..', '..');
const BUNDLE = join(ROOT, 'assets', 'widget', 'incidents-widget');
const STATEMENTS = widgetStatements();

let dynamoDb: DynamoDb;
let aws: AwsEndpoint;
let runtime: LambdaRuntime;

beforeAll(async () => {
  if (!existsSync(join(BUNDLE, 'index.js'))) execFileSync('npm', ['run', 'bundle'], { cwd: ROOT, stdio: 'pipe' });
  dynamoDb = await DynamoDb.start();
  await dynamoDb.createTable('incidents');
  aws = await AwsEndpoint.start(dynamoDb);
  await keep([...madeIncidents(20), hostileIncident()]);
  const environment = { ...aws.environment, INCIDENT_TABLE_NAME: 'incidents' };
  runtime = await LambdaRuntime.start({ directory: BUNDLE, handler: 'index.handler', environment });
});

beforeEach(() => aws.actAs(STATEMENTS, ARNS.AnalyzerTopicKey));
afterEach(() => aws.recover());

afterAll(async () => {
  await runtime.stop();
  await aws.stop();
  await dynamoDb.stop();
});

async function keep(incidents: readonly ListedIncident[]): Promise<void> {
  const store = incidentTable(dynamoDb.client, 'incidents');
  for (const { incident, diagnosis } of incidents) {
    await store.write(incident, 0, Date.now());
    await store.saveDiagnosis(incident.id, JSON.stringify(diagnosis), Date.now());
  }
}

/** What a dashboard sends to the function of a custom widget, as AWS documents it. */
const eventOf = (range: { readonly start: number; readonly end: number; readonly zoom?: object }, more: object = {}) => ({
  ...more,
  widgetContext: {
    dashboardName: 'Shop',
    widgetId: 'widget-1',
    accountId: '111122223333',
    locale: 'en',
    timezone: { label: 'UTC', offsetISO: '+00:00', offsetInMinutes: 0 },
    period: 300,
    isAutoPeriod: true,
    timeRange: { mode: 'relative', relativeStart: 86_400_000, ...range },
    theme: 'light',
    linkCharts: true,
    title: 'Incidents',
    forms: { all: {} },
    params: more,
    width: 588,
    height: 369,
  },
});

const HOUR = 3_600_000;
const LAST_HOURS = { start: NOW - 12 * HOUR, end: NOW };

const ask = async (event: unknown): Promise<string> => String(await runtime.invoke(event));
const titlesIn = (page: string): readonly string[] => page.match(/<details /g) ?? [];

test('the shipped function shows the incidents of the table, with the permissions of its role alone', async () => {
  const page = await ask(eventOf(LAST_HOURS));
  expect(page).toContain('<strong>15 open, 6 resolved</strong>');
  expect(titlesIn(page)).toHaveLength(21);
  expect(page).toContain('What to do now');
  expect(new Set(aws.calls.map(({ action }) => action))).toEqual(new Set(['dynamodb:Query', 'dynamodb:GetItem']));
});

test('its role reads one table and writes one log, and may do nothing else', () => {
  expect(STATEMENTS.flatMap(({ Action }) => Action).sort()).toEqual(['dynamodb:GetItem', 'dynamodb:Query', 'logs:CreateLogStream', 'logs:PutLogEvents']);
  expect(STATEMENTS.flatMap(({ Resource }) => Resource).sort()).toEqual([
    'arn:aws:dynamodb:us-east-2:111122223333:table/incidents',
    'arn:aws:dynamodb:us-east-2:111122223333:table/incidents/index/Listed',
    'arn:aws:logs:us-east-2:111122223333:log-group:widget:*',
  ]);
  expect(mayCall(STATEMENTS, { action: 'dynamodb:UpdateItem', resource: ARNS.AnalyzerHardenedFargateIncidents })).toBe(false);
});

test('the time range of the dashboard decides which incidents are shown, and the part that is zoomed into before it', async () => {
  const open = madeIncidents(20).filter(({ incident }) => Date.parse(incident.lastSeen) > NOW - HOUR).length;
  expect(titlesIn(await ask(eventOf({ start: NOW - HOUR, end: NOW })))).toHaveLength(open + 1);
  expect(titlesIn(await ask(eventOf({ ...LAST_HOURS, zoom: { start: NOW - HOUR, end: NOW } })))).toHaveLength(open + 1);
  expect(await ask(eventOf({ start: NOW - 90 * 24 * HOUR, end: NOW - 80 * 24 * HOUR }))).toContain('No incident in this time range');
});

test('what is open without a stop in the time range is counted', async () => {
  expect(await ask(eventOf({ start: NOW - 60_000, end: NOW }))).toMatch(/\d+ more incidents are open, without a stop in this time range\./);
});

test('a widget of one service shows no other', async () => {
  expect(titlesIn(await ask(eventOf(LAST_HOURS, { cluster: 'shop', service: 'mailer' })))).toHaveLength(3);
  expect(await ask(eventOf(LAST_HOURS, { cluster: 'other' }))).toContain('No incident in this time range');
});

test('the console is told what the widget is and which parameters it takes', async () => {
  const documentation = await ask({ describe: true });
  expect(documentation).toMatch(/^## Incidents of Fargate services\n/);
  expect(documentation).toContain('**service** | Only incidents of the service with this name');
  expect(aws.calls).toEqual([]);
});

test('secrets of a log are in no page, nor is anything of the role of the function', async () => {
  const page = await ask(eventOf(LAST_HOURS));
  expect(page).toContain('password&#61;');
  expect(page).not.toMatch(/hunter2hunter2|wJalrXUtnFEMI|AKIAIOSFODNN7EXAMPLE/);
});

test.each([[null], ['text'], [{}], [{ widgetContext: { timeRange: 'all', theme: 7, timezone: { offsetISO: 'soon' } } }]])('a call by hand with %j shows the last hours', async event => {
  expect(await ask(event)).toContain('No incident in this time range');
});

test('a table that cannot be read is said on the page, with the reason', async () => {
  aws.refuse('dynamodb:Query', DENIED);
  const page = await ask(eventOf(LAST_HOURS));
  expect(page).toContain('The incidents could not be read.');
  expect(page).toContain('User is not authorized to perform this action.');
});

test('the bundle is smaller than that of the analyzer', () => {
  const sizeOf = (...path: readonly string[]) => statSync(join(ROOT, 'assets', ...path, 'index.js')).size;
  expect(sizeOf('widget', 'incidents-widget')).toBeLessThan(sizeOf('analyzer', 'stop-analyzer') * 0.7);
});
