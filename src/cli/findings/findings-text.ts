import { Help } from 'commander';
import { createColors } from 'picocolors';
import { groupBy } from '../../group-by';
import type { Finding } from '../../guardrails/evaluate';
import { documentOf, foundInWords, pagesOf } from '../../guardrails/findings-in-words';
import { gravestFirst } from '../../guardrails/gravest-first';
import type { Words } from '../../guardrails/model/rule';

/** How findings are written for people. */
export interface Style {
  readonly colour: boolean;
  readonly width: number;
}

const INDENT = '  ';

/**
 * Findings for people, the gravest class first: each rule once, with why it matters, the fix and the pages that all its findings
 * rest on, then the places.
 */
export const findingsAsText = (findings: readonly Finding[], style: Style): string =>
  byRule(gravestFirst(findings)).map(group => ruleAsText(group, style)).join('\n\n');

type Group = readonly [Finding, ...Finding[]];

const byRule = (findings: readonly Finding[]): readonly Group[] =>
  [...groupBy(findings, ({ level, rule }) => `${level} ${rule.id}`).values()];

function ruleAsText(findings: Group, { colour, width }: Style): string {
  const { bold, red, yellow } = createColors(colour);
  const [{ rule, level, class: ruleClass }] = findings;
  const heading = `${(level === 'error' ? red : yellow)(level)} ${bold(rule.id)}${ruleClass === undefined ? '' : ` (${ruleClass})`}`;
  const [ofFirst, ...ofOthers] = findings.map(pagesOf);
  const shared = ofFirst.filter(page => ofOthers.every(pages => pages.includes(page)));
  const words = [`${rule.title} ${rule.why}`, `To fix it: ${rule.fix}`, ...shared.map(linkTo), ...exampleOf(rule)];
  return [
    heading,
    ...words.map(paragraph => wrapped(paragraph, width, INDENT)),
    ...findings.flatMap(finding => [
      `${INDENT}- ${placeInWords(finding)}`,
      ...[foundInWords(finding), ...pagesOf(finding).filter(page => !shared.includes(page)).map(linkTo)]
        .map(paragraph => wrapped(paragraph, width, INDENT.repeat(2))),
    ]),
  ].join('\n');
}

const exampleOf = (rule: Words): readonly string[] => [documentOf(rule) ?? []].flat().map(page => `Example: ${page}`);

const linkTo = (page: string): string => `See ${page}`;

function placeInWords({ at }: Finding): string {
  const parts = [at.template, at.logicalId ?? at.path, at.property].filter(part => part !== undefined && part !== '');
  const place = [...new Set(parts)].join(' › ');
  return at.path === at.logicalId || at.logicalId === undefined ? place : `${place} (construct ${at.path})`;
}

const wrapped = (paragraph: string, width: number, indent: string): string =>
  new Help().boxWrap(paragraph, width - indent.length).split('\n').map(line => indent + line).join('\n');
