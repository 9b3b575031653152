import { ARNS, deployedStatements } from './deployed-role';
import { ShippedAnalyzer } from './shipped-analyzer';
import { sampleEvent } from '../diagnosis/sample-events';
import { mayCall, type Statement } from '../fake-aws/role-policy';

const STATEMENTS = deployedStatements();

/** Each action of each statement, with the statements that are left without it. */
const WITHOUT = STATEMENTS.flatMap((statement, index) => statement.Action.map(action => {
  const { Condition } = statement;
  const name = `${action}${Condition ? ` of ${Object.values(Condition.StringEquals ?? {}).join(': ')}` : ''}`;
  const left = STATEMENTS.map((other, at) => at === index ? { ...other, Action: other.Action.filter(kept => kept !== action) } : other);
  return [name, left] as const;
}));

/** What Lambda does in the name of the role before and after the handler runs. */
const OF_LAMBDA = [
  ['sqs:ReceiveMessage', ARNS.AnalyzerQueue],
  ['sqs:DeleteMessage', ARNS.AnalyzerQueue],
  ['sqs:GetQueueAttributes', ARNS.AnalyzerQueue],
  ['logs:CreateLogStream', ARNS.AnalyzerLog],
  ['logs:PutLogEvents', ARNS.AnalyzerLog],
] as const;

const FAILURE = JSON.stringify(sampleEvent('deployment-failed'));
const CANARY = { ...sampleEvent('deployment-failed'), source: 'hardened-fargate.canary' };
const DUE = JSON.stringify({ ...CANARY, 'id': 'due', 'detail-type': 'Stop Analyzer Canary Due' });
const ARRIVED = JSON.stringify({ ...CANARY, 'id': 'arrived', 'detail-type': 'Stop Analyzer Canary' });

const TICK = JSON.stringify({ 'id': 'tick', 'source': 'hardened-fargate.schedule', 'detail-type': 'Incidents Due' });

/** A dead letter that the queue moved by itself. */
const LETTER = { Body: FAILURE, ReceiptHandle: 'handle', Attributes: { DeadLetterQueueSourceArn: ARNS.AnalyzerQueue } };

const RULES = { 'events:ListRuleNamesByTarget': { RuleNames: ['StopRule'] }, 'events:ListRules': { Rules: [{ Name: 'StopRule', State: 'ENABLED' }] }, 'sqs:ReceiveMessage': { Messages: [LETTER] } };

let analyzer: ShippedAnalyzer;

beforeAll(async () => {
  analyzer = await ShippedAnalyzer.start();
});

beforeEach(() => analyzer.aws.hold(RULES));

// What the function read it knows for a minute.
afterEach(async () => {
  analyzer.aws.recover();
  await analyzer.restart();
});

afterAll(() => analyzer.stop());

/** What goes wrong when the analyzer does everything that it is there for, with a role of these statements. */
async function troublesWith(statements: readonly Statement[]): Promise<readonly unknown[]> {
  analyzer.aws.actAs(statements, ARNS.AnalyzerTopicKey);
  const ofLambda = OF_LAMBDA.filter(([action, resource]) => !mayCall(statements, { action, resource })).map(([action]) => action);
  const { batchItemFailures } = await analyzer.receive(FAILURE, '{', DUE, ARRIVED);
  // The failure is years old, so that it is over.
  await analyzer.receive(TICK);
  const complaints = analyzer.jsonLines.filter(line => JSON.stringify(line).match(/^\{"(?:undelivered|canary|unheeded|unmuted|withoutReason)"|"unknown":/));
  return [...ofLambda, ...batchItemFailures, ...complaints];
}

test('with all its statements the function does everything that it is there for', async () => {
  expect(await troublesWith(STATEMENTS)).toEqual([]);
  expect(new Set(analyzer.aws.calls.map(({ action }) => action))).toEqual(new Set([
    'dynamodb:GetItem', 'dynamodb:Query', 'dynamodb:UpdateItem', 'events:ListRuleNamesByTarget', 'events:ListRules', 'events:PutEvents', 'sns:Publish', 'sqs:DeleteMessage', 'sqs:ReceiveMessage', 'sqs:SendMessage', 'ssm:GetParametersByPath',
  ]));
});

test.each(WITHOUT)('without %s it does not', async (_action, statements) => {
  expect(await troublesWith(statements)).not.toEqual([]);
});

test('it may put nothing else on the event bus, and publish nowhere else', () => {
  const bus = 'arn:aws:events:us-east-2:111122223333:event-bus/default';
  const put = (source: string, detailType: string) =>
    mayCall(STATEMENTS, { action: 'events:PutEvents', resource: bus, context: { 'events:source': source, 'events:detail-type': detailType } });
  expect(put('hardened-fargate', 'Fargate Stop Diagnosis')).toBe(true);
  expect(put('hardened-fargate.canary', 'Stop Analyzer Canary')).toBe(true);
  expect(put('hardened-fargate', 'Stop Analyzer Canary')).toBe(false);
  expect(put('shop', 'Order Placed')).toBe(false);
  expect(mayCall(STATEMENTS, { action: 'sns:Publish', resource: 'arn:aws:sns:us-east-2:111122223333:other' })).toBe(false);
});
