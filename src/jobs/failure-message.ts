import { diagnose } from '../diagnosis/diagnose';
import type { Diagnosis } from '../diagnosis/model/diagnosis';
import { redact } from '../evidence/clean/redact';
import { readEvidence } from '../evidence/read/read-evidence';

/** What is known of a job that failed, as the APIs of AWS answer it. */
export interface FailedJob {
  readonly task: object;
  readonly logTail: readonly string[];
}

/**
 * The bytes of a message that CloudFormation shows: its response holds 4,096, of which identifiers and the name of the log of
 * the function, which the CDK adds, take the rest.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/crpg-ref-responses.html
 */
const MOST_BYTES = 2_800;

/** Why a job failed, for the event of the stack that rolls back. Secrets are left out. */
export function failureMessage({ task, logTail }: FailedJob): string {
  const [evidence] = readEvidence({ task: JSON.parse(JSON.stringify(task)) as unknown, logTail: logTail.join('\n') });
  if (evidence === undefined) return 'The task before the deployment stopped, and ECS reports no reason.';
  return cut(told(diagnose(evidence)), MOST_BYTES);
}

const told = ({ title, summary, clues, actions, taskArn }: Diagnosis): string => [
  `The task before the deployment failed: ${title}`,
  summary,
  ...clues.map(({ source, quote }) => `${source}: ${quote}`),
  ...actions.map((action, index) => `${index + 1}. ${action.title}`),
  `Task: ${taskArn ?? 'unknown'}`,
].filter(line => line !== '').join('\n');

/** A job that had to be stopped. */
export interface OverdueJob {
  readonly TaskArn: string;
  readonly timeoutSeconds: string;
  readonly logTail: readonly string[];
}

/** The same of a job that did not end in time. */
export const overdueMessage = ({ TaskArn: taskArn, timeoutSeconds, logTail }: OverdueJob): string => cut([
  `The task before the deployment was stopped, because it took longer than ${timeoutSeconds} seconds: ${taskArn}`,
  ...logTail.length === 0 ? [] : ['Its last log lines:', ...lastLines(logTail)],
].join('\n'), MOST_BYTES);

/** The last lines of a log, which is redacted before it is cut: the name of a secret may stand lines before it. */
const lastLines = (log: readonly string[]): readonly string[] => redact(log.join('\n')).split('\n').slice(-5);

/** The beginning of a text that takes no more bytes in JSON; never half a character. */
export function cut(text: string, most: number): string {
  if (bytesOf(text) <= most) return text;
  let kept = '';
  for (const character of text) {
    if (bytesOf(kept) + bytesOf(character) + bytesOf('…') > most) break;
    kept += character;
  }
  return `${kept}…`;
}

const bytesOf = (text: string): number => Buffer.byteLength(JSON.stringify(text)) - 2;
