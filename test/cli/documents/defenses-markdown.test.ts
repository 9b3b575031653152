import { CAUSES } from '../../../src/causes/catalogue';
import { type CauseDescription, describeCauses } from '../../../src/cli/documents/cause-description';
import { defensesAsMarkdown } from '../../../src/cli/documents/defenses-markdown';

const rowOf = (document: string, id: string): string | undefined => document.split('\n').find(line => line.startsWith(`| [\`${id}\`]`));

const BARE: CauseDescription = { ...describeCauses()[0], defaults: [], guardrails: [], signatures: [] };

test.each(CAUSES.map(({ id }) => id))('%s has a row in the table of defenses', id => {
  expect(rowOf(defensesAsMarkdown(), id)).toBeDefined();
});

test('a cause that nothing stands against shows three holes', () => {
  expect(rowOf(defensesAsMarkdown([BARE]), BARE.id)).toMatch(/ \| · \| · \| · \|$/);
});

test('the summary counts what is missing', () => {
  const armed = describeCauses().find(({ defaults, guardrails, signatures }) => defaults.length * guardrails.length * signatures.length > 0)!;
  expect(defensesAsMarkdown([BARE, armed])).toContain('Of 2 causes, 1 has a default, 1 a guardrail and 1 a signature.');
});

test('every guardrail in the table prevents the cause of its row', () => {
  for (const { id, guardrails } of describeCauses()) {
    for (const { prevents } of guardrails) expect(prevents).toContain(id);
  }
});
