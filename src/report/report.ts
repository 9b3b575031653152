import { stopFields } from './stop-fields';
import { parseArn, shortName } from '../aws/arn';
import { causeOf } from '../causes/catalogue';
import { DEFAULTS } from '../causes/defaults';
import { documentOfCause } from '../causes/documents';
import { inShort } from '../causes/in-short';
import { signatureOf } from '../diagnosis/catalogue';
import { isPage } from '../diagnosis/model/action';
import type { Action, Diagnosis, QuotedClue } from '../diagnosis/model/diagnosis';
import { visible } from '../evidence/clean/clean-text';
import { mapStrings } from '../evidence/clean/map-strings';
import type { Gap } from '../evidence/model/gap';

/** A page of the AWS console or of the documents. */
export interface Page {
  /** An order, without full stop. */
  readonly title: string;
  readonly url: string;
}

/** What a person is told, before it is laid out for a terminal, a page or a chat. */
export interface Report {
  readonly badge: 'FAILURE' | 'NOTICE' | 'BENIGN';
  readonly title: string;
  /** Where and when, in a few words each. */
  readonly facts: readonly string[];
  /** The fields in which ECS says how the task stopped, and what an absent one means. */
  readonly stop: readonly string[];
  /** Where the console shows it. */
  readonly page?: Page;
  /** Further pages of the console. */
  readonly furtherPages: readonly Page[];
  readonly happened: string;
  /** How sure the cause is, and so what the quotations are; a heading. */
  readonly whyHeading: string;
  readonly why: readonly QuotedClue[];
  readonly steps: readonly Action[];
  readonly alternativesHeading: string;
  readonly alternatives: readonly string[];
  readonly prevention: readonly string[];
  readonly gaps: readonly string[];
  /** The page of the cause in the documents of this project. */
  readonly documentation: Page;
}

/** What fits on one screen; the JSON has the rest. */
const MOST = { clues: 3, steps: 3, commands: 2, alternatives: 2, gaps: 2, furtherGaps: 6 } as const;

/** Chooses what a person needs first, in the words of a report. */
export function reportOf(given: Diagnosis): Report {
  const diagnosis = mapStrings(given, visible);
  const { severity, title, clues, gaps } = diagnosis;
  const actions = diagnosis.actions.filter(action => !isPage(action));
  return {
    badge: BADGES[severity],
    title,
    facts: factsOf(diagnosis),
    stop: stopFields(diagnosis),
    page: pagesOf(diagnosis)[0],
    furtherPages: pagesOf(diagnosis).slice(1),
    happened: [diagnosis.summary, retry(diagnosis)].filter(Boolean).join(' '),
    whyHeading: diagnosis.cause === 'unknown' ? 'Evidence' : `Evidence (${SURENESS[diagnosis.confidence]})`,
    why: clues.slice(0, MOST.clues),
    steps: actions.slice(0, MOST.steps).map(action => ({ ...action, commands: firstOf(action.commands) })),
    alternativesHeading: alternativesHeadingOf(diagnosis),
    alternatives: alternativesOf(diagnosis),
    prevention: preventionOf(diagnosis),
    gaps: [...gaps.slice(0, MOST.gaps).map(gap => inWords(gap, actions)), ...furtherGaps(gaps.slice(MOST.gaps))],
    documentation: { title: 'About this cause', url: documentOfCause(diagnosis.cause) },
  };
}

/** Who allows the first calls and runs the command again should not find the next ones missing. */
function furtherGaps(gaps: Diagnosis['gaps']): readonly string[] {
  const sources = [...new Set(gaps.map(({ source }) => source))];
  const more = sources.length - MOST.furtherGaps;
  const named = [...sources.slice(0, MOST.furtherGaps), ...more > 0 ? [`and ${more} more`] : []];
  return sources.length > 0 ? [`also missing: ${named.join(', ')}`] : [];
}

/** A command that needs what another one shows is of no use without it, nor the other one without it. */
const firstOf = (commands: readonly string[]): readonly string[] =>
  commands.slice(0, commands.some(command => /<[a-z][a-z0-9-]*>/.test(command)) ? 2 * MOST.commands : MOST.commands);

