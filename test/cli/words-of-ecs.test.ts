import { readDocuments } from '../../src/cli/input/gather-evidence';
import { diagnose } from '../../src/diagnosis/diagnose';
import verdicts from '../diagnosis/data/verdicts.json';

const seen: readonly { readonly seen: Readonly<Record<string, unknown>>; readonly cause: string }[] = verdicts;

/** Every wording of ECS that a diagnosis rests on alone, without a field that says what it is. */
const WORDINGS = seen.filter(({ seen: { log, ...words } }) => log === undefined && Object.keys(words).length === 1)
  .flatMap(({ seen: { stoppedReason, containerReason, serviceEvent }, cause }) =>
    [stoppedReason, containerReason, serviceEvent].filter(words => typeof words === 'string').map(words => [words, cause] as const));

const causesIn = (text: string): readonly string[] =>
  readDocuments('a text', text, { verdictOn: stop => diagnose(stop) }).evidence.map(stop => diagnose(stop).cause);

test('there are more than a hundred wordings', () => expect(WORDINGS.length).toBeGreaterThan(100));

test.each(WORDINGS)('"%s", pasted alone, is diagnosed as in the answer of AWS', (words, cause) => {
  expect(causesIn(words)).toEqual([cause]);
});

test('what stands beside it stays evidence', () => {
  const text = 'it is down again\nNetwork interface provision complete error timeout wait for network interface provision.\nsubnet-0a1b2c3d is a /28';
  const [stop, ...others] = readDocuments('a text', text, { verdictOn: one => diagnose(one) }).evidence;
  expect(others).toEqual([]);
  expect(stop).toMatchObject({
    task: { stoppedReason: 'Network interface provision complete error timeout wait for network interface provision.' },
    logTail: ['it is down again', 'subnet-0a1b2c3d is a /28'],
  });
});

test('the log of an application stays a log, even where ECS could say the same', () => {
  expect(causesIn('2026-11-03T02:47:11Z ERROR Unexpected EC2 error while attempting to Create Network Interface: InsufficientFreeAddressesInSubnet'))
    .not.toContain('init/eni-no-free-ip');
  expect(causesIn('AccessDeniedException: User: arn:aws:sts::111122223333:assumed-role/web-task/0123 is not authorized to perform: '
    + 'secretsmanager:GetSecretValue on resource: arn:aws:secretsmanager:eu-west-1:111122223333:secret:db')).toEqual(['app/aws-permission']);
});
