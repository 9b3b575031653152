import { onEventBus, published } from './failed-stops';
import { ShippedAnalyzer } from './shipped-analyzer';
import { StopEvidence } from '../../src/analyzer/access/stop-evidence';
import { diagnose } from '../../src/diagnosis/diagnose';
import type { Diagnosis } from '../../src/diagnosis/model/diagnosis';
import { COLLECTORS } from '../../src/evidence/collectors/catalogue';
import type { Gap } from '../../src/evidence/model/gap';
import { readEvidence } from '../../src/evidence/read/read-evidence';
import { type Way, ways } from '../evidence/collectors/fault-ways';
import { BECAUSE } from '../evidence/collectors/gap-of-fault';
import type { AwsEndpoint } from '../fake-aws/aws-endpoint';
import { FAULTS, type FaultName, slow } from '../fake-aws/faults';

/** What the function reads when a stop arrives; the rest is read in its second look. */
const CALLS = [...new Set(COLLECTORS.flatMap(({ calls }) => calls))].sort();

/** So many functions run at once, each with an account of its own: whoever gets no answer only waits. */
const AT_ONCE = 4;

/** What became of a stop. */
interface Told {
  readonly failures: number;
  readonly messages: readonly Diagnosis[];
  readonly events: readonly Diagnosis[];
  readonly calls: ReadonlySet<string>;
}

/** A call, with a stop for which it is made, what is told of that when nothing fails, and which causes are right. */
interface MadeCall {
  readonly action: string;
  readonly way: Way;
  readonly sound: Diagnosis;
  readonly causes: readonly string[];
}

type Outcome = MadeCall & { readonly told: Told };

let functions: readonly ShippedAnalyzer[];
let made: readonly MadeCall[];

beforeAll(async () => {
  const start = () => ShippedAnalyzer.start(['failure', 'notice'], StopEvidence.ALL.sources, { QUEUE_ARN: 'arn:aws:sqs:eu-west-1:111122223333:stops' });
  functions = await Promise.all(Array.from({ length: AT_ONCE }, start));
  const all = await ways();
  // The first call of each service loads its client, which takes time that a call under test does not have.
  const told = await Promise.all(functions.map(async analyzer => {
    const ofEach: (Told & { readonly way: Way })[] = [];
    for (const way of all) ofEach.push({ way, ...await tell(analyzer, way) });
    return ofEach;
  }));
  made = CALLS.flatMap(action => {
    const found = told[0].find(({ calls, messages }) => calls.has(action) && messages[0].gaps.every(({ source }) => source !== action));
    if (found === undefined) return [];
    const { way, messages: [sound] } = found;
    // The event alone may name another cause than the account, and both are right.
    return [{ action, way, sound, causes: [sound.cause, ...readEvidence(way.event).map(evidence => diagnose(evidence).cause)] }];
  });
});

afterAll(() => Promise.all(functions.map(analyzer => analyzer.stop())));

/** What is told of a stop in an account in which something fails. */
async function tell(analyzer: ShippedAnalyzer, { event, account, readings }: Way, inject: () => void = () => undefined): Promise<Told> {
  const { aws } = analyzer;
  aws.recover();
  if (account !== undefined) aws.serve(account);
  aws.hold(readings);
  inject();
  const { batchItemFailures } = await analyzer.receive(JSON.stringify(event));
  const calls = new Set(aws.calls.map(({ action }) => action));
  return { failures: batchItemFailures.length, messages: published(aws), events: onEventBus(aws), calls };
}

/** What is told of the stop of each call while that fails. */
async function underFault(inject: (aws: AwsEndpoint, action: string) => void): Promise<readonly Outcome[]> {
  const left = [...made];
  const outcomes: Outcome[] = [];
  await Promise.all(functions.map(async analyzer => {
    for (let call = left.shift(); call !== undefined; call = left.shift()) {
      const { action, way } = call;
      outcomes.push({ ...call, told: await tell(analyzer, way, () => inject(analyzer.aws, action)) });
    }
  }));
  return outcomes;
}

/** What gaps say of calls, and of faults of ours, beyond what they said when nothing failed. */
const newGaps = ({ gaps }: Diagnosis, { gaps: before }: Diagnosis): readonly Gap[] => gaps.filter(({ source, because }) =>
  /^(?:[a-z0-9-]+:[A-Z]\w+|account|diagnosis)$/.test(source) && !before.some(gap => gap.source === source && gap.because === because));

const isToldOnce = ({ failures, messages, events }: Told): boolean =>
  failures === 0 && [messages, events].every(told => told.length === 1 && told[0].severity === 'failure');

const isRight = ({ causes }: MadeCall, { cause, confidence }: Diagnosis): boolean =>
  cause !== 'unknown' && (confidence !== 'certain' || causes.includes(cause));

test('every call that a collector declares is made for one of the stops', () => {
  expect(CALLS.filter(action => made.every(call => call.action !== action))).toEqual([]);
});

test.each(Object.keys(FAULTS) as FaultName[])('each call: %s: people and programs are told of the stop once, and a gap names this call and no other, and why', async fault => {
  const outcomes = await underFault(FAULTS[fault]);
  expect(outcomes).toHaveLength(CALLS.length);
  expect(outcomes.map(({ told, ...call }) => ({
    action: call.action,
    isToldOnce: isToldOnce(told),
    isRight: told.messages.every(message => isRight(call, message)),
    gaps: told.messages.flatMap(message => newGaps(message, call.sound)),
  }))).toEqual(outcomes.map(({ action }) => ({
    action, isToldOnce: true, isRight: true, gaps: [{ source: action, because: expect.stringMatching(BECAUSE[fault](action)) }],
  })));
});

test('each call that is slow is waited for', async () => {
  const outcomes = await underFault(slow);
  expect(outcomes.map(({ action, told }) => [action, isToldOnce(told), told.messages[0].cause, told.messages[0].gaps]))
    .toEqual(outcomes.map(({ action, sound }) => [action, true, sound.cause, sound.gaps]));
});
