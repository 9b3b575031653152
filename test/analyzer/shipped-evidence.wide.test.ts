import { ShippedAnalyzer } from './shipped-analyzer';
import { StopEvidence } from '../../src/analyzer/access/stop-evidence';
import type { Diagnosis } from '../../src/diagnosis/model/diagnosis';
import { COLLECTORS } from '../../src/evidence/collectors/catalogue';
import { stopEvent, TARGET_GROUP } from '../evidence/collectors/a-stop';
import { ACCOUNT } from '../evidence/collectors/an-account-on-the-wire';

const FAILED_CHECKS = { stopCode: 'ServiceSchedulerInitiated', stoppedReason: `Task failed ELB health checks in (target-group ${TARGET_GROUP})` };

let analyzer: ShippedAnalyzer;

beforeAll(async () => {
  analyzer = await ShippedAnalyzer.start(['failure', 'notice'], StopEvidence.ALL.sources, { QUEUE_ARN: 'arn:aws:sqs:eu-west-1:111122223333:stops' });
});

beforeEach(() => analyzer.aws.hold(ACCOUNT));
afterEach(() => analyzer.aws.recover());
afterAll(() => analyzer.stop());

async function diagnosed(event: object): Promise<Diagnosis> {
  expect(await analyzer.receive(JSON.stringify(event))).toEqual({ batchItemFailures: [] });
  const [{ Entries }] = analyzer.aws.inputsOf('events:PutEvents');
  return JSON.parse((Entries as { readonly Detail: string }[])[0].Detail) as Diagnosis;
}

const called = (): readonly string[] =>
  [...new Set(analyzer.aws.calls.map(({ action }) => action).filter(action => !action.startsWith('dynamodb:')))].sort();

test('the log in the account names the cause that the event leaves open', async () => {
  const diagnosis = await diagnosed(stopEvent());
  expect(diagnosis).toMatchObject({ cause: 'app/dependency-unreachable', gaps: [] });
  expect(diagnosis.clues[0].quote).toContain('ECONNREFUSED 10.0.3.17:5432');
});

test('what the load balancer says in the account names the cause of failed health checks', async () => {
  const diagnosis = await diagnosed(stopEvent({ ...FAILED_CHECKS, containers: [{ name: 'app', exitCode: 0 }] }));
  expect(diagnosis.cause).toBe('health/elb-path');
});

test('what is asked for by several stops of a batch is asked once', async () => {
  await analyzer.receive(...['one', 'two', 'three'].map(id => JSON.stringify({ ...stopEvent(), id })));
  expect(analyzer.aws.inputsOf('ecs:DescribeTaskDefinition')).toHaveLength(2);
});

test('an ordinary stop reads nothing', async () => {
  await diagnosed(stopEvent({ stopCode: 'ServiceSchedulerInitiated', stoppedReason: 'Scaling activity initiated by (deployment ecs-svc/0123456789012345678)', containers: [{ name: 'app', exitCode: 0 }] }));
  expect(called()).toEqual(['events:PutEvents']);
});

test('when every call is silent, the stop is told within the budget all the same', async () => {
  COLLECTORS.flatMap(({ calls }) => calls).forEach(action => analyzer.aws.fail(action, 'silence'));
  const diagnosis = await diagnosed(stopEvent());
  expect(diagnosis.cause).toBe('exit/application-error');
  expect(diagnosis.gaps).toContainEqual({ source: 'ecs:DescribeTaskDefinition', because: 'the call got no response within 3 s' });
});
