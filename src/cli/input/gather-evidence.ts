import { type EvidenceDocument, parseEvidence } from './parse-evidence';
import { nameOf, readText } from './read-text';
import { UnreadableInput } from './unreadable-input';
import type { RedactionOptions } from '../../evidence/clean/redact-evidence';
import type { Evidence } from '../../evidence/model/evidence';
import { readInput } from '../../evidence/read/read-evidence';

/** What the inputs hold, in input order, beside everything in them that cannot be read. */
export interface Gathered {
  readonly evidence: readonly Evidence[];
  /** What was found to work, one sentence each. */
  readonly healthy: readonly string[];
  /** What each input was read as, in words. */
  readonly readAs: readonly string[];
  readonly unreadable: readonly UnreadableInput[];
}

/** Reads all inputs; a fault in one never hides another. */
export async function gatherEvidence(inputs: readonly string[], options: RedactionOptions = {}): Promise<Gathered> {
  const results = (await Promise.all(inputs.map(input => readFile(input, options)))).flat();
  return {
    evidence: results.flatMap(({ evidence }) => evidence),
    healthy: results.flatMap(({ healthy }) => healthy),
    readAs: results.flatMap(({ readAs }) => readAs),
    unreadable: results.flatMap(({ unreadable }) => unreadable),
  };
}

const NOTHING: Gathered = { evidence: [], healthy: [], readAs: [], unreadable: [] };

async function readFile(input: string, options: RedactionOptions): Promise<readonly Gathered[]> {
  try {
    return parseEvidence(nameOf(input), await readText(input)).map(document => readDocument(document, options));
  } catch (error) {
    if (error instanceof UnreadableInput) return [{ ...NOTHING, unreadable: [error] }];
    throw error;
  }
}

function readDocument(document: EvidenceDocument, options: RedactionOptions): Gathered {
  if (document instanceof UnreadableInput) return { ...NOTHING, unreadable: [document] };
  const { forms, evidence, healthy, unreadable } = readInput(document.value, options);
  return {
    evidence,
    healthy,
    readAs: forms.length === 0 ? [] : [`${document.place}: read as ${document.form ?? inWords(forms)}: ${counted(evidence)}`],
    unreadable: unreadable.map(error => new UnreadableInput(document.place, error.message, { cause: error })),
  };
}

const inWords = (forms: readonly string[]): string =>
  forms.length < 3 ? forms.join(' and ') : `${forms.slice(0, -1).join(', ')} and ${String(forms.at(-1))}`;

/** How many failures of which kind were found. */
function counted(evidence: readonly Evidence[]): string {
  if (evidence.length === 0) return 'nothing failed';
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
