import { aSignature } from './a-signature';
import { evidenceOf } from './evidence-of';
import { rank } from '../../src/diagnosis/rank';

const causes = (signatures: Parameters<typeof rank>[1]) => rank(evidenceOf({}), signatures).suspicions.map(({ signature }) => signature.cause);

test('the surer cause comes first', () => {
  expect(causes([
    aSignature({ cause: 'pull/network', clue: { confidence: 'possible' } }),
    aSignature({ cause: 'pull/rate-limit', clue: { confidence: 'likely' } }),
    aSignature({ cause: 'pull/disk-full', clue: { confidence: 'certain' } }),
  ])).toEqual(['pull/disk-full', 'pull/rate-limit', 'pull/network']);
});

test('among equals, what ECS says of the stop comes before its service, its log and a bare exit code', () => {
  expect(causes([
    aSignature({ cause: 'exit/killed', clue: { source: 'container app', quote: 'exit code 137' } }),
    aSignature({ cause: 'app/port-in-use', clue: { source: 'log' } }),
    aSignature({ cause: 'capacity/unavailable', clue: { source: 'service event' } }),
    aSignature({ cause: 'memory/container-limit', clue: { source: 'container app', quote: 'OutOfMemoryError' } }),
  ])).toEqual(['memory/container-limit', 'capacity/unavailable', 'app/port-in-use', 'exit/killed']);
});

test.each(['log-router', 'web-service', 'deployment-hook'])('the reason of a container is no less direct because it is called %s', name => {
  expect(causes([
    aSignature({ cause: 'app/port-in-use', clue: { source: 'service event' } }),
    aSignature({ cause: 'memory/container-limit', clue: { source: `container ${name}`, quote: 'OutOfMemoryError' } }),
  ])).toEqual(['memory/container-limit', 'app/port-in-use']);
});

test('among equals, a cause that names a reason comes before one that only names the failure, however ECS says it', () => {
  expect(causes([
    aSignature({ cause: 'exit/application-error', saysLeast: true, clue: { confidence: 'possible', source: 'stoppedReason' } }),
    aSignature({ cause: 'app/bad-state', clue: { confidence: 'possible', source: 'log' } }),
  ])).toEqual(['app/bad-state', 'exit/application-error']);
});

test('a likely reason comes before a cause that only names the failure, however sure that one is', () => {
  expect(causes([
    aSignature({ cause: 'deploy/circuit-breaker', saysLeast: true, clue: { confidence: 'certain' } }),
    aSignature({ cause: 'init/network', clue: { confidence: 'likely', source: 'service event' } }),
  ])).toEqual(['init/network', 'deploy/circuit-breaker']);
});

test('a cause that only names the failure still comes before what is merely possible', () => {
  expect(causes([
    aSignature({ cause: 'app/bad-state', clue: { confidence: 'possible' } }),
    aSignature({ cause: 'exit/application-error', saysLeast: true, clue: { confidence: 'likely' } }),
  ])).toEqual(['exit/application-error', 'app/bad-state']);
});

test('what is equal in everything stays in the order of the catalogue', () => {
  expect(causes([aSignature({ cause: 'init/network' }), aSignature({ cause: 'pull/network' })])).toEqual(['init/network', 'pull/network']);
});

test('no cause is surer than its signature can ever be', () => {
  expect(rank(evidenceOf({}), [aSignature({ atBest: 'possible' })]).suspicions[0].confidence).toBe('possible');
});

test('two signatures of one cause make one suspicion, the stronger', () => {
  const ranked = rank(evidenceOf({}), [aSignature({ clue: { confidence: 'possible' } }), aSignature({ clue: { confidence: 'certain' } })]);
  expect(ranked.suspicions.map(({ confidence }) => confidence)).toEqual(['certain']);
});

test('a quotation is not repeated, and one without words proves nothing', () => {
  const quotes = ['refused', 'connection refused', 'refused', ' '];
  const clues = quotes.map(quote => ({ confidence: 'likely', source: 'log', says: 'x', quote } as const));
  const [suspicion] = rank(evidenceOf({}), [aSignature({ clues: () => clues })]).suspicions;
  expect(suspicion.clues.map(({ quote }) => quote)).toEqual(['connection refused']);
  expect(causes([aSignature({ clue: { quote: ' ' } })])).toEqual([]);
});

test('a signature that fails becomes a gap, and the others are still asked', () => {
  const failing = aSignature({ cause: 'pull/network', clues: () => { throw new Error('boom'); } });
  const { suspicions, gaps } = rank(evidenceOf({}), [failing, aSignature({})]);
  expect(suspicions.map(({ signature }) => signature.cause)).toEqual(['exit/application-error']);
  expect(gaps).toEqual([{ source: 'signature pull/network', because: expect.stringContaining('boom') }]);
});

test('whatever a broken signature throws, it is a gap', () => {
  const broken = aSignature({ clues: () => { throw 'a text'; } }); // eslint-disable-line no-throw-literal, @typescript-eslint/only-throw-error
  expect(rank(evidenceOf({}), [broken])).toEqual({ suspicions: [], gaps: [{ source: expect.any(String), because: expect.stringContaining('(a text)') }] });
});
