import * as fc from 'fast-check';
import { readDocuments } from '../../src/cli/input/gather-evidence';
import { SIGNATURES } from '../../src/diagnosis/catalogue';
import { diagnose } from '../../src/diagnosis/diagnose';
import { renderText } from '../../src/report/render-text';
import { fuzz } from '../fuzz';

const RUNS = 200;

/** What people paste: words that are known, and what consoles, terminals and formats put around them. */
const KNOWN = SIGNATURES.flatMap(({ seenIn }) => seenIn.flatMap(({ stoppedReason, containerReason, serviceEvent, log }) =>
  [stoppedReason, containerReason, serviceEvent, ...log ?? []].flatMap(text => text ?? [])));
const AROUND = [
  '{', '}', '[', ']', '"', ':', ',', '\t', '|', '||', '+---+---+', '----', '|  DescribeTasks  |', '||  tasks  ||', '||  stoppedReason  |  x  ||', 'TASKS\t',
  '- ', 'key: value', '\r\n', '\n', '\u0000', '\uFEFF', '\u001b[31m', '$ aws ecs describe-tasks', '{"tasks":[', '"Cause":"{', '`', "'", '...', '…',
  'arn:aws:ecs:eu-west-1:11112222', '3333:task/shop/c50e', 'subnet-0a1b', 'message,timestamp', '##[error]', '╷', '│ Error: ', 'None', 'null', '❌ ', '&a *a', '<<: *a',
  'exit code 137', '| Service | Exit code |\n|--|--|\n| web | ', 'Cluster   Stopped reason\n', 'service', 'cluster: shop', '`web` service', 'eu-west-1', '/ecs/web',
];

const text = fc.array(fc.oneof(fc.constantFrom(...KNOWN), fc.constantFrom(...AROUND), fc.string({ unit: 'binary', maxLength: 20 })), { maxLength: 14 })
  .chain(parts => fc.constantFrom('', '\n', ' ', '\t').map(between => parts.join(between)));

test('whatever text is pasted is read, diagnosed and printed, or refused, and nothing fails', () => {
  fuzz(fc.property(text, pasted => {
    const { evidence, unreadable } = readDocuments('pasted', pasted, {});
    for (const one of evidence) expect(renderText(diagnose(one), { colour: false })).not.toBe('');
    for (const error of unreadable) expect(error.message).not.toBe('');
  }), RUNS);
});
