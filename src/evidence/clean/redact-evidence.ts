import { bounded } from './clean-text';
import { mapStrings } from './map-strings';
import { redact, redactEmails, redactWhole } from './redact';
import type { Evidence } from '../model/evidence';
import { present } from '../model/json-fields';

const MOST_LOG_LINES = 500;
const LONGEST_LOG_LINE = 4096;
const MOST_SERVICE_EVENTS = 100;
const MOST_FAILED_TASKS = 100;

/** Evidence that was redacted already, so that nobody pays for it twice. */
const REDACTED = new WeakSet<Evidence>();

/** What is redacted beside secrets. */
export interface RedactionOptions {
  /**
   * Whether e-mail addresses are redacted too.
   *
   * @default false
   */
  readonly emails?: boolean;
}

/** The same evidence without secrets, without anything that acts on a terminal or a chat, and of a bounded size. */
export function redactEvidence(evidence: Evidence, options: RedactionOptions = {}): Evidence {
  if (REDACTED.has(evidence)) return evidence;
  const withoutSecrets = redactSecrets(evidence);
  const clean = options.emails ? mapStrings(withoutSecrets, redactEmails) : withoutSecrets;
  REDACTED.add(clean);
  return clean;
}

function redactSecrets({ logTail, serviceEvents, failedTasks, ...rest }: Evidence): Evidence {
  return {
    ...mapStrings(rest, redact),
    serviceEvents: serviceEvents.slice(0, MOST_SERVICE_EVENTS).map(redact),
    logTail: redactLog(logTail),
    ...present({ failedTasks: failedTasks?.slice(0, MOST_FAILED_TASKS).map(redactSecrets) }),
  };
}

/** A log is read as one text, because a private key spans many lines of it. */
function redactLog(lines: readonly string[]): readonly string[] {
  if (lines.length === 0) return lines;
  const text = redactWhole(lines.slice(-MOST_LOG_LINES).map(line => bounded(line, LONGEST_LOG_LINE)).join('\n'));
  return text.split('\n').map(line => bounded(line.trimEnd())).filter(line => line !== '');
}
