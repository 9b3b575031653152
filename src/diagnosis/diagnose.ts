import { consolePage } from './advice/console-page';
import { completeTheArn, deniedBy } from './advice/denied-by';
import { healthChecklist } from './advice/health-checklist';
import { logSearch } from './advice/log-search';
import { withPlaceholdersFilled } from './advice/placeholders';
import { withoutServiceCommands } from './advice/standalone-task';
import { withoutWhatIsGiven } from './advice/what-is-given';
import { candidates } from './candidates';
import { SIGNATURES } from './catalogue';
import { guiltyContainer } from './clues/guilty-container';
import { isRefuted, quotedDoubts } from './doubts';
import { withFailedTasks } from './failed-tasks';
import { hunches } from './hunches/hunches';
import { inContext } from './in-context';
import { missingEvidence } from './missing-evidence';
import type { Action, Alternative, Confidence, Diagnosis, QuotedClue } from './model/diagnosis';
import type { Signature } from './model/signature';
import type { Suspicion } from './model/suspicion';
import { notRecognised } from './not-recognised';
import { preventions } from './prevention';
import { withReasonQuoted } from './reason-quoted';
import { titleOf } from './title';
import { whatChanged } from './what-changed';
import { type CauseId, causeOf, type Severity } from '../causes/catalogue';
import { documentOfCause } from '../causes/documents';
import { canonical } from '../evidence/clean/canonical';
import { bounded } from '../evidence/clean/clean-text';
import { redactEvidence } from '../evidence/clean/redact-evidence';
import type { Evidence, StoppedTask } from '../evidence/model/evidence';
import type { Gap } from '../evidence/model/gap';

const MOST_CLUES = 5;
const CLUES_BEFORE_CHANGES = 2;
const MOST_ALTERNATIVES = 5;
const LONGEST_QUOTE = 400;

/** What is said of the leading cause, or of none. */
interface Finding {
  /** What recognized it; absent where nothing did. */
  readonly signature?: Signature;
  readonly cause: CauseId;
  readonly severity: Severity;
  readonly confidence: Confidence;
  readonly summary: string;
  readonly retriable: boolean | null;
  readonly clues: readonly QuotedClue[];
  readonly actions: readonly Action[];
  readonly gaps: readonly Gap[];
}

/** Says why a task stopped: the same evidence always gives the same diagnosis, and no evidence makes it fail. */
export function diagnose(given: Evidence, signatures: readonly Signature[] = SIGNATURES): Diagnosis {
  const evidence = canonical(redactEvidence(given));
  const diagnosis = diagnoseOne(evidence, signatures);
  if (!evidence.failedTasks) return diagnosis;
  const isInProgress = diagnosis.cause === 'deploy/start-impaired'
    || diagnosis.severity === 'benign' && evidence.change?.eventName !== 'SERVICE_DEPLOYMENT_COMPLETED';
  return withFailedTasks(diagnosis, evidence.failedTasks.map(task => diagnose(task, signatures)), isInProgress);
}

function diagnoseOne(evidence: Evidence, signatures: readonly Signature[]): Diagnosis {
  const { suspicions, gaps } = candidates(evidence, signatures);
  const [leading, ...others] = suspicions;
  const finding = leading ? recognised(evidence, leading) : unrecognised(evidence);
  const guesses = isSettled(finding) ? [] : hunches(suspicions, evidence, signatures).filter(({ cause }) => !isRefuted(cause, evidence));
  return {
    schemaVersion: '2',
    cause: finding.cause,
    severity: finding.severity,
    confidence: finding.confidence,
    documentation: documentOfCause(finding.cause),
    ...described(evidence, finding),
    clues: withReasonQuoted(withMore(inContext(finding.clues, evidence), finding, evidence), evidence, MOST_CLUES).map(quoted),
    alternatives: [...others.map(alternative), ...guesses.map(guessed)].slice(0, MOST_ALTERNATIVES),
    actions: finding.actions,
    prevention: preventions(finding.cause, evidence.acknowledged),
    gaps: [
      ...evidence.gaps,
      ...gaps,
      ...finding.gaps,
      ...missingEvidence(finding.signature, finding.confidence, evidence, guiltyContainer(evidence)),
    ],
    retriable: finding.retriable,
    occurrences: 1,
    firstSeen: evidence.time ?? null,
    lastSeen: evidence.time ?? null,
    incident: null,
  };
}

