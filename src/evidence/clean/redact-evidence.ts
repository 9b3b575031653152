import { bounded } from './clean-text';
import { Marks } from './marks/marks';
import { withoutPersonalData } from './personal-data';
import { redactWhole, withoutMiddle } from './redact';
import { redactNamed, redactValue } from './redact-value';
import type { Evidence } from '../model/evidence';
import { present } from '../model/json-fields';

const MOST_LOG_LINES = 500;
const MOST_SERVICE_EVENTS = 100;
const MOST_FAILED_TASKS = 100;

/** Evidence that was redacted already, that of failed tasks too, so that nobody pays for it twice. */
const REDACTED = new WeakSet<Evidence>();

/** What is redacted beside secrets. */
export interface RedactionOptions {
  /**
   * Whether e-mail addresses are redacted too.
   *
   * @default false
   */
  readonly emails?: boolean;

  /**
   * Whether what tells who a person is is redacted too: e-mail addresses, card, account and phone numbers, public IP addresses.
   *
   * @default false
   */
  readonly personalData?: boolean;
}

/** The same evidence without secrets, without anything that acts on a terminal or a chat, and of a bounded size. */
export function redactEvidence(evidence: Evidence, options: RedactionOptions = {}): Evidence {
  return REDACTED.has(evidence) ? evidence : redactedWith(redactionsOf(options), evidence);
}

/** The same answer of AWS, redacted as evidence is that was read from it. */
export const redactAnswer = <T>(answer: T, options: RedactionOptions = {}): T => redactValue(answer, redactionsOf(options).text);

interface Redactions {
  readonly text: (text: string, name: string) => string;
  readonly log: (text: string) => string;
}

function redactionsOf({ emails, personalData }: RedactionOptions): Redactions {
  const marks = new Marks();
  const which = personalData ? 'all' : emails ? 'emails' : 'none';
  return {
    text: (text, name) => withoutPersonalData(redactNamed(text, name, marks), marks, which),
    log: text => withoutPersonalData(redactWhole(text, marks), marks, which),
  };
}

function redactedWith(redactions: Redactions, { logTail, serviceEvents, failedTasks, ...rest }: Evidence): Evidence {
  const clean = {
    ...redactValue(rest, redactions.text),
    serviceEvents: serviceEvents.slice(0, MOST_SERVICE_EVENTS).map(event => redactions.text(event, '')),
    logTail: redactLog(logTail, redactions.log),
    ...present({ failedTasks: failedTasks?.slice(0, MOST_FAILED_TASKS).map(task => redactedWith(redactions, task)) }),
  };
  REDACTED.add(clean);
  return clean;
}

/** A log is read as one text, because a private key spans many lines of it; lines are shortened only without their secrets. */
function redactLog(lines: readonly string[], redacted: (text: string) => string): readonly string[] {
  if (lines.length === 0) return lines;
  const text = redacted(lines.slice(-MOST_LOG_LINES).map(line => withoutMiddle(line)).join('\n'));
  return text.split('\n').map(line => bounded(line.trimEnd())).filter(line => line !== '');
}
