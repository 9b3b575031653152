import { stringify } from 'yaml';
import { PLAIN } from './catalogue';
import { differenceOf, type Part } from './template-difference';
import type { TemplateBody } from '../../../src/facts/template/source/template-source';
import { CATALOGUE } from '../../../src/guardrails/catalogue';
import type { GuardrailExample } from '../../../src/guardrails/describe';
import { judgeCorpus } from '../corpus/judge-corpus';

/** A longer part says nothing more to a reader who looks for the one line that matters. */
const MOST_LINES = 36;

/** The examples that the CDK synthesizes today. */
export const synthesizedExamples = (): Examples => examplesFrom(judgeCorpus(VARIANTS).map(({ templates }) => templates));

type Examples = Readonly<Record<string, GuardrailExample>>;

/** What is synthesized for the examples: each broken service, then its fixed twin. */
const VARIANTS = PLAIN.flatMap(([,, broken, fixed]) => [broken, fixed]);

/** For each guardrail the followed fix that changes least: what differs in the template before it and after it. */
function examplesFrom(variants: readonly (readonly TemplateBody[])[]): Examples {
  const all = PLAIN.map(([rule, says], index) => {
    const [wrong, right] = differenceOf(variants[2 * index], variants[2 * index + 1]).map(inYaml);
    return { rule, says, wrong, right };
  });
  return Object.fromEntries(CATALOGUE.map(({ id }) => {
    const [{ rule: _, ...least }] = all.filter(({ rule }) => rule === id).sort((one, other) => lengthOf(one) - lengthOf(other));
    return [id, { ...least, wrong: shortened(least.wrong), right: shortened(least.right) }];
  }));
}

const lengthOf = ({ wrong, right }: GuardrailExample): number => (wrong + right).split('\n').length;

const inYaml = (part: Part): string =>
  Object.keys(part).length === 0 ? '' : stringify(part, { lineWidth: 110, aliasDuplicateObjects: false }).trimEnd();

function shortened(text: string): string {
  const lines = text.split('\n');
  return lines.length <= MOST_LINES ? text : [...lines.slice(0, MOST_LINES), '# …'].join('\n');
}
