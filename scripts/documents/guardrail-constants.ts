import { readFileSync } from 'node:fs';
import { CATALOGUE } from '../../src/guardrails/catalogue';
import { NOT_JUDGED } from '../../src/guardrails/model/not-judged';
import type { Words } from '../../src/guardrails/model/rule';
import { ABOUT_JUDGING } from '../../src/guardrails/plugin/about-judging';

const FILE = 'src/guardrails/plugin/settings/guardrail.ts';
const BEGIN = '  // From the catalog, by `npm run docs`.\n';
const END = '  // End of the catalogue.\n';

/** The class of a guardrail, with a constant for each that a user can name. */
export function guardrailsAsConstants(guardrails: readonly Words[] = [...CATALOGUE, ...ABOUT_JUDGING, NOT_JUDGED]): string {
  const [before, rest] = readFileSync(FILE, 'utf8').split(BEGIN);
  if (rest === undefined) throw new Error(`'${FILE}' has no '${BEGIN.trim()}', but the constants are printed after it; put it back`);
  return [before, BEGIN, ...guardrails.map(constantOf), END, rest.split(END)[1]].join('');
}

const constantOf = ({ id, title }: Words): string => [
  `  /** ${title} */`,
  `  public static readonly ${id.toUpperCase().replace(/-/g, '_')} = new Guardrail('${id}');`,
  '',
].join('\n');
