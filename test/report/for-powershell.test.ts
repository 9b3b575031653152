import { shellWord } from '../../src/diagnosis/advice/commands';
import { SIGNATURES } from '../../src/diagnosis/catalogue';
import { diagnose } from '../../src/diagnosis/diagnose';
import { forPowerShell, inPowerShell } from '../../src/report/for-powershell';
import { evidenceOfSighting } from '../diagnosis/sighting';

test.each([
  ['aws ecs describe-tasks --cluster <cluster>', 'aws ecs describe-tasks --cluster <cluster>'],
  ["aws logs tail 'it'\\''s' --since 1h", "aws logs tail 'it''s' --since 1h"],
  ['aws x --filters Name=vpc-id,Values=a', "aws x --filters 'Name=vpc-id,Values=a'"],
  ["aws x --query 'a[].[b,c]'", "aws x --query 'a[].[b,c]'"],
  ["aws x --filters Name=v,Values=\"$(aws y --query 'S[0]' --output text)\"", "aws x --filters \"Name=v,Values=$(aws y --query 'S[0]' --output text)\""],
  ['docker run -d --name stop-me <image> && docker stop stop-me', 'docker run -d --name stop-me <image> && docker stop stop-me'],
  ['https://console.aws.amazon.com/ecs?a=1&b=2', 'https://console.aws.amazon.com/ecs?a=1&b=2'],
])('%s is written %s', (posix, powerShell) => expect(inPowerShell(posix)).toBe(powerShell));

/** What PowerShell reads in single quotes. */
const read = (word: string): string => word.startsWith("'") ? word.slice(1, -1).replaceAll("''", "'") : word;

test.each(["'; rm x; '", '$(calc)', '`n', '"; calc; "', 'a,b', '@x', '& calc', '| calc', '{x}', '#x', '%x%', 'a\nb'])('a name such as %j stays one word', name => {
  expect(read(inPowerShell(shellWord(name)))).toBe(name);
});

test('in no command of any signature does a sign stand bare that PowerShell would obey', () => {
  const commands = SIGNATURES.flatMap(({ seenIn }) => seenIn)
    .flatMap(sighting => forPowerShell(diagnose(evidenceOfSighting(sighting))).actions.flatMap(action => action.commands))
    .filter(command => !command.startsWith('https://'));
  const bare = commands.map(command => command.replace(/"[^"]*"|'(?:[^']|'')*'|<[a-z-]+>|&&/g, ''));
  expect(bare.filter(rest => /[,;@{}()#&|`$]/.test(rest))).toEqual([]);
  expect(commands.length).toBeGreaterThan(80);
});
