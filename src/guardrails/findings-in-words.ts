import { asSentence } from './as-sentence';
import type { Finding } from './evaluate';
import { RULE_CLASSES } from './model/rule-class';

/** What was found, where in the resource, and under which conditions of the template, such as `The root is writable (in Properties.X).` */
export function foundAt({ at, seen, when }: Finding): string {
  const where = [at.property === '' ? [] : `in ${at.property}`, when ?? []].flat().join(' ');
  return `${asSentence(seen)}${where === '' ? '' : ` (${where})`}`;
}

/** Findings with the same words together, each with the names of all places where that was found. */
export function placesByWords(findings: readonly Finding[], nameOf: (finding: Finding) => string): ReadonlyMap<string, readonly string[]> {
  const places = new Map<string, string[]>();
  for (const finding of findings) {
    const words = foundAt(finding);
    const known = places.get(words);
    if (known === undefined) places.set(words, [nameOf(finding)]);
    else known.push(nameOf(finding));
  }
  return places;
}

/** How many findings there are of each class and rule, the gravest class first; a line for each class. */
export function countedByClass(findings: readonly Finding[]): readonly string[] {
  return [undefined, ...RULE_CLASSES].flatMap(ruleClass => {
    const counts = countedByRule(findings.filter(finding => finding.class === ruleClass));
    return counts.length === 0 ? [] : [`${ruleClass ?? 'not classified'}: ${counts.map(([id, count]) => `${count} × ${id}`).join(', ')}`];
  });
}

function countedByRule(findings: readonly Finding[]): readonly (readonly [id: string, count: number])[] {
  const counts = new Map<string, number>();
  for (const { rule } of findings) counts.set(rule.id, (counts.get(rule.id) ?? 0) + 1);
  return [...counts].sort(([, one], [, other]) => other - one);
}

/** Such as `1 error and 12 warnings`. */
export function countedByLevel(findings: readonly Finding[]): string {
  const errors = findings.filter(({ level }) => level === 'error').length;
  return `${counted(errors, 'error')} and ${counted(findings.length - errors, 'warning')}`;
}

/** A count with its noun. */
export const counted = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;
