import { SECRET, secretIn } from '../../src/aws/secret-shapes';

/** Taken apart, so that nobody takes the examples for secrets. */
test.each([
  [`AKIA${'IOSFODNN7EXAMPLE'}`, 'an AWS access key id'],
  [`npm_${'a1'.repeat(18)}`, 'an npm token'],
  [`dckr_pat_${'a1'.repeat(14)}`, 'a Docker token'],
  [`hvs.${'a1'.repeat(12)}`, 'a Vault token'],
  [`pypi-AgE${'a1'.repeat(30)}`, 'a PyPI token'],
  [`ghp_${'a1'.repeat(18)}`, 'a GitHub token'],
  [`glpat-${'a1'.repeat(10)}`, 'a GitLab token'],
  [`sk_live_${'a1'.repeat(12)}`, 'a Stripe key'],
])('%s is hidden, and called %s', (secret, what) => {
  expect(`token ${secret}`.replace(SECRET, '…')).toBe('token …');
  expect(secretIn(`token=${secret}`)).toBe(what);
});

test.each([
  'xapp-production-web-service',
  `task_live_${'a1'.repeat(12)}`,
  'nginx:1.27',
  'arn:aws:secretsmanager:eu-west-1:111122223333:secret:db-AbCdEf',
  Buffer.from(JSON.stringify({ levels: { console: 'info', file: 'debug' }, colors: ['red', 'green', 'blue'], limit: 100 })).toString('base64'),
])('%s is no certain secret', text => expect(secretIn(text)).toBeUndefined());

test('what may be the token of a registry is hidden', () => {
  const token = Buffer.from(JSON.stringify({ payload: 'a1'.repeat(40), datakey: 'b2'.repeat(20), version: '2', type: 'DATA_KEY' })).toString('base64');
  expect(token.replace(SECRET, '…')).toBe('…');
});
