import { evidenceOf } from './evidence-of';
import { inContext } from '../../src/diagnosis/in-context';

const clue = (quote: string) => ({ source: 'stoppedReason', quote, says: 'x' });
const quotes = (stoppedReason: string, ...words: readonly string[]) =>
  inContext(words.map(clue), evidenceOf({ task: { stoppedReason } })).map(({ quote }) => quote);

test('a short text is quoted whole, and once', () => {
  const reason = 'Scaling activity initiated by (deployment ecs-svc/1)';
  expect(quotes(reason, 'initiated by (deployment', 'Scaling activity')).toEqual([reason]);
});

test('of a long text the neighbourhood is quoted, in whole words and verbatim', () => {
  const reason = `${'before '.repeat(60)}dial tcp: i/o timeout${' after'.repeat(60)}`;
  const [quote] = quotes(reason, 'i/o timeout');
  expect(reason).toContain(quote);
  expect(quote).toMatch(/^(?:before )+dial tcp: i\/o timeout(?: after)+$/);
  expect(quote.length).toBeLessThan(240);
});

test('a word without spaces around it is quoted as it is', () => {
  const reason = `${'x'.repeat(300)}timeout${'y'.repeat(300)}`;
  expect(quotes(reason, 'timeout')).toEqual(['timeout']);
});

test('words that stand nowhere else, such as an exit code, stay', () => {
  expect(quotes('x', 'exit code 2')).toEqual(['exit code 2']);
});

test('a quote begins with a part of the message, and not with the end of the one before', () => {
  const denial = 'AccessDeniedException: User: arn:aws:sts::111122223333:assumed-role/web-exec/0123 is not authorized to perform: ecr:GetAuthorizationToken';
  const reason = 'ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: '
    + `unable to retrieve ecr registry auth: service call has been retried 1 time(s): ${denial} on resource: * because no identity-based policy allows it`;
  expect(quotes(reason, 'not authorized to perform: ecr:')[0]).toMatch(/^AccessDeniedException: User: /);
});

test('words that a quote before them shows are not quoted again', () => {
  const reason = 'ResourceInitializationError: failed to validate logger args: create stream has been retried 1 times: failed to create Cloudwatch log '
    + 'stream: ResourceNotFoundException: The specified log group does not exist. : exit status 1, and this text goes on for some more words than fit';
  expect(quotes(reason, 'The specified log group does not exist', 'create Cloudwatch log stream: ResourceNotFound')).toHaveLength(1);
});
