import { START_UP_STEPS, type StartUpStep } from './start-up-steps';
import { asSentence } from '../guardrails/as-sentence';
import type { Finding } from '../guardrails/evaluate';

/** How far a step got, and what says so. */
export interface CheckedStep {
  readonly step: string;
  readonly state: 'proven' | 'failed' | 'not known';
  readonly evidence: string;
  /** The command that tells more; absent for a step that is proven, and where no command does. */
  readonly next?: string;
}

/** A task as DescribeTasks answers it, as far as it tells how far the task got. */
export interface StartingTask {
  readonly startedAt?: unknown;
  readonly healthStatus?: string;
  readonly attachments?: readonly {
    readonly type?: string;
    readonly details?: readonly { readonly name?: string; readonly value?: string }[];
  }[];
  readonly containers?: readonly {
    readonly name?: string;
    readonly lastStatus?: string;
    readonly exitCode?: number;
    readonly imageDigest?: string;
  }[];
}

/** The cause of a stop, as a diagnosis names it. */
export interface NamedCause {
  readonly cause: string;
  readonly confidence: string;
  readonly summary: string;
}

/** What is known of a task that does not start. */
export interface StartUp {
  readonly task: StartingTask;
  /** Absent for a task that did not stop. */
  readonly diagnosis?: NamedCause;
  readonly findings: readonly Finding[];
}

/** Checks each step of the start of a task: what the task itself shows proves more than what its settings say. */
export function checkStartUp(startUp: StartUp): readonly CheckedStep[] {
  const known = knownCause(startUp);
  const failed = known && stepOf(known.cause);
  return START_UP_STEPS.map(step => {
    if (known && step === failed) return { step: step.name, state: 'failed', evidence: `${known.cause}: ${known.summary}` };
    const proof = proofOf(step, startUp);
    if (proof !== undefined) return { step: step.name, state: 'proven', evidence: proof };
    if (failed?.proves.includes(step.name)) return { step: step.name, state: 'proven', evidence: `the step '${failed.name}' was reached` };
    return settingsOf(step, startUp) ?? { step: step.name, state: 'not known', evidence: NO_EVIDENCE };
  });
}

const NO_EVIDENCE = 'no data that was read shows whether this step succeeded';

/** Only a cause that the evidence carries says that a step failed. */
const knownCause = ({ diagnosis }: StartUp): NamedCause | undefined => diagnosis?.confidence === 'possible' ? undefined : diagnosis;

/** The first step whose causes include one. */
const stepOf = (cause: string): StartUpStep | undefined => START_UP_STEPS.find(({ causes }) =>
  causes.some(each => /[-/]$/.test(each) ? cause.startsWith(each) : cause === each || cause.startsWith(`${each}-`)));

/** A guardrail that finds an error says that the step fails, unless something else proves that it did not. */
function settingsOf({ name, guardrails }: StartUpStep, { findings }: StartUp): CheckedStep | undefined {
  const finding = findings.find(({ rule, level }) => level === 'error' && guardrails.includes(rule.id));
  return finding && { step: name, state: 'failed', evidence: `guardrail ${finding.rule.id}: ${asSentence(finding.seen)}` };
}

/** What the task itself shows. */
function proofOf({ name }: StartUpStep, { task }: StartUp): string | undefined {
  if (name === 'health check') return task.healthStatus === 'HEALTHY' ? 'the task is HEALTHY' : undefined;
  return startedContainer(name, task) ?? pulledImages(name, task) ?? networkInterface(name, task);
}

/** A step and the earlier ones that it proves. */
const upTo = (name: string): readonly string[] =>
  START_UP_STEPS.filter(step => step.name === name).flatMap(({ proves }) => [...proves, name]);

const UP_TO_CONTAINERS = upTo('container');

function startedContainer(step: string, { containers = [] }: StartingTask): string | undefined {
  const started = containers.find(({ lastStatus, exitCode }) => lastStatus === 'RUNNING' || exitCode !== undefined);
  return started !== undefined && UP_TO_CONTAINERS.includes(step) ? `container '${started.name}' started` : undefined;
}

const UP_TO_IMAGES = upTo('image');

function pulledImages(step: string, { containers = [] }: StartingTask): string | undefined {
  const pulled = containers.length > 0 && containers.every(({ imageDigest }) => imageDigest !== undefined);
  return pulled && UP_TO_IMAGES.includes(step) ? 'all images are pulled: their digests are known' : undefined;
}

function networkInterface(step: string, { attachments = [] }: StartingTask): string | undefined {
  const address = attachments.flatMap(({ details = [] }) => details).find(detail => detail.name === 'networkInterfaceId')?.value;
  return step === 'network interface' && address !== undefined ? `the task has the network interface ${address}` : undefined;
}
