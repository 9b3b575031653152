import type { Diagnosis } from '../../src/diagnosis/model/diagnosis';
import { renderText } from '../../src/report/render-text';
import { aDiagnosis } from '../diagnosis/a-diagnosis';

const plain = (given: Partial<Diagnosis> = {}, width?: number) => renderText(aDiagnosis(given), { colour: false, width });

test('a person reads what happened, why, what to do, what else, what would have helped and what is not known', () => {
  expect(plain()).toBe(`\
FAILURE  checkout, container app: the execution role may not read the secret or parameter
cluster shop · task c50e321c974248dbaf4ae2cfa1662986 · eu-west-1 · 2026-11-02 03:04 UTC
last status STOPPED · stop code TaskFailedToStart · no exit code: the container never started · no
container reason: ECS gave none · stopped reason ResourceInitializationError: AccessDeniedException

What happened
  ECS could not read the secret before the container started. Allow the execution role to read it. A
  retry without a change will fail the same way.

Evidence (likely)
  stoppedReason: "AccessDeniedException" – the store refused

What to do now
  1. Ask IAM whether the role may.
     aws iam simulate-principal-policy --policy-source-arn <role-arn>

Other possible causes
  - the execution role has no permission to decrypt with the customer managed key of the secret or
    parameter (init/secret-kms). Look for kms:Decrypt in the message.

· · · · · · · · · · details · · · · · · · · · ·

What would have prevented it
  - guardrail execution-role-reads-secrets, acknowledged: imported role
  - guardrail separate-roles
  - HardenedFargateService by default: the execution role has permission to read the secrets of the
    container only.

Missing evidence
  - container log: not provided; get it with:
    aws logs get-log-events --limit 100

About this cause: https://github.com/hardened-fargate/hardened-fargate/blob/main/docs/CAUSES.md#initsecret-permission`);
});

test('an ordinary failure fits on one screen', () => {
  expect(plain({ alternatives: [], gaps: [] }).split('\n').length).toBeLessThan(25);
});

test('the page of the console stands where it is seen first, and not among the steps', () => {
  const url = 'https://eu-west-1.console.aws.amazon.com/ecs/v2/clusters/shop';
  const text = plain({ actions: [...aDiagnosis().actions, { title: 'Open the task in the console.', commands: [url], prop: null }] });
  expect(text.split('\n')[4]).toBe(`Open the task in the console: ${url}`);
  expect(text.split(url)).toHaveLength(2);
  expect(text).not.toContain('2. Look');
});

test('what does not fit on one screen stands below a fold, whole', () => {
  const clues = ['one', 'two', 'three'].map(quote => ({ source: `source ${quote}`, quote: `${quote} ${'x'.repeat(80)}`, says: 'it says so' }));
  const actions = ['A', 'B', 'C'].map(title => ({ title: `${title}.`, commands: ['aws a', 'aws b'], prop: null }));
  const [above, below] = plain({ clues, actions }).split('· · · · · · · · · · details · · · · · · · · · ·');
  expect(above.trimEnd().split('\n').length).toBeLessThan(25);
  expect(above).toContain('1. A.');
  expect(above).toContain('2. B.');
  expect(below).toMatch(/\nEvidence \(likely\), continued\n/);
  expect(below).toContain('three x');
});

test('a benign stop is told in brief', () => {
  const text = plain({ severity: 'benign', cause: 'stop/scale-in', confidence: 'certain', title: 'checkout: stopped by scaling in', actions: [], prevention: [] });
  expect(text).toMatch(/^BENIGN {2}checkout: stopped by scaling in\n/);
  expect(text).not.toMatch(/Other possible causes|not known|Trying again/);
});

test('a benign stop that hides a failure says so', () => {
  const text = plain({
    severity: 'benign',
    cause: 'stop/scale-in',
    alternatives: [
      { cause: 'stop/deployment', confidence: 'possible', toConfirm: 'Read the deployments.' },
      { cause: 'exit/killed-after-stop-timeout', confidence: 'possible', toConfirm: 'Stop the image by hand.' },
    ],
  });
  expect(text).toContain('Other issues found\n  - the container did not handle SIGTERM');
  expect(text).not.toContain('Read the deployments.');
});

test('a certain cause is not weakened by others', () => {
  expect(plain({ confidence: 'certain' })).not.toContain('Other possible causes');
});

test('where the construct does nothing by itself, the props are named with which a person does it', () => {
  const action = { title: 'Take another image.', commands: [] };
  const cause = 'pull/image-not-found';
  expect(plain({ cause, actions: [{ ...action, prop: 'image' }] })).toContain('- prop image of HardenedFargateService');
  expect(plain({ cause, actions: [{ ...action, prop: 'image' }, { ...action, prop: 'cpu' }] })).toContain('- props image, cpu of HardenedFargateService');
  expect(plain({ cause, actions: [{ ...action, prop: null }] })).not.toContain('HardenedFargateService');
});

test('a cause that only names what was seen stands beside none that explains it', () => {
  const text = plain({
    cause: 'health/elb-path',
    alternatives: [
      { cause: 'health/elb', confidence: 'possible', toConfirm: 'Read the reason.' },
      { cause: 'health/elb-timeout', confidence: 'possible', toConfirm: 'Ask the path.' },
    ],
  });
  expect(text).toContain('Ask the path.');
  expect(text).not.toContain('Read the reason.');
});

test('a command that is already a step is not printed twice', () => {
  const command = 'aws logs get-log-events --limit 100';
  const text = plain({ actions: [{ title: 'Read the log.', commands: [command], prop: null }] });
  expect(text.split(command)).toHaveLength(2);
  expect(text).toContain('container log: not provided; see step 1');
});

test('prose is wrapped, commands never are', () => {
  const lines = plain({}, 60).split('\n').slice(2);
  expect(lines.filter(line => line.length > 60).map(line => line.trim())).toEqual([
    'aws iam simulate-principal-policy --policy-source-arn <role-arn>',
    'About this cause: https://github.com/hardened-fargate/hardened-fargate/blob/main/docs/CAUSES.md#initsecret-permission',
  ]);
});

test('color only when asked for', () => {
  expect(renderText(aDiagnosis(), { colour: true })).toContain('\x1b[31mFAILURE');
  expect(plain()).not.toContain('\x1b');
});

test('nothing in a diagnosis acts on the terminal', () => {
  const hostile = '\x1b[2J\u202Ex\x07\nFAILURE';
  const text = plain({ title: hostile, clues: [{ source: hostile, quote: hostile, says: hostile }], gaps: [{ source: hostile, because: hostile }] });
  expect(text).not.toMatch(/[\x00-\x09\x0b-\x1f\u202e]/);
  expect(text.split('\n').filter(line => line.startsWith('FAILURE'))).toHaveLength(1);
});

test('a repeated failure says how often', () => {
  expect(plain({ occurrences: 12 })).toContain('12 times');
});

test('a long quotation keeps its head and its tail', () => {
  expect(plain({ clues: [{ source: 'log', quote: `head ${'x'.repeat(390)} tail`, says: 'y' }] })).toMatch(/"head x+ … x+ tail"/);
});
