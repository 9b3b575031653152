import { CATALOGUE } from './catalogue';
import { counterExampleOf } from './counter-example';
import type { Rule } from './model/rule';
import { levelOf, levelOfPromise, MEANINGS, RULE_CLASSES, type RuleClass } from './model/rule-class';

const INTRODUCTION = 'A guardrail is a requirement that a Fargate service should meet before it is deployed. An error stops synthesis '
  + 'until you fix it, or acknowledge it with a reason. A warning is only reported. The level follows from the class: the consequence if a '
  + 'service does not meet the requirement.';

const FACTS = 'The facts of a guardrail are the values that it reads from the templates. '
  + '`hardened-fargate facts --template cdk.out/*.template.json` prints them.';

/** A fix that was followed: the part of a synthesized template before and after it, in YAML; empty if it only adds or removes. */
export interface GuardrailExample {
  /** The words of the fix. */
  readonly says: string;
  readonly wrong: string;
  readonly right: string;
}

type Examples = Readonly<Record<string, GuardrailExample>>;

/** The guardrails as a document for people, printed from the words of the rules; with examples where they are given. */
export function catalogueAsMarkdown(rules: readonly Rule[] = CATALOGUE, examples: Examples = {}): string {
  return [
    '# Guardrails',
    '',
    INTRODUCTION,
    '',
    '| class | meaning | level | level for HardenedFargateService |',
    '|---|---|---|---|',
    ...RULE_CLASSES.map(each => `| ${each} | ${MEANINGS[each]} | ${levelOf(each)} | ${levelOfPromise(each)} |`),
    '',
    'For HardenedFargateService, a guardrail of any class is an error if an override removes a default of the construct.',
    '',
    'The class of a finding can differ from the class of its guardrail. '
      + 'For example, AWS can reject one wrong value and accept a missing value.',
    '',
    FACTS,
    '',
    '| guardrail | class | requirement |',
    '|---|---|---|',
    ...rules.map(({ id, class: ruleClass, title }) => `| [${id}](#${id}) | ${ruleClass} | ${title} |`),
    '',
    rules.map(rule => ruleAsMarkdown(rule, examples[rule.id])).join('\n'),
  ].join('\n');
}

/** The guardrails with one line each, for a terminal. */
export const catalogueAsRows = (rules: readonly Rule[] = CATALOGUE): readonly (readonly [id: string, words: string])[] =>
  rules.map(({ id, class: ruleClass, title }) => [id, `${levelOf(ruleClass)} (${ruleClass}): ${title}`]);

/** The guardrails as data for other programs. */
export const catalogueAsJson = (rules: readonly Rule[] = CATALOGUE): string => `${JSON.stringify(rules.map(ruleAsData), undefined, 2)}\n`;

function ruleAsData({ id, class: ruleClass, judges, property, reads, title, why, fix, see, prevents }: Rule): object {
  return { id, class: ruleClass, level: levelOf(ruleClass), judges, property, reads, title, why, fix, see, prevents };
}

function ruleAsMarkdown(rule: Rule, example: GuardrailExample | undefined): string {
  const { id, class: ruleClass, judges, reads, title, why, fix, see, prevents } = rule;
  return [
    `## ${id}`,
    '',
    `**${title}** (${ruleClass}: ${levelsOf(ruleClass)})`,
    '',
    why,
    '',
    `- Fix: ${fix.replaceAll('<', '\\<')}`,
    ...prevents.length > 0 ? [`- Prevents: ${prevents.map(linkToCause).join(', ')}`] : [],
    `- Acknowledge: \`Validations.of(construct).acknowledge({ id: 'HardenedFargate::${id}', reason: '…' })\``,
    `- Facts: ${reads.map(fact => `\`${fact}\``).join(', ')}`,
    ...see.map(address => `- See <${address}>`),
    '',
    `The smallest change to the facts of a hardened ${SUBJECTS[judges]} that causes this finding:`,
    '',
    '```js',
    counterExampleOf(rule),
    '```',
    '',
    ...example === undefined ? [] : exampleAsMarkdown(fix, example),
  ].join('\n');
}

/** The level of a class, and the other one for HardenedFargateService where it differs. */
const levelsOf = (ruleClass: RuleClass): string => levelOfPromise(ruleClass) === levelOf(ruleClass)
  ? levelOf(ruleClass)
  : `${levelOf(ruleClass)}, and ${levelOfPromise(ruleClass)} for HardenedFargateService`;

/** What a template says before and after the fix; the rest of both is the same. */
function exampleAsMarkdown(fix: string, { says, wrong, right }: GuardrailExample): readonly string[] {
  return [
    `In a template, before and after this step of the fix: ${sentenceWith(says, fix).replaceAll('<', '\\<')}`,
    '',
    ...wrong === '' ? ['**Wrong:** the template does not have the part below.', ''] : ['**Wrong**', '', '```yaml', wrong, '```', ''],
    ...right === '' ? ['**Right:** the template does not have the part above.', ''] : ['**Right**', '', '```yaml', right, '```', ''],
  ];
}

/** The sentence of a text that holds the words; the words alone if they are in several. */
const sentenceWith = (words: string, text: string): string =>
  text.split(/(?<=\.) (?=[A-Z])/).find(sentence => sentence.includes(words)) ?? words;

const linkToCause = (cause: string): string => `[\`${cause}\`](CAUSES.md#${cause.replace('/', '')})`;

const SUBJECTS: Readonly<Record<Rule['judges'], string>> = {
  service: 'service',
  task: 'task',
  container: 'container',
  targetGroup: 'target group',
  listener: 'listener',
  loadBalancer: 'load balancer',
  cluster: 'cluster',
};
