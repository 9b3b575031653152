import { reportOf } from '../../src/report/report';
import { aDiagnosis } from '../diagnosis/a-diagnosis';

const five = [1, 2, 3, 4, 5];

test('a report has what fits on one screen: three quotes, three steps of two commands, two alternatives and two gaps, with the names of the others', () => {
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
  expect(report.gaps).toEqual(['gap 1: denied', 'gap 2: denied', 'also missing: gap 3, gap 4, gap 5']);
});

test('of very many gaps, the number is told', () => {
  const gaps = Array.from({ length: 12 }, (_, index) => ({ source: `gap ${index}`, because: 'denied' }));
  expect(reportOf(aDiagnosis({ gaps })).gaps.at(-1)).toBe('also missing: gap 2, gap 3, gap 4, gap 5, gap 6, gap 7, and 4 more');
});
