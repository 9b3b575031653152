import { reportOf } from '../../src/report/report';
import { aDiagnosis } from '../diagnosis/a-diagnosis';

const five = [1, 2, 3, 4, 5];

test('a report has what fits on one screen: three quotes, three steps of two commands, two alternatives and two gaps', () => {
  const report = reportOf(aDiagnosis({
    clues: five.map(number => ({ source: 'log', quote: `quote ${number}`, says: 'so' })),
    actions: five.map(number => ({ title: `Step ${number}.`, commands: five.map(each => `aws step ${number} command ${each}`), prop: null })),
    alternatives: five.map(() => ({ cause: 'init/secret-kms', confidence: 'possible', toConfirm: 'Look.' })),
    gaps: five.map(number => ({ source: `gap ${number}`, because: 'denied' })),
  }));
  expect(report.why.map(({ quote }) => quote)).toEqual(['quote 1', 'quote 2', 'quote 3']);
  expect(report.steps).toHaveLength(3);
  expect(report.steps[0].commands).toEqual(['aws step 1 command 1', 'aws step 1 command 2']);
  expect(report.alternatives).toHaveLength(2);
  expect(report.gaps).toHaveLength(2);
});
