import {
  baselineAsText, type BaselineEntry, type Compared, compareWithBaseline, parseBaseline, type PlaceName,
} from '../../guardrails/baseline';
import type { Finding } from '../../guardrails/evaluate';
import { readText, sizeOf } from '../input/read-text';
import { UnreadableInput } from '../input/unreadable-input';
import { whyUnwritable, writeText } from '../input/write-text';

/** The files of `--baseline` and `--write-baseline`. */
export interface BaselineOptions {
  readonly baseline?: string;
  readonly writeBaseline?: string;
}

/**
 * Without its app, a template is known by its file, and a resource by its logical id; in an account, by its ARN, of which a task
 * definition has another one with each revision.
 */
const placeName: PlaceName = ({ at }) =>
  [at.template, at.logicalId ?? at.path.replace(REVISION, '$1')].filter(part => part !== undefined).join('#');

const REVISION = /(:task-definition\/[^:]+):\d+$/;

/** Tells new findings from those that a baseline records; says why a new baseline was not written. */
export type Comparing = (findings: readonly Finding[]) => Promise<Compared | UnreadableInput>;

/** Reads a baseline, and checks that a new one can be written, before there is anything to compare: that may take minutes of calls. */
export async function openBaseline({ writeBaseline, baseline = writeBaseline }: BaselineOptions): Promise<Comparing | UnreadableInput> {
  const recorded = baseline === undefined || baseline === writeBaseline ? [] : await readBaseline(baseline);
  if (recorded instanceof UnreadableInput) return recorded;
  const problem = writeBaseline === undefined ? undefined : await whyNotReplaced(writeBaseline);
  if (problem !== undefined) return problem;
  return async findings => {
    if (writeBaseline === undefined) return compareWithBaseline(findings, recorded, placeName);
    const text = baselineAsText(findings, placeName);
    return await writeText(writeBaseline, text)
      ?? compareWithBaseline(findings, baseline === writeBaseline ? parseBaseline(text) : recorded, placeName);
  };
}

/** Tells new findings from those that a baseline records; writes the baseline first where that is asked for. */
export async function againstBaseline(findings: readonly Finding[], options: BaselineOptions): Promise<Compared | UnreadableInput> {
  const comparing = await openBaseline(options);
  return comparing instanceof UnreadableInput ? comparing : comparing(findings);
}

/** Only a file that is not there yet is to be written: a wrong name may be that of a file with something else in it. */
async function readBaseline(file: string): Promise<readonly BaselineEntry[] | UnreadableInput> {
  if (await sizeOf(file) === undefined) return new UnreadableInput(file, `no such file; write it with --write-baseline ${file}`);
  try {
    return parseBaseline(await readText(file));
  } catch (error) {
    if (error instanceof UnreadableInput) return error;
    return new UnreadableInput(file, `not a baseline: ${error instanceof Error ? error.message : String(error)}; check its name`);
  }
}

/** Only a baseline is replaced by a baseline. */
async function whyNotReplaced(file: string): Promise<UnreadableInput | undefined> {
  const unwritable = await whyUnwritable(file);
  if (unwritable !== undefined || !await sizeOf(file)) return unwritable;
  const replaced = await readBaseline(file);
  return replaced instanceof UnreadableInput
    ? new UnreadableInput(file, 'is not written, because a file of this name exists and is not a baseline; name another file')
    : undefined;
}
