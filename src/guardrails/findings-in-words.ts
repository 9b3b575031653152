import { asSentence } from './as-sentence';
import { CATALOGUE } from './catalogue';
import type { Finding } from './evaluate';
import { documentOfGuardrail } from '../causes/documents';
import { groupBy } from '../group-by';
import type { Words } from './model/rule';
import { RULE_CLASSES } from './model/rule-class';

/** What was found, where in the resource, and under which conditions of the template, such as `The root is writable (in Properties.X).` */
export function foundAt({ at, seen, when }: Finding): string {
  const where = [at.property === '' ? [] : `in ${at.property}`, when ?? []].flat().join(' ');
  return `${asSentence(seen)}${where === '' ? '' : ` (${where})`}`;
}

/** The same as a sentence, for whoever names the place beside it. */
export const foundInWords = ({ seen, when }: Finding): string => `${asSentence(seen)}${when === undefined ? '' : ` (${when})`}.`;

/** The pages that a finding rests on. */
export const pagesOf = ({ see, rule }: Finding): readonly string[] => see ?? rule.see;

/** The page of a guardrail of this library; one of a user's own has none here. */
export const documentOf = ({ id }: Words): string | undefined => KNOWN.has(id) ? documentOfGuardrail(id) : undefined;

const KNOWN: ReadonlySet<string> = new Set(CATALOGUE.map(({ id }) => id));

/** Findings with the same words together, each with the names of all places where that was found. */
export const placesByWords = (
  findings: readonly Finding[], nameOf: (finding: Finding) => string,
): ReadonlyMap<string, readonly string[]> => new Map([...groupBy(findings, foundAt)].map(([words, found]) => [words, found.map(nameOf)]));

/** How many findings there are of each class and rule, the gravest class first; a line for each class. */
export function countedByClass(findings: readonly Finding[]): readonly string[] {
  return [undefined, ...RULE_CLASSES].flatMap(ruleClass => {
    const counts = countedByRule(findings.filter(finding => finding.class === ruleClass));
    return counts.length === 0 ? [] : [`${ruleClass ?? 'not classified'}: ${counts.map(([id, count]) => `${count} × ${id}`).join(', ')}`];
  });
}

function countedByRule(findings: readonly Finding[]): readonly (readonly [id: string, count: number])[] {
  const counts = [...groupBy(findings, ({ rule }) => rule.id)].map(([id, { length }]) => [id, length] as const);
  return counts.sort(([, one], [, other]) => other - one);
}

/** Such as `1 error and 12 warnings`, or only `12 warnings` where there is no error. */
export function countedByLevel(findings: readonly Finding[]): string {
  const errors = findings.filter(({ level }) => level === 'error').length;
  return countedParts([[errors, 'error'], [findings.length - errors, 'warning']]) || 'no errors or warnings';
}

/** The counts that are above zero, each with its noun, such as `1 service and 2 task definitions`. */
export function countedParts(parts: readonly (readonly [count: number, one: string])[]): string {
  const counts = parts.filter(([count]) => count > 0).map(([count, one]) => counted(count, one));
  return [counts.slice(0, -1).join(', '), ...counts.slice(-1)].filter(part => part !== '').join(' and ');
}

/** A count with its noun. */
export const counted = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;
