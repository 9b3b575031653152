import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { wordsInPowerShell } from './words-in-power-shell';
import { shellWord } from '../../src/diagnosis/advice/commands';
import { SIGNATURES } from '../../src/diagnosis/catalogue';
import { diagnose } from '../../src/diagnosis/diagnose';
import { forPowerShell, inPowerShell } from '../../src/report/for-powershell';
import { HOSTILE, HOSTILE_TO_POWERSHELL } from '../diagnosis/advice/hostile-names';
import { commandsFor, named } from '../diagnosis/advice/named-evidence';
import { wordsIn } from '../diagnosis/advice/words-in-shell';
import { evidenceOfSighting } from '../diagnosis/sighting';

/** Before version 7.3, a double quote or a last backslash would begin another argument: a person fills such a name in. */
const asTaken = (name: string): string => /["“”„]|\\$/.test(name) ? 'FILLED' : name;

const ANSWER = 'answer\x1f';
const withValues = (command: string): string => command.replace(/<[a-z][a-z0-9-]*>/g, 'FILLED');
const wordsOf = (command: string): readonly string[] => wordsInPowerShell(withValues(command), ANSWER);

test.each([...HOSTILE, ...HOSTILE_TO_POWERSHELL, "'; rm x; '", '$(calc)', '`n', '"; calc; "', 'a,b', '@x', '& calc', '| calc', '{x}', '#x', '%x%', 'a\nb', '‘; calc; ’'])(
  'a name such as %j stays one word', name => expect(wordsOf(`aws x ${inPowerShell(shellWord(name))} y`)).toEqual(['aws', 'x', asTaken(name), 'y']));

/** One name of each kind; the words of the others are tried above. */
const OF_EACH_KIND = ["x'; calc; '", '$(calc)', 'a`nb', '@args', '‘; calc; ’', '" && calc "', 'file:///etc/passwd', '-o calc', 'a,Name=b,Values=c'];

test.each(OF_EACH_KIND)('around the name %j, PowerShell gives the same words to the same programs as bash, in every command of every signature', hostile => {
  const commands = [...new Set(named(() => hostile).flatMap(commandsFor))];
  const posix = wordsIn('bash', commands.map(command => command.replace('&& time ', '&& ')), mkdtempSync(join(tmpdir(), 'power-shell-')));
  const powerShell = commands.flatMap(command => wordsOf(inPowerShell(command))).map(word => `${word}\x1f`).join('').split('\x1f');
  expect(commands.length).toBeGreaterThan(80);
  expect(powerShell).toEqual(posix.map(asTaken));
});

test.each([
  'aws x $env:PATH', 'aws x "$HOME"', 'aws x @args', 'aws x a,b', 'aws x (calc)', 'aws x { calc }', 'aws x & calc', 'aws x --% y', 'aws x > y', 'aws x #y',
  'aws x ‘it', "aws x 'a'b", 'aws x "a',
])('the rules that the test goes by refuse %s', command => expect(() => wordsOf(command)).toThrow());

test('in no command of any signature does a sign stand bare that PowerShell would obey', () => {
  const commands = SIGNATURES.flatMap(({ seenIn }) => seenIn)
    .flatMap(sighting => forPowerShell(diagnose(evidenceOfSighting(sighting))).actions.flatMap(action => action.commands))
    .filter(command => !command.startsWith('https://'));
  expect(commands.length).toBeGreaterThan(80);
  for (const command of commands) expect(wordsOf(command)[0]).toMatch(/^(?:aws|docker|curl|nc|skopeo|openssl|cdk|copilot)$/);
});
