import { type EvidenceDocument, parseEvidence, type ReadableDocument } from './parse-evidence';
import { nameOf, readText } from './read-text';
import { unlessTooDeep } from './unless-too-deep';
import { UnreadableInput } from './unreadable-input';
import { asWordsOfEcs, type VerdictOn } from './words-of-ecs';
import { redactAnswer, type RedactionOptions } from '../../evidence/clean/redact-evidence';
import type { Evidence } from '../../evidence/model/evidence';
import { readInput, type ReadingOptions } from '../../evidence/read/read-evidence';
import { namesInText } from '../../evidence/text/names-in-text';

/** What the inputs hold, in input order, beside everything in them that cannot be read. */
export interface Gathered {
  readonly evidence: readonly Evidence[];
  /** What was found to work, one sentence each. */
  readonly healthy: readonly string[];
  /** What was understood and tells of no stop. */
  readonly noted: readonly string[];
  /** What each input was read as, in words. */
  readonly readAs: readonly string[];
  readonly unreadable: readonly UnreadableInput[];
  /** What was read and has no stop in it, redacted only when it is asked for: who saves it gets the same answer again. */
  readonly stopless: readonly (() => unknown)[];
}

/** What all inputs hold, and whether each of them was answered. */
export interface GatheredInputs extends Gathered {
  /** False where an input holds nothing that could be read. */
  readonly isAnswered: boolean;
}

/** How inputs are read. */
export interface GatherOptions extends ReadingOptions {
  /**
   * What a diagnosis says, by which a text without a form is found to be a document, or the words of ECS alone.
   *
   * @default - such a text is a log
   */
  readonly verdictOn?: VerdictOn;
}

/** Reads all inputs; a fault in one never hides another. */
export async function gatherEvidence(inputs: readonly string[], options: GatherOptions = {}): Promise<GatheredInputs> {
  const results = await Promise.all(inputs.map(input => readFile(input, options)));
  return { ...together(results), isAnswered: results.every(isAnswer) };
}

type WhatWasRead = Readonly<Record<'evidence' | 'healthy' | 'noted' | 'unreadable', readonly unknown[]>>;

/** Whether anything was read, or nothing was there to be read. */
export const isAnswer = ({ evidence, healthy, noted, unreadable }: WhatWasRead): boolean =>
  unreadable.length === 0 || evidence.length + healthy.length + noted.length > 0;

/** What holds nothing. */
export const NOTHING: Gathered = { evidence: [], healthy: [], noted: [], readAs: [], unreadable: [], stopless: [] };

async function readFile(input: string, options: GatherOptions): Promise<Gathered> {
  try {
    return readDocuments(nameOf(input), await readText(input), options);
  } catch (error) {
    if (error instanceof UnreadableInput) return { ...NOTHING, unreadable: [error] };
    throw error;
  }
}

/** Reads what stands in one text. */
export function readDocuments(file: string, text: string, options: GatherOptions): Gathered {
  const named = { ...options, names: namesInText(text) };
  const documents = unlessTooDeep(file, () => parseEvidence(file, text));
  const read = together(documents.map(document => readSafely(document, named)));
  return { ...read, readAs: toldOnce(documents, read) };
}

/** What the documents were read as: several values of one text are read as one thing. */
function toldOnce(documents: readonly EvidenceDocument[], read: Gathered): readonly string[] {
  const [first] = documents;
  if (documents.length < 2 || read.readAs.length === 0 || first instanceof UnreadableInput) return read.readAs;
  const { place, form } = first;
  const isOne = documents.every(other => !(other instanceof UnreadableInput) && other.form === form && other.place === place);
  return form !== undefined && isOne ? [asRead(place, form, foundIn(read.evidence, read.noted, read.unreadable))] : read.readAs;
}

const asRead = (place: string, form: string, found: string): string => `${place}: read as ${form}: ${found}`;

