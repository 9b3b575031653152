import type { Finding } from './evaluate';
import { isKnown, type Known } from '../facts/model/fact';
import type { Case } from '../facts/template/cases';
import { nameOfCondition } from '../facts/template/functions/conditions';

/** The findings of all cases, each once; one that is not there in every case says in which. */
export function mergeCases(cases: readonly Case<readonly Finding[]>[]): readonly Finding[] {
  if (cases.length < 2) return cases.flatMap(({ result }) => result);
  const seenIn = new Map<string, { readonly finding: Finding; readonly inside: Set<Case<unknown>> }>();
  for (const each of cases) {
    for (const finding of each.result) {
      const key = JSON.stringify([finding.rule.id, finding.level, finding.at, finding.seen]);
      const known = seenIn.get(key) ?? { finding, inside: new Set() };
      seenIn.set(key, known);
      known.inside.add(each);
    }
  }
  return [...seenIn.values()].map(({ finding, inside }) =>
    inside.size === cases.length ? finding : { ...finding, when: whenOf([...inside], cases) });
}

type Truths = Case<unknown>['truths'];

/** In which of all cases these are: as few conditions as tell them from the others, or else all of the first of them. */
function whenOf(inside: readonly Case<unknown>[], all: readonly Case<unknown>[]): string {
  const shared = truthsShared(inside);
  const outside = all.filter(each => !inside.includes(each));
  const tellsApart = (truths: Truths) => outside.every(each => !agrees(each, truths));
  if (!tellsApart(shared)) return `at least when ${conditionsInWords(truthsShared(inside.slice(0, 1)))}`;
  const needed = [...shared.keys()].reduce((kept, key) => tellsApart(without(kept, key)) ? without(kept, key) : kept, shared);
  return `when ${conditionsInWords(needed)}`;
}

/** What is known to be the same in all of these cases. */
function truthsShared([first, ...others]: readonly Case<unknown>[]): Truths {
  return new Map(
    [...first.truths].filter(([key, truth]) => typeof truth === 'boolean' && others.every(({ truths }) => truths.get(key) === truth)),
  );
}

const agrees = ({ truths }: Case<unknown>, wanted: Truths): boolean => [...wanted].every(([key, truth]) => truths.get(key) === truth);

const without = (truths: Truths, key: string): Truths => new Map([...truths].filter(([other]) => other !== key));

/** Conditions and whether they hold, such as `condition 'IsProduction' is true`. */
export const conditionsInWords = (truths: ReadonlyMap<string, Known<boolean>>): string =>
  [...truths].map(([key, truth]) => `condition '${nameOfCondition(key)}' is ${isKnown(truth) ? String(truth) : 'unknown'}`).join(' and ');
