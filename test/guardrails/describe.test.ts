import { CATALOGUE } from '../../src/guardrails/catalogue';
import { catalogueAsJson, catalogueAsMarkdown, catalogueAsRows } from '../../src/guardrails/describe';

test.each(CATALOGUE.map(rule => [rule.id, rule] as const))('the document says of %s what is good, why, how to mend it and how to allow it', (id, rule) => {
  const section = catalogueAsMarkdown().split('\n## ').find(text => text.startsWith(`${id}\n`));
  for (const words of [rule.title, rule.why, rule.fix, ...rule.see, ...rule.prevents, `HardenedFargate::${id}`]) expect(section).toContain(words.replaceAll('<', '\\<'));
});

test('the table of contents of the document names every rule once', () => {
  const rows = catalogueAsMarkdown().split('\n').filter(line => line.startsWith('| ['));
  expect(rows.map(row => /\[(.*?)\]/.exec(row)?.[1])).toEqual(CATALOGUE.map(({ id }) => id));
});

test('other programs get the same as JSON', () => {
  const rules = JSON.parse(catalogueAsJson()) as { readonly id: string }[];
  expect(rules[0]).toMatchObject({ id: 'alarms-have-actions', class: 'hygiene', level: 'warning', reads: ['alarms'], prevents: [] });
  expect(rules.map(({ id }) => id)).toEqual(CATALOGUE.map(({ id }) => id));
});

test('a terminal gets a line for each rule', () => {
  expect(catalogueAsRows()[0]).toEqual(['alarms-have-actions', expect.stringMatching(/^warning \(hygiene\): [A-Z][^.]+\.?$/)]);
  expect(catalogueAsRows().map(([id]) => id)).toEqual(CATALOGUE.map(({ id }) => id));
});

test('a rule with an example shows the template before and after the fix', () => {
  const [rule] = CATALOGUE;
  const shown = (wrong: string, right: string) => catalogueAsMarkdown([rule], { [rule.id]: { says: 'these words', wrong, right } });
  expect(shown('Wrong: 1', 'Right: 2')).toContain('**Wrong**\n\n```yaml\nWrong: 1\n```\n\n**Right**\n\n```yaml\nRight: 2\n```');
  expect(shown('', 'Right: 2')).toContain('**Wrong:** the template does not have the part below.');
  expect(shown('Wrong: 1', '')).toContain('**Right:** the template does not have the part above.');
  expect(shown('', 'Right: 2')).toContain('before and after this step of the fix: these words');
});
