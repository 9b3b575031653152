import { type IPolicyValidationContext, Stack } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { isWithin } from './acknowledgements';
import { type BaselineEntry, baselineAsText, compareWithBaseline, entryInWords, type PlaceName } from '../../baseline';
import type { Finding } from '../../evaluate';
import { counted } from '../../findings-in-words';
import type { Words } from '../../model/rule';
import type { GuardrailBaseline } from '../settings/guardrail-baseline';

/** The context key that has synthesis write the baseline; without it, synthesis edits no file of the user. */
const WRITE = 'hardened-fargate:write-baseline';

const WRITE_COMMAND = `cdk synth -c ${WRITE}=true`;

/** What is reported of a baseline that cannot be read: every finding is then a new one. */
export const BASELINE_UNREADABLE: Words = {
  id: 'baseline-unreadable',
  title: 'The baseline should be a file that FargateGuardrails can read.',
  why: 'Without the baseline, every finding counts as new.',
  fix: `Write the baseline with ${WRITE_COMMAND} and commit the file, or remove the prop baseline.`,
  see: [],
  prevents: [],
};

/** What is reported of entries that match no finding: they would hide the same finding when it comes back. */
export const BASELINE_STALE: Words = {
  id: 'baseline-stale',
  title: 'Every entry of the baseline should match a finding.',
  why: 'An entry without a finding hides the finding if it comes back.',
  fix: `Write the baseline again with ${WRITE_COMMAND}, or remove the entries from the file.`,
  see: [],
  prevents: [],
};

/** What is reported while the baseline is written: with the key in cdk.json, no finding would ever be new. */
export const BASELINE_WRITTEN: Words = {
  id: 'baseline-written',
  title: 'The baseline should be written only when you ask for it.',
  why: 'While the context key is set, every finding is recorded and none stops synthesis.',
  fix: `Review and commit the file. Do not put '${WRITE}' into cdk.json.`,
  see: [],
  prevents: [],
};

/** Findings that are new, those that the baseline records, and what is to be said of the baseline itself. */
export interface Baselined {
  readonly fresh: readonly Finding[];
  readonly known: readonly Finding[];
  readonly about: readonly Finding[];
}

const pathOf: PlaceName = ({ at }) => at.path;

/** Takes what a baseline records out of the findings; writes the baseline where the context asks for it. */
export function applyBaseline(
  baseline: GuardrailBaseline, findings: readonly Finding[], { appConstruct, stackTemplates }: IPolicyValidationContext,
): Baselined {
  const tell = (rule: Words, level: Finding['level'], seen: string): Finding =>
    ({ rule, level, at: { path: stackTemplates[0].stackConstructPath, property: '' }, seen });
  try {
    const isWriting = String(appConstruct.node.tryGetContext(WRITE)) === 'true';
    if (isWriting) baseline._write(baselineAsText(findings, pathOf));
    const { fresh, known, stale } = compareWithBaseline(findings, baseline._read(), pathOf);
    const selected = stackTemplates.map(({ stackConstructPath }) => stackConstructPath);
    const outdated = stale.filter(isDecidable(appConstruct, selected)).map(entryInWords);
    return {
      fresh,
      known,
      about: [
        ...isWriting ? [tell(BASELINE_WRITTEN, 'warning', `${counted(known.length, 'finding')} recorded in '${baseline.file}'`)] : [],
        ...outdated.length > 0
          ? [tell(BASELINE_STALE, 'warning', `'${baseline.file}' has entries that match no finding: ${outdated.join(', ')}`)]
          : [],
      ],
    };
  } catch (error) {
    const seen = `'${baseline.file}' cannot be read: ${wordsOf(error)}`;
    return { fresh: findings, known: [], about: [tell(BASELINE_UNREADABLE, 'error', seen)] };
  }
}

/** Whether an entry would have been found: one in a stack that is not selected now is neither here nor gone. */
function isDecidable(app: IConstruct, selected: readonly string[]): (entry: BaselineEntry) => boolean {
  const others = app.node.findAll().filter(Stack.isStack).map(({ node }) => node.path).filter(path => !selected.includes(path));
  return ({ at }) => selected.some(stack => isWithin(at, stack)) || !others.some(stack => isWithin(at, stack));
}

const wordsOf = (error: unknown): string =>
  (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'the file does not exist' : String(error instanceof Error ? error.message : error);
