import type { Comparing } from './baseline';
import type { Examination } from '../../doctor/examine';
import { entryInWords } from '../../guardrails/baseline';
import { eachOnce } from '../../guardrails/each-once';
import { UnreadableInput } from '../input/unreadable-input';
import { tell } from '../terminal/print';

/** The examination without the findings that a baseline records. */
export async function againstRecorded(
  examination: Examination, comparing: Comparing,
): Promise<{ readonly fresh: Examination; readonly problems: readonly string[] }> {
  const compared = await comparing(eachOnce((examination.services ?? []).flatMap(({ findings }) => findings)));
  if (compared instanceof UnreadableInput) return { fresh: examination, problems: [compared.message] };
  for (const entry of compared.stale) tell(`the baseline has an entry that matches no finding: ${entryInWords(entry)}`);
  const known = new Set(compared.known.map(keyOf));
  const services = examination.services?.map(service =>
    ({ ...service, findings: service.findings.filter(finding => !known.has(keyOf(finding))) }));
  return { fresh: { ...examination, services }, problems: [] };
}

const keyOf = ({ rule, at, seen }: { readonly rule: { readonly id: string }; readonly at: object; readonly seen: string }): string =>
  JSON.stringify([rule.id, at, seen]);
