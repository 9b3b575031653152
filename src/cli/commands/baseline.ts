import { baselineAsText, type Compared, compareWithBaseline, parseBaseline, type PlaceName } from '../../guardrails/baseline';
import type { Finding } from '../../guardrails/evaluate';
import { readText } from '../input/read-text';
import { UnreadableInput } from '../input/unreadable-input';
import { writeText } from '../input/write-text';

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

/** Tells new findings from those that a baseline records; writes the baseline first where that is asked for. */
export async function againstBaseline(
  findings: readonly Finding[], { writeBaseline, baseline = writeBaseline }: BaselineOptions,
): Promise<Compared | UnreadableInput> {
  if (baseline === undefined) return { fresh: findings, known: [], stale: [] };
  const failed = writeBaseline === undefined ? undefined : await writeText(writeBaseline, baselineAsText(findings, placeName));
  if (failed !== undefined) return failed;
  try {
    return compareWithBaseline(findings, parseBaseline(await readText(baseline)), placeName);
  } catch (error) {
    const wayOut = `write it with --write-baseline ${baseline}`;
    if (error instanceof UnreadableInput) return new UnreadableInput(baseline, `cannot be read; ${wayOut}`);
    const reason = error instanceof Error ? error.message : String(error);
    return new UnreadableInput(baseline, `not a baseline: ${reason}; ${wayOut}`);
  }
}
