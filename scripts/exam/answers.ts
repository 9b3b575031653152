import { CAUSES } from '../../src/causes/catalogue';
import { diagnose } from '../../src/diagnosis/diagnose';
import type { Confidence, Diagnosis } from '../../src/diagnosis/model/diagnosis';
import { readEvidence } from '../../src/evidence/read/read-evidence';

/** A failure whose root cause is known; the rest of it is an evidence bundle. */
export interface Case {
  readonly id: string;
  readonly cause: string;
  readonly alsoAcceptable?: readonly string[];
}

export interface Answer extends Case {
  readonly diagnosis: Diagnosis;
  /** Every cause that was named, best first. */
  readonly named: readonly string[];
}

export const CONFIDENCES: readonly Confidence[] = ['certain', 'likely', 'possible'];

const KNOWN: ReadonlySet<string> = new Set(CAUSES.map(({ id }) => id));

/** A set that names a cause which does not exist measures nothing. */
export function requireKnownCauses(file: string, cases: readonly Case[]): readonly Case[] {
  const unknown = cases.flatMap(({ id, cause, alsoAcceptable = [] }) =>
    [cause, ...alsoAcceptable].filter(one => !KNOWN.has(one)).map(one => `${id}: '${one}'`));
  if (unknown.length > 0) throw new Error(`${file} names causes that are not in the catalog: ${unknown.join(', ')}; correct these ids`);
  return cases;
}

export function answer(question: Case): Answer {
  const [diagnosis] = readEvidence(question).map(evidence => diagnose(evidence));
  return { ...question, diagnosis, named: [diagnosis.cause, ...diagnosis.alternatives.map(({ cause }) => cause)] };
}

export const familyOf = ({ cause }: Answer): string => cause.split('/')[0];

export const isRight = ({ cause, alsoAcceptable = [], named }: Answer): boolean => [cause, ...alsoAcceptable].includes(named[0]);

export const isAmongThree = ({ cause, named }: Answer): boolean => named.slice(0, 3).includes(cause);

export const share = (part: readonly unknown[], whole: readonly unknown[]): string =>
  whole.length === 0 ? '-' : `${part.length} of ${whole.length} (${(100 * part.length / whole.length).toFixed(1)} %)`;
