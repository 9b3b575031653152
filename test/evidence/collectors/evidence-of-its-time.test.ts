import { deployedStop } from './a-deployed-stop';
import { stopEvent } from './a-stop';
import { WORDS } from './deployed-scenarios';
import { diagnose } from '../../../src/diagnosis/diagnose';
import { boundedAccount } from '../../../src/evidence/collect/bounded-account';
import { COLLECTORS, LATER } from '../../../src/evidence/collectors/catalogue';
import { collectEvidence } from '../../../src/evidence/collectors/collect-evidence';
import { readEvidence } from '../../../src/evidence/read/read-evidence';
import { ISOLATED } from '../../guardrails/corpus/bad/twins';

const SECRET = 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:shop/database-Ab12Cd';
const INIT = 'ResourceInitializationError: unable to pull secrets or registry auth: ';
const BEFORE = '2026-10-01T00:00:00.000Z';
const AFTER = '2026-11-03T05:00:00.000Z';

const stopped = (stoppedReason: string) => stopEvent({ stopCode: 'TaskFailedToStart', stoppedReason, startedAt: undefined, containers: [{ name: 'app', image: 'web:8' }] });

const allowed = (action: string) => ({ simulated: [{ role: 'arn:aws:iam::111122223333:role/web', action, resource: '*', decision: 'allowed', policies: [] }] });

/**
 * What each collector can say of a thing that was mended after the stop, for a stop whose words name the cause.
 *
 * What guardrails find, and what a log, a target, a task definition and the trail say, is there or is not: nothing of it can say
 * that something is in order.
 */
const MENDED: Readonly<Record<string, readonly [cause: string, words: string, answers: object] | 'says nothing of what is in order'>> = {
  'failed-tasks': 'says nothing of what is in order',
  'file-systems': 'says nothing of what is in order',
  'images': ['pull/image-not-found', 'CannotPullContainerError: pull image manifest has been retried 1 time(s): failed to resolve ref web:8: web:8: not found', { images: [{ image: 'web:8', pushedAt: AFTER }] }],
  'load-balancing': 'says nothing of what is in order',
  'log': 'says nothing of what is in order',
  'memory': 'says nothing of what is in order',
  'network': 'says nothing of what is in order',
  'permissions': 'says nothing of what is in order',
  'resources': ['init/log-group-missing', 'ResourceInitializationError: failed to validate logger args: create stream has been retried 1 times: failed to create Cloudwatch log stream: ResourceNotFoundException: The specified log group does not exist.', { resources: [{ kind: 'log group', name: '/ecs/web', createdAt: AFTER }] }],
  'secrets': ['init/secret-not-found', `${INIT}unable to retrieve secret from asm: ResourceNotFoundException: Secrets Manager can't find the specified secret.`, { secrets: [{ reference: SECRET, createdAt: AFTER, changedAt: AFTER }] }],
  'service': 'says nothing of what is in order',
  'settings': 'says nothing of what is in order',
  'simulation': ['init/secret-permission', `${INIT}User: arn:aws:sts::111122223333:assumed-role/web/1 is not authorized to perform: secretsmanager:GetSecretValue on resource: ${SECRET}`, allowed('secretsmanager:GetSecretValue')],
  'target-health': 'says nothing of what is in order',
  'task-definition': 'says nothing of what is in order',
  'trail': 'says nothing of what is in order',
};

const told = Object.entries(MENDED).flatMap(([name, mended]) => typeof mended === 'string' ? [] : [[name, ...mended] as const]);

test('every collector has its line in the table', () => {
  expect(Object.keys(MENDED)).toEqual([...COLLECTORS, ...LATER].map(({ name }) => name).sort());
});

const diagnosed = (words: string, answers: object) => diagnose(readEvidence({ event: stopped(words), ...answers })[0]);

test.each(told)('%s: what was mended after the stop does not refute %s, and is told', (_name, cause, words, answers) => {
  const [without, after] = [diagnosed(words, {}), diagnosed(words, answers)];
  expect([without.cause, after.cause]).toEqual([cause, cause]);
  expect(after.confidence).toBe(without.confidence);
  expect(after.clues.map(({ says }) => says).join()).toMatch(/it exists now: \w+(?: last)? at 2026-11-03T05|the role is allowed the action now/);
});

const CUT = `${INIT}unable to retrieve secret from asm`;

test.each([
  ['init/secret-not-found', BEFORE, false],
  ['init/secret-not-found', AFTER, true],
] as const)('%s is possible by the words; with the secret there since %s it stays possible: %s', (cause, since, stays) => {
  const { alternatives, cause: first } = diagnosed(CUT, { secrets: [{ reference: SECRET, createdAt: since, changedAt: since }] });
  expect([first, ...alternatives.map(each => each.cause)].includes(cause)).toBe(stays);
});

test.each(Object.entries(WORDS))('%s: an account in which everything is in order now takes back nothing of what the message says', async (_words, stoppedReason) => {
  const { account, event } = await deployedStop(ISOLATED, { stoppedReason });
  const asked = new Set<string>();
  const sound: typeof account = (action, ...rest) => {
    asked.add(action);
    return account(action, ...rest);
  };
  const [evidence] = await collectEvidence(event, boundedAccount(sound), { collectors: [...COLLECTORS, ...LATER] });
  const [without, after] = [diagnose(readEvidence(event)[0]), diagnose(evidence)];
  expect(asked.size).toBeGreaterThan(0);
  expect([after.cause, ...after.alternatives.map(({ cause }) => cause)]).toContain(without.cause);
  if (without.confidence !== 'possible') expect([after.cause, after.confidence]).toEqual([without.cause, without.confidence]);
});
