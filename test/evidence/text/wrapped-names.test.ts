import { readDocuments } from '../../../src/cli/input/gather-evidence';
import { diagnose } from '../../../src/diagnosis/diagnose';
import { isEvidence } from '../../../src/evidence/read/read-evidence';
import { readPlainText } from '../../../src/evidence/text/read-plain-text';
import { rejoined, withNamesWhole } from '../../../src/evidence/text/wrapped-names';

test.each([
  ['a task', 'arn:aws:ecs:eu-west-1:111122223333:task/shop/c50e321c974248db', 'af4ae2cfa1662986 stopped', 'arn:aws:ecs:eu-west-1:111122223333:task/shop/c50e321c974248dbaf4ae2cfa1662986 stopped'],
  ['an account', 'role arn:aws:iam::11112222', '3333:role/web', 'role arn:aws:iam::111122223333:role/web'],
  ['a subnet', 'in subnet-0a1b2c', '3d4e5f60718', 'in subnet-0a1b2c3d4e5f60718'],
])('the name of %s that a line break cuts is whole again', (_, first, second, whole) => {
  expect(withNamesWhole([first, `   ${second}`])).toEqual([whole]);
  expect(rejoined(first, second)).toBe(whole);
});

test.each([
  ['the stopped task', 'is running'],
  ['arn:aws:ecs:eu-west-1:111122223333:task/shop/c50e321c974248dbaf4ae2cfa1662986', 'added later'],
  ['subnet-0a1b2c3d4e5f60718', 'deadbeef'],
])('what ends with the line stays as it is: %j, %j', (first, second) => expect(withNamesWhole([first, second])).toEqual([first, second]));

const ROLE = 'arn:aws:iam::111122223333:role/checkout-execu';

test('an ARN of any length that ends where a terminal ends its lines is whole again', () => {
  const lines = ['User is not authorized to perform the action s3:Get', `on ${ROLE}`, 'tionRole1A2B3C4D', 'because no policy'];
  const narrow = [lines[0].slice(0, `on ${ROLE}`.length), ...lines.slice(1)];
  expect(withNamesWhole(narrow)).toEqual([narrow[0], 'on arn:aws:iam::111122223333:role/checkout-executionRole1A2B3C4D', 'because no policy']);
});

test.each([
  ['of a role', `unable to assume ${ROLE}`, 'tionRole1A2B3C4D failed'],
  ['of a secret', 'cannot read arn:aws:secretsmanager:eu-west-1:111122223333:secret:prod/db', '-AbCdEf failed'],
  ['of a log group', 'no arn:aws:logs:eu-west-1:111122223333:log-group:/ecs/check', 'out:log-stream:'],
])('an ARN %s of which nobody can tell whether it is whole is marked so', (_, first, second) => {
  expect(withNamesWhole([first, second])).toEqual([`${first}…`, second]);
  expect(rejoined(first, second)).toBe(`${first}… ${second}`);
});

test.each([
  ['a sentence goes on', `the role ${ROLE}`, 'is not authorized'],
  ['a line of a log begins with its time', `started ${ROLE}`, '2026-11-02T03:04:05Z ready'],
  ['a line of a log begins with a bracket', `started ${ROLE}`, '[main] ready'],
  ['the line is not the longest', `the role ${ROLE}`, `x has a line that is so much longer than the role ${ROLE}`],
  ['the revision ends it', 'arn:aws:ecs:eu-west-1:111122223333:task-definition/checkout:7', 'ready'],
])('an ARN is taken for whole where %s', (_, first, second) => expect(withNamesWhole([first, second])).toEqual([first, second]));

test('a program that writes the same name again and again fills no terminal', () => {
  const lines = [`assumed ${ROLE}`, `assumed ${ROLE}`, 'ready'];
  expect(withNamesWhole(lines)).toEqual([`assumed ${ROLE}…`, `assumed ${ROLE}…`, 'ready']);
});

test('no command asks for a name that is perhaps not whole', () => {
  const text = `CannotPullContainerError: AccessDenied for ${ROLE.replace('role/', 'role/service/')}\ntion-1`;
  const printed = readDocuments('pasted', text, {}).evidence.flatMap(evidence => diagnose(evidence).actions.flatMap(({ commands }) => commands));
  expect(printed).not.toEqual([]);
  expect(printed.join('\n')).not.toContain('checkout-execu');
});

test('a table that breaks a name in a cell gives the whole name', () => {
  const content = readPlainText([
    '| 2026-11-02 | (service checkout) was unable to place task arn:aws:ecs:eu-west-1:111122223333:task/shop/c50e321c974248db |',
    '|            | af4ae2cfa1662986 because capacity is unavailable |',
  ].join('\n'), isEvidence);
  expect(JSON.stringify(content)).toContain('task/shop/c50e321c974248dbaf4ae2cfa1662986 because');
});
