import { wordsInPowerShell } from './words-in-power-shell';
import { shellWord } from '../../src/diagnosis/advice/commands';
import { inPowerShell } from '../../src/report/for-powershell';

test.each([
  ['aws ecs describe-tasks --cluster <cluster>', 'aws ecs describe-tasks --cluster <cluster>'],
  ["aws logs tail 'it'\\''s' --since 1h", "aws logs tail 'it''s' --since 1h"],
  ["aws logs tail 'it’s'", "aws logs tail 'it’’s'"],
  ['aws x --filters Name=vpc-id,Values=a', "aws x --filters 'Name=vpc-id,Values=a'"],
  ["aws x --query 'a[].[b,c]'", "aws x --query 'a[].[b,c]'"],
  ["aws x --filters Name=v,Values=\"$(aws y --query 'S[0]' --output text)\"", "aws x --filters \"Name=v,Values=$(aws y --query 'S[0]' --output text)\""],
  ['docker run -d --name stop-me <image> && docker stop stop-me', 'docker run -d --name stop-me <image> && docker stop stop-me'],
  ['docker run -d <image> && time docker stop stop-me', 'docker run -d <image> && Measure-Command { docker stop stop-me }'],
  ['openssl s_client -connect a:443 -showcerts </dev/null', "'' | openssl s_client -connect a:443 -showcerts"],
  ['https://console.aws.amazon.com/ecs?a=1&b=2', 'https://console.aws.amazon.com/ecs?a=1&b=2'],
])('%s is written %s', (posix, powerShell) => expect(inPowerShell(posix)).toBe(powerShell));

test.each(["'; rm x; '", '$(calc)', '`n', 'a,b', '@x', '& calc', '| calc', '#x', '‘; calc; ’'])('a name such as %j stays one word', name => {
  expect(wordsInPowerShell(`aws x ${inPowerShell(shellWord(name))} y`, '')).toEqual(['aws', 'x', name, 'y']);
});

test.each(['"; calc; "', 'a\\'])('a name such as %j, which would begin another argument, is left to the person', name => {
  expect(inPowerShell(`aws x ${shellWord(name)}`)).toBe('aws x <name>');
});
