import { INSIGHTS, withInsights } from '../../../src/diagnosis/insights/with-insights';
import type { Clue } from '../../../src/diagnosis/model/signature';
import { aSignature } from '../a-signature';
import { evidenceOf } from '../evidence-of';

const NOTHING = evidenceOf({});
const SAID: Clue = { confidence: 'certain', source: 'stoppedReason', quote: 'it', says: 'the reason says so' };

test('without measurements and settings the signatures stay as they are', () => {
  const signatures = [aSignature({})];
  expect(withInsights(signatures, NOTHING)).toBe(signatures);
});

test('measurements change only the causes that they are about', () => {
  const memoryUse = [1, 2, 3].map(minute => ({ time: `2026-11-02T03:0${minute}:00Z`, percent: 99 }));
  const [other, memory] = withInsights([aSignature({}), aSignature({ cause: 'memory/container-limit' })], evidenceOf({ memoryUse }));
  expect(other.says).toBe(aSignature({}).says);
  expect(memory.says).toMatch(/always near the limit/);
});

test.each(INSIGHTS.flatMap(insight => insight.causes.map(cause => [cause, insight] as const)))('nothing is added to %s where nothing was measured', (cause, insight) => {
  const usual = [{ title: 'Read the log.', commands: [], prop: null }];
  expect(insight.isGiven(NOTHING)).toBe(false);
  expect(insight.clues(NOTHING, cause, [SAID])).toEqual([]);
  expect(insight.says(NOTHING)).toBeUndefined();
  expect(insight.actions(NOTHING, usual)).toEqual(usual);
});
