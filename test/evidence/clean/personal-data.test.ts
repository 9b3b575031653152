import { readEvidence } from '../../../src/evidence/read/read-evidence';

const read = (text: string, personalData?: boolean): string =>
  readEvidence({ task: { stoppedReason: text } }, { personalData })[0].task.stoppedReason ?? '';

test.each([
  ['card 4242 4242 4242 4242 declined', 'card [redacted card #1] declined'],
  ['pan=5555555555554444', 'pan=[redacted card #1]'],
  ['IBAN GB82 WEST 1234 5698 7654 32 rejected', 'IBAN [redacted iban #1] rejected'],
  ['invalid IBAN DE89370400440532013000', 'invalid IBAN [redacted iban #1]'],
  ['sms to +14155550132 failed', 'sms to [redacted phone #1] failed'],
  ['call +49 30 901820 failed', 'call [redacted phone #1] failed'],
  ['phone (415) 555-0132 unreachable', 'phone [redacted phone #1] unreachable'],
  ['no user jörg@bücher.example', 'no user [redacted email #1]'],
  ['client 203.0.113.77 blocked, again 203.0.113.77', 'client [redacted ip address #1] blocked, again [redacted ip address #1]'],
  ['remote 2001:db8:85a3::8a2e:370:7334 banned', 'remote [redacted ip address #1] banned'],
])('%j is read as %j on demand, and as it is otherwise', (text, left) => {
  expect([read(text, true), read(text)]).toEqual([left, text]);
});

test.each([
  'card 4242 4242 4242 4243 has a wrong check digit',
  'IBAN DE89370400440532013001 has a wrong checksum',
  '10.0.1.5 refused the connection from 172.16.4.9 and 192.168.0.1',
  'metadata of 169.254.170.2 and fe80::1 timed out, 100.64.0.7 too',
  'account 111122223333, deployment ecs-svc/8646900195280463695',
  'at 2026-11-03T02:47:31.655Z the task 7d3b1f0c2a9e4c64b1d8e5f6a7b8c9d0 stopped',
  'sha256:054a7f54c74251a45b6004f9decbd22c0dbe82adbe0c8f3b5b994510eb59ca07',
  'version 1.2.3.4-rc1 of app@10.0.1',
])('%j tells nothing about a person', text => expect(read(text, true)).toBe(text));