const BADGES = { failure: 'FAILURE', notice: 'NOTICE', benign: 'BENIGN' } as const;

const SURENESS = { certain: 'certain', likely: 'likely', possible: 'possible' } as const;

function factsOf({ cluster, taskArn, lastSeen, occurrences }: Diagnosis): readonly string[] {
  const facts: readonly (readonly [known: unknown, fact: string])[] = [
    [cluster, `cluster ${cluster}`],
    [taskArn, `task ${shortName(taskArn ?? '')}`],
    [parseArn(taskArn ?? undefined), parseArn(taskArn ?? undefined)?.region ?? ''],
    [lastSeen, `${lastSeen?.slice(0, 16).replace('T', ' ')} UTC`],
    [occurrences > 1, `${occurrences} times`],
  ];
  return facts.filter(([known]) => known).map(([, fact]) => fact);
}

/** The pages of the console that a diagnosis leads to, the one to begin with first. */
export const pagesOf = ({ actions }: Diagnosis): readonly Page[] =>
  actions.filter(isPage).map(({ title, commands }) => ({ title: title.replace(/\.$/, ''), url: commands[0] }));

function retry({ severity, retriable }: Diagnosis): string {
  if (severity !== 'failure' || retriable === null) return '';
  return retriable ? 'A retry of the same task might succeed.' : 'A retry without a change will fail the same way.';
}

function alternativesHeadingOf({ severity, cause }: Diagnosis): string {
  if (severity === 'benign') return 'Other issues found';
  return signatureOf(cause)?.concerns === 'deployment' ? 'Likely causes of the task failures' : 'Other possible causes';
}

/** A certain cause needs no other; beside a benign one only a failure is worth a look. */
function alternativesOf({ cause: leading, severity, confidence, alternatives }: Diagnosis): readonly string[] {
  const benign = severity === 'benign';
  const broader = signatureOf(leading)?.broader;
  if (confidence === 'certain' && !benign) return [];
  return alternatives
    .filter(({ cause }) => !benign || causeOf(cause).severity === 'failure')
    .filter(({ cause }) => cause !== broader)
    .slice(0, MOST.alternatives)
    .map(({ cause, toConfirm }) => `${inShort(cause)} (${cause}). ${toConfirm}`);
}

function preventionOf(diagnosis: Diagnosis): readonly string[] {
  const { severity, prevention } = diagnosis;
  const overruled = prevention.flatMap(({ guardrail, acknowledged }) =>
    acknowledged ? [`guardrail ${guardrail}, acknowledged: ${acknowledged.reason}`] : []);
  const standing = prevention.filter(({ acknowledged }) => acknowledged === null).map(({ guardrail }) => guardrail);
  if (severity === 'benign') return overruled;
  return [...overruled, ...standing.length > 0 ? [`guardrail ${standing.join(', ')}`] : [], ...byConstruct(diagnosis)];
}

/** What the construct does by itself; where it does nothing, the props with which a person does it. */
function byConstruct({ cause, actions }: Diagnosis): readonly string[] {
  const byItself = DEFAULTS.find(one => one.cause === cause);
  if (byItself) return [`HardenedFargateService by default: ${byItself.says[0].toLowerCase()}${byItself.says.slice(1)}`];
  const props = [...new Set(actions.flatMap(({ prop }) => prop ?? []))];
  return props.length > 0 ? [`${props.length > 1 ? 'props' : 'prop'} ${props.join(', ')} of HardenedFargateService`] : [];
}

/** A command that is already one of the steps is not printed twice. */
function inWords({ source, because }: Gap, actions: readonly Action[]): string {
  const step = actions.slice(0, MOST.steps).findIndex(({ commands }) => commands.some(command => because.endsWith(command)));
  const command = actions[step]?.commands.find(words => because.endsWith(words)) ?? '';
  return step < 0
    ? `${source}: ${because}`
    : `${source}: ${because.slice(0, -command.length).trimEnd().replace(/[;:]?[^;:]{0,200}:$/, '')}; see step ${step + 1}`;
}
