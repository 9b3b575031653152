import { type Way, ways } from './fault-ways';
import { BECAUSE } from './gap-of-fault';
import { diagnose } from '../../../src/diagnosis/diagnose';
import { sendWithSdk } from '../../../src/evidence/collect/account.sdk';
import { boundedAccount } from '../../../src/evidence/collect/bounded-account';
import { SOURCE_CALLS } from '../../../src/evidence/collect/source-calls';
import { COLLECTORS, LATER } from '../../../src/evidence/collectors/catalogue';
import { collectEvidence } from '../../../src/evidence/collectors/collect-evidence';
import { readEvidence } from '../../../src/evidence/read/read-evidence';
import { AwsEndpoint } from '../../fake-aws/aws-endpoint';
import { FAULTS, type FaultName, slow } from '../../fake-aws/faults';

/** What a way leads to, with an account of its own in which something fails. */
async function taken({ event, account, readings }: Way, inject: (aws: AwsEndpoint) => void = () => undefined) {
  const aws = await AwsEndpoint.start();
  try {
    if (account !== undefined) aws.serve(account);
    aws.hold(readings);
    inject(aws);
    const { AWS_ENDPOINT_URL: endpoint } = aws.environment;
    const settings = { region: 'eu-west-1', endpoint };
    const [evidence] = await collectEvidence(event, boundedAccount(sendWithSdk(settings)), { collectors: [...COLLECTORS, ...LATER] });
    return { evidence, diagnosis: diagnose(evidence), calls: new Set(aws.calls.map(({ action }) => action)) };
  } finally {
    await aws.stop();
  }
}

/** A call, the way on which it is made, and what the way leads to when nothing fails. */
interface MadeCall {
  readonly action: string;
  readonly way: Way;
  /** Of the event alone, and with the whole account. */
  readonly causes: readonly string[];
}

const DECLARED = [...new Set(Object.values(SOURCE_CALLS).flat())].sort();

let made: readonly MadeCall[];

beforeAll(async () => {
  const all = await ways();
  Object.assign(process.env, { AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE', AWS_SECRET_ACCESS_KEY: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY', AWS_EC2_METADATA_DISABLED: 'true' });
  // One after the other: the first call of each service loads its client, which takes time that other calls would not have.
  const sound = await inTurn(all, 1, async way => ({ way, ...await taken(way) }));
  made = DECLARED.flatMap(action => {
    const found = sound.find(({ calls, evidence }) => calls.has(action) && evidence.gaps.every(({ source }) => source !== action));
    if (found === undefined) return [];
    const { way, diagnosis } = found;
    return [{ action, way, causes: [diagnosis.cause, ...readEvidence(way.event).map(evidence => diagnose(evidence).cause)] }];
  });
});

test('every call that a collector declares is made by one of the stops', () => {
  expect(DECLARED.filter(action => made.every(call => call.action !== action))).toEqual([]);
});

/** So many accounts answer at once. */
const AT_ONCE = 8;

async function inTurn<T, R>(items: readonly T[], atOnce: number, step: (item: T) => Promise<R>): Promise<readonly R[]> {
  const results: R[] = [];
  for (let index = 0; index < items.length; index += atOnce) results.push(...await Promise.all(items.slice(index, index + atOnce).map(step)));
  return results;
}

/** What every fault of every call leads to. */
const underFault = (inject: (aws: AwsEndpoint, action: string) => void, atOnce = AT_ONCE) => inTurn(made, atOnce, async ({ action, way, causes }) => {
  const { evidence, diagnosis } = await taken(way, aws => inject(aws, action));
  return { action, causes, diagnosis, gaps: evidence.gaps.filter(({ source }) => source === action) };
});

test.each(Object.keys(FAULTS) as FaultName[])('each call: %s: a gap names it and why, the stop is diagnosed, and of nothing wrong is it certain', async fault => {
  // Whoever gets no answer only waits.
  const outcomes = await underFault(FAULTS[fault], fault === 'silent' ? made.length : AT_ONCE);
  const named = outcomes.filter(({ action, gaps }) => gaps.some(({ because }) => BECAUSE[fault](action).test(because)));
  expect(outcomes.filter(outcome => !named.includes(outcome)).map(({ action, gaps }) => [action, gaps])).toEqual([]);
  const wrong = outcomes.filter(({ causes, diagnosis }) => diagnosis.confidence === 'certain' && !causes.includes(diagnosis.cause));
  expect(wrong.map(({ action, causes, diagnosis }) => [action, ...causes, diagnosis.cause])).toEqual([]);
  expect(outcomes.filter(({ diagnosis }) => diagnosis.severity !== 'failure').map(({ action }) => action)).toEqual([]);
});

test('each call that is slow is waited for', async () => {
  const outcomes = await underFault(slow);
  expect(outcomes.filter(({ causes: [cause], diagnosis }) => diagnosis.cause !== cause).map(({ action }) => action)).toEqual([]);
});
