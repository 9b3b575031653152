import { readFileSync } from 'node:fs';
import { stopEvent } from './evidence/collectors/a-stop';
import { ACCOUNT } from './evidence/collectors/an-account-on-the-wire';
import { AwsEndpoint } from './fake-aws/aws-endpoint';
import { diagnose } from '../src/diagnosis/diagnose';
import { sendWithSdk } from '../src/evidence/collect/account.sdk';
import { boundedAccount } from '../src/evidence/collect/bounded-account';
import { collectEvidence } from '../src/evidence/collectors/collect-evidence';
import type { Evidence } from '../src/evidence/model/evidence';
import { readEvidence } from '../src/evidence/read/read-evidence';
import { renderText } from '../src/report/render-text';

const event = JSON.parse(readFileSync('examples/stops/application-error.json', 'utf8')) as object;

/** The block of code that follows a remark in the README. */
function blockAfter(remark: string): string {
  const [, after = ''] = readFileSync('README.md', 'utf8').split(`<!-- ${remark} -->\n`);
  return /^```\w*\n([\s\S]*?)\n```/.exec(after)?.[1] ?? '';
}

/** What happened, and why it is believed. */
function inShort(evidence: Evidence): string {
  const parts = renderText(diagnose(evidence), { colour: false }).split('\n\n');
  return [parts[0].split('\n')[0], ...parts.filter(part => part.startsWith('Evidence ('))].join('\n');
}

let aws: AwsEndpoint;

beforeAll(async () => {
  aws = await AwsEndpoint.start();
  Object.assign(process.env, aws.environment);
  aws.hold(ACCOUNT);
});

afterAll(() => aws.stop());

test('the stop of the README is the one for which there is an account', () => expect(event).toEqual(stopEvent()));

test('the README shows what the event alone tells', () => {
  const [evidence] = readEvidence(event);
  expect(blockAfter('the event alone, held equal by a test')).toBe(inShort(evidence));
});

test('the README shows what the account adds', async () => {
  const [evidence] = await collectEvidence(event, boundedAccount(sendWithSdk({ region: 'eu-west-1' })));
  expect(blockAfter('the event and the account, held equal by a test')).toBe(inShort(evidence));
});
