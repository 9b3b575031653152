import { ShippedAnalyzer } from './shipped-analyzer';
import { StopEvidence } from '../../src/analyzer/access/stop-evidence';
import type { Diagnosis } from '../../src/diagnosis/model/diagnosis';
import { COLLECTORS } from '../../src/evidence/collectors/catalogue';
import { type Way, ways } from '../evidence/collectors/fault-ways';
import { DENIED, type Fault } from '../fake-aws/aws-endpoint';

/** What the function reads when a stop arrives; the rest is read in its second look. */
const CALLS = [...new Set(COLLECTORS.flatMap(({ calls }) => calls))].sort();

let analyzer: ShippedAnalyzer;

beforeAll(async () => {
  analyzer = await ShippedAnalyzer.start(['failure', 'notice'], StopEvidence.ALL.sources, { QUEUE_ARN: 'arn:aws:sqs:eu-west-1:111122223333:stops' });
});

afterAll(() => analyzer.stop());

/** What the subscribers of the topic are told of a stop, and which calls were made for it, in an account in which something fails. */
async function told({ event, account, readings }: Way, inject: () => void = () => undefined) {
  analyzer.aws.recover();
  if (account !== undefined) analyzer.aws.serve(account);
  analyzer.aws.hold(readings);
  inject();
  const outcome = await analyzer.receive(JSON.stringify(event));
  const messages = analyzer.aws.inputsOf('sns:Publish').map(({ Message }) => JSON.parse((JSON.parse(String(Message)) as { readonly default: string }).default) as Diagnosis);
  return { outcome, messages, calls: new Set(analyzer.aws.calls.map(({ action }) => action)) };
}

const FAULTS: readonly ((action: string) => void)[] = [
  action => analyzer.aws.refuse(action, DENIED),
  ...(['reset', 'malformed', 'empty'] as const satisfies readonly Fault[]).map(fault => (action: string) => analyzer.aws.fail(action, fault)),
];

test('whichever declared call fails, the shipped function tells of the stop, and names the call', async () => {
  const sound: (Awaited<ReturnType<typeof told>> & { readonly way: Way })[] = [];
  for (const way of await ways()) sound.push({ way, ...await told(way) });

  const faults: unknown[] = [];
  for (const [index, action] of CALLS.entries()) {
    const found = sound.find(({ calls, messages }) => calls.has(action) && messages[0].gaps.every(({ source }) => source !== action));
    if (found === undefined) {
      faults.push([action, 'is made by no stop']);
      continue;
    }
    const { outcome, messages } = await told(found.way, () => FAULTS[index % FAULTS.length](action));
    const isTold = outcome.batchItemFailures.length === 0 && messages.length === 1 && messages[0].severity === 'failure';
    const isNamed = messages.some(({ gaps }) => gaps.some(({ source }) => source === action));
    if (!isTold || !isNamed) faults.push([action, index % FAULTS.length, outcome, messages.map(({ cause, gaps }) => [cause, gaps])]);
  }
  expect(faults).toEqual([]);
});