const together = (results: readonly Gathered[]): Gathered => ({
  evidence: results.flatMap(({ evidence }) => evidence),
  healthy: results.flatMap(({ healthy }) => healthy),
  noted: [...new Set(results.flatMap(({ noted }) => noted))],
  readAs: results.flatMap(({ readAs }) => readAs),
  unreadable: results.flatMap(({ unreadable }) => unreadable),
  stopless: results.flatMap(({ stopless }) => stopless),
});

/** One document that is nested too deeply takes no other document of its file with it. */
function readSafely(document: EvidenceDocument, options: GatherOptions): Gathered {
  try {
    return unlessTooDeep(document.place, () => readDocument(document, options));
  } catch (error) {
    if (error instanceof UnreadableInput) return { ...NOTHING, unreadable: [error] };
    throw error;
  }
}

function readDocument(given: EvidenceDocument, options: GatherOptions): Gathered {
  if (given instanceof UnreadableInput) return { ...NOTHING, unreadable: [given] };
  const document = options.verdictOn === undefined ? given : asWordsOfEcs(given, options, options.verdictOn);
  if (document.noted !== undefined) {
    return { ...NOTHING, noted: [document.noted], readAs: [`${document.place}: read as ${document.noted}`] };
  }
  const { forms, evidence, healthy, noted, unreadable } = readInput(document.value, options);
  if (isNoStop(document, evidence, options)) return asRefused(document, options);
  return {
    evidence,
    healthy,
    noted,
    readAs: forms.length === 0 ? [] : [asRead(document.place, document.form ?? inWords(forms), foundIn(evidence, noted, unreadable))],
    unreadable: unreadable.map(error => new UnreadableInput(document.place, error.message, { cause: error })),
    stopless: stoplessOf(document.value, { evidence, healthy, noted, unreadable }, options),
  };
}

/** What was read, where it was understood and no stop is in it. */
export const stoplessOf = (
  value: unknown, read: WhatWasRead, options: RedactionOptions,
): Gathered['stopless'] => read.evidence.length === 0 && isAnswer(read) ? [() => redactAnswer(value, options)] : [];

const inWords = (forms: readonly string[]): string =>
  forms.length < 3 ? forms.join(' and ') : `${forms.slice(0, -1).join(', ')} and ${String(forms.at(-1))}`;

/** Whether a text looks like something that people wrote, and names no cause. */
const isNoStop = ({ isDocument }: ReadableDocument, evidence: readonly Evidence[], { verdictOn }: GatherOptions): boolean =>
  isDocument === true && verdictOn !== undefined
  && evidence.every(one => ['unknown', 'exit/application-error'].includes(verdictOn(one).cause));

const asRefused = ({ place, otherwise }: ReadableDocument, options: GatherOptions): Gathered => otherwise === undefined
  ? { ...NOTHING, unreadable: [new UnreadableInput(place, NO_STOP)] }
  : together(otherwise.map(other => readSafely(other, options)));

const NO_STOP = 'no stop was recognized; pass the stop event, the output of a describe command, the service events, the log of the '
  + 'container, or the stopped reason';

const foundIn = (evidence: readonly Evidence[], noted: readonly string[], unreadable: readonly unknown[]): string =>
  evidence.length === 0 && noted.length > 0 ? noted.join(', ') : counted(evidence, unreadable.length > 0);

/** How many failures of which kind were found. */
function counted(evidence: readonly Evidence[], isUnread: boolean): string {
  if (evidence.length === 0) return isUnread ? 'no stop found' : 'nothing failed';
  const kinds = evidence.map(kindOf);
  return [...new Set(kinds)].map(kind => plural(kinds.filter(other => other === kind).length, kind)).join(', ');
}

const plural = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

function kindOf({ task, change, serviceEvents, targetGroup }: Evidence): string {
  if (task.stopCode !== undefined || task.stoppedReason !== undefined || task.containers.length > 0) return 'stopped task';
  if (change !== undefined) return change.kind === 'deployment' ? 'failed deployment' : 'failed action';
  if (serviceEvents.length > 0) return 'failed service';
  return targetGroup === undefined ? 'log' : 'unhealthy target group';
}
