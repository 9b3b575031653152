import { signatureOf } from './catalogue';
import { shortName } from '../aws/arn';
import { rankOf } from './model/confidence';
import type { Alternative, Diagnosis, QuotedClue } from './model/diagnosis';
import type { CauseId } from '../causes/catalogue';
import { inShort } from '../causes/in-short';
import { bounded } from '../evidence/clean/clean-text';

const MOST_CAUSES = 5;
const MOST_CLUES = 5;
const LONGEST_TITLE = 250;

/** A cause, and the diagnoses of the tasks that failed of it, the surest first. */
interface Toll {
  readonly cause: CauseId;
  readonly diagnoses: readonly Diagnosis[];
}

/**
 * The diagnosis of a deployment with the causes of its failed tasks: a deployment that only says that its tasks failed, or that it
 * goes on, is told as the failure of its tasks; one that ended for a reason of its own keeps it.
 */
export function withFailedTasks(deployment: Diagnosis, tasks: readonly Diagnosis[], isInProgress: boolean): Diagnosis {
  const failures = tasks.filter(({ severity }) => severity !== 'benign');
  const tolls = tollsOf(failures);
  const [worst] = tolls;
  const { saysLeast, concerns } = signatureOf(deployment.cause) ?? {};
  if (!worst) return deployment;
  if (isInProgress || saysLeast && worst.cause !== 'unknown') return outranked(deployment, worst, tolls, failures);
  return concerns === 'deployment' ? besideTheTasks(deployment, worst, tolls, failures) : deployment;
}

/** A deployment that ended for a reason of its own, and what its tasks failed of besides. */
function besideTheTasks(deployment: Diagnosis, worst: Toll, tolls: readonly Toll[], failures: readonly Diagnosis[]): Diagnosis {
  const [first] = worst.diagnoses;
  return {
    ...deployment,
    title: bounded(`${deployment.title}; ${count(worst, failures)}: ${inShort(worst.cause)}`, LONGEST_TITLE),
    summary: [firstSentence(deployment.summary), ...tolls.map(toll => inNumbers(toll, failures)), first.summary].join(' '),
    clues: [...deployment.clues.slice(0, 1), ...cluesOf(deployment, tolls)].slice(0, MOST_CLUES),
    alternatives: tolls.map(alternative),
    actions: first.actions,
    prevention: first.prevention,
    gaps: [...deployment.gaps, ...first.gaps],
    retriable: first.retriable,
  };
}

/** The failure of the tasks, with what the deployment says of it behind. */
function outranked(deployment: Diagnosis, worst: Toll, tolls: readonly Toll[], failures: readonly Diagnosis[]): Diagnosis {
  const [first] = worst.diagnoses;
  const { cluster, service, clues, cause } = deployment;
  const own: readonly Alternative[] = cause === 'unknown' || cause === 'stop/deployment' ? [] : [alternativeOf(deployment)];
  return {
    ...first,
    cluster: cluster ?? first.cluster,
    service: service ?? first.service,
    title: bounded(`${first.title}; ${count(worst, failures)}`, LONGEST_TITLE),
    summary: [...tolls.map(toll => inNumbers(toll, failures)), first.summary].join(' '),
    clues: [...bestClue(worst), ...clues.slice(0, 1), ...clues.filter(isChange), ...tolls.slice(1).flatMap(bestClue)].slice(0, MOST_CLUES),
    alternatives: [...tolls.slice(1).map(alternative), ...own, ...first.alternatives].slice(0, MOST_CAUSES),
    gaps: [...deployment.gaps, ...first.gaps],
  };
}

const inNumbers = (toll: Toll, failures: readonly Diagnosis[]): string =>
  `${count(toll, failures)}: ${inShort(toll.cause)} (${toll.cause}).`;

/** Most frequent first; of equally frequent ones the surer. */
function tollsOf(failures: readonly Diagnosis[]): readonly Toll[] {
  const ranked = [...failures].sort(bySureness);
  const causes = [...new Set(ranked.map(({ cause }) => cause))];
  return causes
    .map(cause => ({ cause, diagnoses: ranked.filter(diagnosis => diagnosis.cause === cause) }))
    .sort((a, b) => b.diagnoses.length - a.diagnoses.length)
    .slice(0, MOST_CAUSES);
}

/** The surer first, then the newer; what is left decides only that the order of the list does not. */
const bySureness = (a: Diagnosis, b: Diagnosis): number =>
  rankOf(a.confidence) - rankOf(b.confidence)
  || alphabetically(a.cause, b.cause)
  || alphabetically(b.lastSeen ?? '', a.lastSeen ?? '')
  || alphabetically(JSON.stringify(a), JSON.stringify(b));

const alphabetically = (a: string, b: string): number => a < b ? -1 : Number(a > b);

const count = ({ diagnoses }: Toll, failures: readonly Diagnosis[]): string =>
  `${diagnoses.length} of ${failures.length} failed ${failures.length === 1 ? 'task' : 'tasks'}`;

const firstSentence = (text: string): string => text.split(/(?<=\.) /, 1)[0];

/** What most of its tasks failed of, what the deployment changed, and what the others failed of. */
const cluesOf = ({ clues }: Diagnosis, [worst, ...others]: readonly Toll[]): readonly QuotedClue[] =>
  [...bestClue(worst), ...clues.filter(isChange), ...others.flatMap(bestClue)];

function bestClue({ diagnoses: [{ taskArn, clues }] }: Toll): readonly QuotedClue[] {
  return clues.slice(0, 1).map(clue => taskArn ? { ...clue, source: `task ${shortName(taskArn).slice(0, 8)}, ${clue.source}` } : clue);
}

/** What the revision changed bears on all of its tasks. */
const isChange = ({ source }: QuotedClue): boolean => source.startsWith('task definition');

const alternative = ({ diagnoses: [diagnosis] }: Toll): Alternative => alternativeOf(diagnosis);

const alternativeOf = ({ cause, confidence }: Diagnosis): Alternative => ({
  cause,
  confidence,
  toConfirm: signatureOf(cause)?.toConfirm ?? 'Diagnose this task separately, with its log.',
});
