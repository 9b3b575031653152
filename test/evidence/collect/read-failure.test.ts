import { failureOf } from '../../../src/evidence/collect/read-failure';

const named = (name: string, message = 'no', more: object = {}) => Object.assign(new Error(message), { name, ...more });
const becauseOf = (error: unknown) => {
  const outcome = failureOf('ecs:DescribeServices', error);
  return outcome.kind === 'gap' ? outcome.gap.because : outcome.kind;
};

test.each(['ResourceNotFoundException', 'NoSuchEntity', 'QueueDoesNotExist'])('%s says that there is no such thing', name => {
  expect(failureOf('ecs:DescribeServices', named(name, 'gone'))).toEqual({ kind: 'missing', because: `${name}: gone` });
});

test('CloudFormation says in words that there is no such stack', () => {
  expect(becauseOf(named('ValidationError', 'Stack with id Shop does not exist'))).toBe('missing');
  expect(becauseOf(named('ValidationError', 'Stack [Shop] is invalid'))).toBe('the call failed with ValidationError: Stack [Shop] is invalid');
});

test.each<[error: unknown, because: string]>([
  [named('AccessDeniedException'), 'the call is denied; allow ecs:DescribeServices'],
  [named('Odd', 'no', { $metadata: { httpStatusCode: 403 } }), 'the call is denied; allow ecs:DescribeServices'],
  [named('ThrottlingException'), 'the call was throttled, also after a retry'],
  [named('Odd', 'no', { $metadata: { httpStatusCode: 503 } }), 'AWS returned a server error (Odd)'],
  [named('Odd', 'no', { $metadata: 'none' }), 'the call failed with Odd: no'],
  [named('ExpiredTokenException'), 'the call has no valid credentials (ExpiredTokenException: no); sign in, or name a profile that has them'],
  [named('Error', 'Region is missing'), 'no Region is set; name it with --region or AWS_REGION, or in the profile'],
  [named('Error', 'getaddrinfo', { code: 'ENOTFOUND' }), 'no host of AWS was found (ENOTFOUND); check the Region and the network'],
  [named('Error', 'reset', { code: 'ECONNRESET' }), 'the call failed with ECONNRESET: reset'],
  [{}, 'the call failed with an error: [object Object]'],
  ['broken', 'the call failed with an error: broken'],
])('%p is said in words', (error, because) => {
  expect(becauseOf(error)).toBe(because);
});
