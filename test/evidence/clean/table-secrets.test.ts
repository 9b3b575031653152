import { redactWhole } from '../../../src/evidence/clean/redact';

const lines = (...texts: readonly string[]): string => texts.join('\n');

test('the rows of psql lose what stands in the column of a secret, and nothing else', () => {
  const table = [' id | username | password | created_at', '----+----------+----------+------------'];
  expect(redactWhole(lines(...table, '  1 | app      | hunter2  | 2026-11-02', '  2 | root     | letmein  | 2026-11-03', '(2 rows)'))).toBe(lines(
    ...table, '  1 | app      | [redacted password #1]  | 2026-11-02', '  2 | root     | [redacted password #2]  | 2026-11-03', '(2 rows)'));
});

test.each([
  ['MySQL', lines('+------+--------+', '| user | secret |', '+------+--------+', '| app  | hunter2 |', '+------+--------+')],
  ['psql, unaligned', lines('user|password', 'app|hunter2')],
  ['psql, expanded', lines('-[ RECORD 1 ]-----', 'user     | app', 'password | hunter2')],
  ['an export with semicolons', lines('user;password;role', 'app;hunter2;admin')],
  ['an export with commas', lines('"user","api_key"', '"app","hunter2"')],
  ['an export with tabs', lines('user\tpassword', 'app\thunter2')],
  ['columns of blanks', lines('USER   PASSWORD   ROLE', 'app    hunter2    admin')],
  ['a line of an export', 'user;app;password;hunter2'],
])('a secret in %s cannot be read', (_, text) => {
  expect(redactWhole(text)).not.toContain('hunter2');
  expect(redactWhole(text)).toContain('[redacted');
});

test.each([
  ['a table without secrets', lines(' id | username ', '----+----------', '  1 | app')],
  ['the columns of a table', lines(' Column | Type | Nullable ', '--------+------+----------', ' password | text | not null')],
  ['whether there is a password', lines(' user | has_password ', '------+--------------', ' app | true')],
  ['an empty column', lines('user;password;role', 'app;;admin')],
  ['counts', lines('model,tokens', 'large,4096')],
  ['the head alone', 'user;password;email'],
  ['a sentence', lines('The password; the token, and the key were wrong.', 'Retry; later, and again.')],
  ['a list of settings that are missing', lines('missing: password, token', 'stop, now')],
])('%s stays as it is', (_, text) => expect(redactWhole(text)).toBe(text));

test('a line of another form ends the table', () => {
  expect(redactWhole(lines('user;password', 'app;hunter2', 'done', 'a;b'))).toBe(lines('user;password', 'app;[redacted password #1]', 'done', 'a;b'));
});

test.each([
  ['the name of a container', 'app-1  | '],
  ['a time', '2026-11-03T02:47:31.123Z ERROR [main] '],
  ['a stream of Kubernetes', '2026-11-03T02:47:31.123456789Z stderr F '],
])('a table that a message quotes, each line behind %s, loses its secrets', (_, prefix) => {
  const table = lines(' id | DB_PASSWORD | role', '----+------+------', '  1 | hunter2hunter2 | app').split('\n').map(line => prefix + line).join('\n');
  const redacted = redactWhole(`the command is '${table}'`);
  expect(redacted).toBe(`the command is '${table}'`.replace('hunter2hunter2', '[redacted password #1]'));
});
