import { diagnose } from '../../../src/diagnosis/diagnose';
import { wantedEvidence } from '../../../src/diagnosis/wanted-evidence';
import { evidenceOf } from '../evidence-of';

const FAILED = '(service web) (task 0b0c11fa47b04ed0a669fa3ce6345afa) failed container health checks.';
const STEADY = '(service web) has reached a steady state.';
const STARTED = '(service web) has started 1 tasks: (task 0b0c11fa47b04ed0a669fa3ce6345afa).';

const quotesOf = (...serviceEvents: readonly string[]): readonly string[] =>
  diagnose(evidenceOf({ service: 'web', serviceEvents })).clues.map(({ quote }) => quote);

test('a failure that the service has recovered from is reported with its recovery', () => {
  const { cause, confidence, clues } = diagnose(evidenceOf({ service: 'web', serviceEvents: [STEADY, STARTED, FAILED] }));
  expect([cause, confidence]).toEqual(['health/container', 'likely']);
  expect(clues.at(-1)).toMatchObject({ quote: STEADY, says: 'a newer message: the service is steady again' });
});

test.each([
  ['before the failure', [FAILED, STARTED, STEADY]],
  ['at no time', [STARTED, FAILED]],
])('a service that was steady %s has not recovered', (_, events) => expect(quotesOf(...events)).not.toContain(STEADY));

test('a service that was steady between two failures has not recovered from the newer one', () => {
  expect(quotesOf(FAILED, STEADY, '(service web) was unable to place a task. Reason: Capacity is unavailable at this time.')).not.toContain(STEADY);
});

test('the messages of a service are not asked for, only to tell that it is steady again', () => {
  const killed = evidenceOf({ task: { containers: [{ name: 'app', exitCode: 1 }] }, logTail: ['Error: connect ECONNREFUSED 10.0.3.17:5432'] });
  expect(wantedEvidence(killed).parts).not.toContain('serviceEvents');
});
