import { Help } from 'commander';
import { createColors } from 'picocolors';
import { asSentence } from '../../guardrails/as-sentence';
import type { Finding } from '../../guardrails/evaluate';

/** How findings are written for people. */
export interface Style {
  readonly colour: boolean;
  readonly width: number;
}

const INDENT = '  ';

/** Findings for people: where each fault is, what it is, why it matters and how to mend it. */
export const findingsAsText = (findings: readonly Finding[], style: Style): string =>
  findings.map(finding => findingAsText(finding, style)).join('\n\n');

function findingAsText({ rule, level: grade, at, seen, when }: Finding, { colour, width }: Style): string {
  const { bold, red, yellow } = createColors(colour);
  const level = (grade === 'error' ? red : yellow)(grade);
  const place = [at.template, at.logicalId ?? at.path, at.property].filter(part => part !== undefined && part !== '').join(' › ');
  const path = at.path === at.logicalId ? [] : [`Construct: ${at.path}`];
  const found = `${asSentence(seen)}${when === undefined ? '' : ` (${when})`}.`;
  const body = [`${found} ${rule.title}`, rule.why, `To fix it: ${rule.fix}`, ...path, ...rule.see.map(address => `See ${address}`)];
  return [`${level} ${bold(rule.id)} in ${place}`, ...body.map(paragraph => wrapped(paragraph, width))].join('\n');
}

const wrapped = (paragraph: string, width: number): string =>
  new Help().boxWrap(paragraph, width - INDENT.length).split('\n').map(line => INDENT + line).join('\n');
