import type { Send } from '../../../src/evidence/collect/account';
import type { ReadAction } from '../../../src/evidence/collect/account-reads';
import { boundedAccount } from '../../../src/evidence/collect/bounded-account';

const BOUNDS = { callSeconds: 3, budgetSeconds: 10, atOnce: 2 };

const never: Send = () => new Promise(() => undefined);

const failing = (name: string, httpStatusCode: number, message = 'no'): Send =>
  () => Promise.reject(Object.assign(new Error(message), { name, $metadata: { httpStatusCode } }));

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

test('an answer is given as it is', async () => {
  const account = boundedAccount(() => Promise.resolve({ services: [] }), BOUNDS);
  expect(await account.read('ecs:DescribeServices', { services: ['web'] })).toEqual({ kind: 'answer', answer: { services: [] } });
});

test('the same call is made once', async () => {
  const send = jest.fn(() => Promise.resolve({}));
  const account = boundedAccount(send, BOUNDS);
  await Promise.all([1, 2].map(() => account.read('ecs:DescribeServices', { services: ['web'] })));
  await account.read('ecs:DescribeServices', { services: ['other'] });
  expect(send).toHaveBeenCalledTimes(2);
});

test('nothing but a declared read is called', () => {
  const send = jest.fn(() => Promise.resolve({}));
  expect(() => boundedAccount(send, BOUNDS).read('secretsmanager:GetSecretValue' as ReadAction, {})).toThrow('is no declared read of the account');
  expect(send).not.toHaveBeenCalled();
});

test.each([
  ['denied', failing('AccessDeniedException', 400), 'the call is denied; allow ecs:DescribeServices'],
  ['denied by EC2', failing('UnauthorizedOperation', 403), 'the call is denied; allow ecs:DescribeServices'],
  ['throttled', failing('ThrottlingException', 400), 'the call was throttled, also after a retry'],
  ['answered with a fault of AWS', failing('ServerException', 500), 'AWS returned a server error (ServerException)'],
  ['without credentials', failing('CredentialsProviderError', 0), 'the call has no valid credentials (CredentialsProviderError: no); sign in, or name a profile that has them'],
  ['cut off', () => Promise.reject(Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' })), 'the call failed with ECONNRESET: socket hang up'],
])('a call that is %s is a gap that names it', async (_what, send, because) => {
  expect(await boundedAccount(send, BOUNDS).read('ecs:DescribeServices', {})).toEqual({ kind: 'gap', gap: { source: 'ecs:DescribeServices', because } });
});

test('what does not exist is known to be missing', async () => {
  const account = boundedAccount(failing('ResourceNotFoundException', 400, 'The specified log group does not exist.'), BOUNDS);
  expect(await account.read('logs:GetLogEvents', {})).toEqual({
    kind: 'missing', because: 'ResourceNotFoundException: The specified log group does not exist.',
  });
});

test('a call without an answer ends after its time, and its request with it', async () => {
  let aborted = false;
  const outcome = boundedAccount((_action, _input, signal) => {
    signal.addEventListener('abort', () => { aborted = true; });
    return new Promise(() => undefined);
  }, BOUNDS).read('ecs:DescribeServices', {});
  await jest.advanceTimersByTimeAsync(3_000);
  expect(await outcome).toEqual({ kind: 'gap', gap: { source: 'ecs:DescribeServices', because: 'the call got no response within 3 s' } });
  expect(aborted).toBe(true);
});

test('all calls together end within the budget, however many wait', async () => {
  const account = boundedAccount(never, BOUNDS);
  const outcomes = Promise.all([...Array(12).keys()].map(n => account.read('ecs:DescribeServices', { services: [n] })));
  await jest.advanceTimersByTimeAsync(10_000);
  const reasons = (await outcomes).map(outcome => outcome.kind === 'gap' ? outcome.gap.because : outcome.kind);
  expect([...new Set(reasons)]).toEqual([
    'the call got no response within 3 s',
    'the call got no response within 1 s',
    'the time limit of 10 s was reached before the call',
  ]);
});
