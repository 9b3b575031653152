import { growsFasterThanItsText, operationsOf } from './operations';
import { readDocuments } from '../src/cli/input/gather-evidence';
import { UnreadableInput } from '../src/cli/input/unreadable-input';
import { diagnose } from '../src/diagnosis/diagnose';
import { redactWhole } from '../src/evidence/clean/redact';
import { readInput } from '../src/evidence/read/read-evidence';
import { renderMarkdown } from '../src/report/render-markdown';
import { renderText } from '../src/report/render-text';

/** Pieces of which a text is made that sends a careless search back again and again. */
const PIECES = [
  '-', ' ', '\n', '@', 'A', 'a1B', '0', '"', "'", '\\', '\\"', '(', '[', '{', '=', ':', '|', ';', ',', '\t', '%41', '&#x41;', '\\u0041',
  '://a:', 'https://a:x-oauth-basic', '-----BEGIN PRIVATE KEY-----', '-----END ', 'eyJa-', 'password', 'password=', '"password":"\\', 'pаssword=',
  'password: a b c ', 'token ', 'key=', 'bearer ', 'Authorization: Basic ', '&sig=', 'sk-', 'SG.a', 'glc_', 'tskey-a', '\x1b[', '$argon2id$',
  'user;password\n', 'a|b\n', 'into t (a) values (1),', 'arn:aws:iam::111122223333:role/a', 'arn:aws:ecs:eu-west-1:1111\n', 'sha256:', 'subnet-0a',
  '2026-11-02T03:04:05Z GET / 200\n', '|  a  |  b  |\n', 'TASKS\tarn:aws:ecs\tx\n', '{"a":1}\n', 'a: b\n', 'Error: ', '    at x (y.js:1:1)\n',
  'CannotPullContainerError: ', 'failed to resolve ref ', 'timeout ', 'ECONNREFUSED 10.0.0.1:1 ', 'No space left on device ',
];

/** Some of them for every field, because redaction of each is the same. */
const FEW = ['-', '\n', 'a1B', '"', '\\"', '{', '://a:', '"password":"\\', 'password ', 'user;password\n', 'arn:aws:iam::111122223333:role/a', 'timeout '];

const bad = (work: (text: string) => void, pieces: readonly string[], letters: number): readonly string[] =>
  pieces.filter(piece => growsFasterThanItsText(work, piece, letters));

test('work that grows with the square of its text is found', () => {
  expect(growsFasterThanItsText(text => { for (const { index } of text.matchAll(/a/g)) text.slice(index).includes('b'); }, 'a', 1000)).toBe(true);
  expect(growsFasterThanItsText(text => void text.includes('b'), 'a', 1000)).toBe(false);
  expect(operationsOf(() => void /b/.exec('aaaa'))).toBe(5);
});

test('redaction of twice the text takes twice the operations', () => expect(bad(text => redactWhole(text), PIECES, 4000)).toEqual([]));

const read = (input: unknown): void => readInput(input).evidence.forEach(evidence => {
  const diagnosis = diagnose(evidence);
  renderText(diagnosis, { colour: false });
  renderMarkdown(diagnosis);
});

/** Every field in which AWS or an application may write a text. */
const FIELDS: Readonly<Record<string, (text: string) => object>> = {
  'the stopped reason': stoppedReason => ({ task: { stoppedReason } }),
  'the reason of a container': reason => ({ task: { containers: [{ name: 'app', exitCode: 1, reason }] } }),
  'the name of a container': name => ({ task: { containers: [{ name, exitCode: 1 }] } }),
  'the image': image => ({ task: { stoppedReason: 'CannotPullContainerError: ', containers: [{ name: 'app', image }] } }),
  'the status of an attachment': statusReason => ({ task: { stoppedReason: 'x', attachments: [{ type: 'eni', statusReason, details: [] }] } }),
  'a detail of an attachment': value => ({ task: { stoppedReason: 'x', attachments: [{ type: 'eni', details: [{ name: 'subnetId', value }] }] } }),
  'the group': group => ({ task: { group, stoppedReason: 'x' } }),
  'the ARN of the task': taskArn => ({ task: { taskArn, stoppedReason: 'x' } }),
  'a date': stoppedAt => ({ task: { stoppedAt, stoppedReason: 'x' } }),
  'a service event': message => ({ task: { stoppedReason: '' }, serviceEvents: [message] }),
  'the reason of a deployment': rolloutStateReason => ({ deployment: { rolloutState: 'FAILED', rolloutStateReason } }),
  'a line of the log': line => ({ task: { containers: [{ name: 'app', exitCode: 1 }] }, logTail: [line] }),
  'the lines of the log': text => ({ task: { containers: [{ name: 'app', exitCode: 1 }] }, logTail: text.split('\n') }),
  'the path of a health check': HealthCheckPath => ({ task: { stoppedReason: 'x' }, targetGroup: { HealthCheckPath, targetHealth: [] } }),
  'the words of a target': Description => ({
    task: { stoppedReason: 'x' }, targetGroup: { targetHealth: [{ Target: { Id: 'a' }, TargetHealth: { State: 'unhealthy', Description } }] },
  }),
  'the command of a container': text => ({
    task: { containers: [{ name: 'app', exitCode: 1 }] },
    taskDefinitions: { current: { family: text, containerDefinitions: [{ name: 'app', image: text, command: [text], environment: [{ name: text, value: text }] }] } },
  }),
};

test.each(Object.entries(FIELDS))('reading, diagnosing and printing twice the text in %s takes twice the operations', (_, put) => {
  expect(bad(text => read(put(text)), FEW, 2000)).toEqual([]);
});

function paste(text: string): void {
  try {
    readDocuments('pasted', text, {});
  } catch (error) {
    // What is nested too deeply is refused.
    expect(error).toBeInstanceOf(UnreadableInput);
  }
}

test('reading twice the pasted text takes twice the operations', () => {
  expect(bad(paste, PIECES, 2000)).toEqual([]);
});

test('reading twice the lines of a pasted text takes twice the operations', () => {
  expect(bad(text => paste(text.replace(/.{60}/g, '$&\n')), PIECES, 2000)).toEqual([]);
});
