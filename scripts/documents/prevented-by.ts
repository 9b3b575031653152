import { CAUSES } from '../../src/causes/catalogue';
import { CATALOGUE } from '../../src/guardrails/catalogue';
import type { Rule } from '../../src/guardrails/model/rule';

/** Which rules prevent each cause, as a file of `src/causes`: the diagnosis names rules and must not load them. */
export function preventedByAsTypeScript(rules: readonly Pick<Rule, 'id' | 'prevents'>[] = CATALOGUE): string {
  const rows = CAUSES.flatMap(({ id }) => {
    const preventing = rules.filter(({ prevents }) => prevents.includes(id));
    return preventing.length === 0 ? [] : [`  '${id}': [`, ...preventing.map(rule => `    '${rule.id}',`), '  ],'];
  });
  return [
    '// Generated from the rules by `npm run docs`.',
    "import type { CauseId } from './catalogue';",
    '',
    'export type PreventedBy = { readonly [cause in CauseId]?: readonly string[] };',
    '',
    '/** The ids of the guardrails that refuse templates in which a cause would occur. */',
    'export const PREVENTED_BY: PreventedBy = {',
    ...rows,
    '};',
    '',
  ].join('\n');
}