function recognised(evidence: Evidence, { signature, confidence, clues }: Suspicion): Finding {
  const { cause, retriable, says: summary } = signature;
  return { signature, cause, severity: causeOf(cause).severity, confidence, summary, retriable, clues, ...advice(signature, evidence) };
}

/**
 * What changed stands among the first clues, where it is seen, and then what the account says against a cause that was likely by
 * the words; beside an ordinary stop neither explains anything.
 */
function withMore(clues: readonly QuotedClue[], { signature, severity }: Finding, evidence: Evidence): readonly QuotedClue[] {
  if (severity === 'benign') return clues.slice(0, MOST_CLUES);
  const more = [...whatChanged(evidence, signature), ...quotedDoubts(signature === undefined ? [] : [signature.cause], evidence)];
  return [...clues.slice(0, CLUES_BEFORE_CHANGES), ...more, ...clues.slice(CLUES_BEFORE_CHANGES)].slice(0, MOST_CLUES);
}

function unrecognised(evidence: Evidence): Finding {
  const { actions, ...rest } = notRecognised(evidence, guiltyContainer(evidence));
  return {
    cause: 'unknown',
    confidence: 'possible',
    retriable: null,
    gaps: [],
    ...rest,
    actions: [
      ...withPlaceholdersFilled(withoutServiceCommands(actions, evidence), evidence),
      ...whereToLook(undefined, rest.severity, evidence),
    ],
  };
}

/** Advice that cannot be written is a gap; the cause stands all the same. */
function advice({ cause, actions, consolePages }: Signature, evidence: Evidence): Pick<Finding, 'actions' | 'gaps'> {
  try {
    const steps = [...completeTheArn(cause, evidence), ...deniedBy(cause, evidence) ?? actions(evidence), ...healthChecklist(evidence)];
    const own = withPlaceholdersFilled(withoutServiceCommands(withoutWhatIsGiven(steps, evidence), evidence), evidence);
    return { actions: [...own, ...whereToLook(consolePages, causeOf(cause).severity, evidence)], gaps: [] };
  } catch (error) {
    return {
      actions: [],
      gaps: [{ source: `signature ${cause}`, because: `its advice failed on this evidence (${String(error)}); please report it` }],
    };
  }
}

/** Where nothing has to be done, there is nothing to look at either. */
const whereToLook = (pages: Signature['consolePages'], severity: Severity, evidence: Evidence): readonly Action[] =>
  severity === 'benign' ? [] : [...consolePage(evidence, pages), ...logSearch(evidence)];

/** What the diagnosis says of the stop itself; what ECS left out is null. */
function described(evidence: Evidence, { signature, summary }: Finding) {
  const { cluster = null, service = null, task } = evidence;
  const { name: container = null, exitCode = null, reason: containerReason = null } = guiltyContainer(evidence) ?? {};
  return {
    title: titleOf(evidence, signature, container),
    summary,
    cluster,
    service,
    ...namesOf(task),
    container,
    ...stopOf(task),
    exitCode,
    containerReason,
  };
}

const namesOf = ({ taskArn, taskDefinitionArn }: StoppedTask) => ({
  taskArn: taskArn ?? null,
  taskDefinitionArn: taskDefinitionArn ?? null,
});

const stopOf = ({ lastStatus, stopCode, stoppedReason }: StoppedTask) => ({
  lastStatus: lastStatus ?? null,
  stopCode: stopCode ?? null,
  stoppedReason: stoppedReason ?? null,
});

/** Beside what is certain or ordinary nothing is guessed. */
const isSettled = ({ confidence, severity }: Finding): boolean => confidence === 'certain' || severity === 'benign';

const guessed = ({ cause, toConfirm }: Signature): Alternative => ({ cause, confidence: 'possible', toConfirm });

const alternative = ({ signature: { cause, toConfirm }, confidence }: Suspicion): Alternative => ({ cause, confidence, toConfirm });

const quoted = ({ source, quote, says }: QuotedClue): QuotedClue => ({ source, quote: bounded(quote, LONGEST_QUOTE), says });
