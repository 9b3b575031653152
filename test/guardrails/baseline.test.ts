import { baselineAsText, compareWithBaseline, entryInWords, parseBaseline } from '../../src/guardrails/baseline';
import type { Finding } from '../../src/guardrails/evaluate';

const WORDS = { title: 'Tasks should run.', why: 'They do not.', fix: 'Run them.', see: [], prevents: [] };

const finding = (id: string, path: string, more: Partial<Finding> = {}): Finding =>
  ({ rule: { id, ...WORDS }, level: 'warning', class: 'may fail', at: { path, property: 'Properties.X' }, seen: 'they do not run', ...more });

const placeName = ({ at }: Finding): string => at.path;
const entry = (rule: string, at: string) => ({ rule, at, property: 'Properties.X' });

test('a baseline lists each place of a rule once, in an order that does not depend on the order of findings', () => {
  const text = baselineAsText([finding('one', 'S/Web'), finding('two', 'S/Api'), finding('one', 'S/Web')], placeName);
  expect(JSON.parse(text)).toEqual({ schemaVersion: '1', findings: [entry('two', 'S/Api'), entry('one', 'S/Web')] });
  expect(baselineAsText([finding('two', 'S/Api'), finding('one', 'S/Web')], placeName)).toBe(text);
});

test('a finding about the guardrails themselves is not recorded, one of a rule of the user\'s own is', () => {
  const findings = [finding('broken-rule', 'S/Web', { class: undefined }), finding('shop/names', 'S/Web', { class: undefined })];
  expect(parseBaseline(baselineAsText(findings, placeName))).toEqual([entry('shop/names', 'S/Web')]);
  expect(compareWithBaseline(findings, [entry('broken-rule', 'S/Web')], placeName)).toMatchObject({ fresh: findings, known: [], stale: [] });
});

test('findings are known or new, and entries that no finding matches are stale', () => {
  const [known, fresh] = [finding('one', 'S/Web'), finding('one', 'S/Api')];
  expect(compareWithBaseline([known, fresh], [entry('one', 'S/Web'), entry('two', 'S/Web')], placeName))
    .toEqual({ known: [known], fresh: [fresh], stale: [entry('two', 'S/Web')] });
});

test.each([
  'null', '{}', '{"schemaVersion":"2","findings":[]}', '{"schemaVersion":"1","findings":{}}', '{"schemaVersion":"1","findings":[null]}',
  '{"schemaVersion":"1","findings":["one"]}', '{"schemaVersion":"1","findings":[{"rule":"one","at":"S/Web"}]}',
])('%s is no baseline', text => {
  expect(() => parseBaseline(text)).toThrow("it must have schemaVersion '1' and a list of findings, each with rule, at and property");
});

test('an entry is named by its rule and its place', () => expect(entryInWords(entry('one', 'S/Web'))).toBe('one at S/Web'));
