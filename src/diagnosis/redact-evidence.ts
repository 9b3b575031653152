import { bounded, visible } from './clean-text';
import type { Evidence, StoppedTask } from './evidence';
import { mapStrings } from './map-strings';
import { redact, redactWhole } from './redact';

const MOST_LOG_LINES = 500;
const MOST_SERVICE_EVENTS = 100;

/** Evidence that was redacted already, so that nobody pays for it twice. */
const REDACTED = new WeakSet<Evidence>();

/** The same evidence without secrets, without anything that acts on a terminal or a chat, and of a bounded size. */
export function redactEvidence(evidence: Evidence): Evidence {
  if (REDACTED.has(evidence)) return evidence;
  const { logTail, serviceEvents, task, ...rest } = evidence;
  const clean: Evidence = {
    ...redactStrings(rest),
    task: redactTask(task),
    serviceEvents: serviceEvents.slice(0, MOST_SERVICE_EVENTS).map(redact),
    logTail: redactLog(logTail),
  };
  REDACTED.add(clean);
  return clean;
}

/** A log is read as one text, because a private key spans many lines of it. */
function redactLog(lines: readonly string[]): readonly string[] {
  if (lines.length === 0) return lines;
  const text = redactWhole(lines.slice(-MOST_LOG_LINES).map(visible).join('\n'));
  return text.split('\n').map(line => bounded(line.trimEnd())).filter(line => line !== '');
}

/** Names and times carry no secrets, so only the free text of a task is searched for them. */
function redactTask({ containers, attachments, stoppedReason, ...rest }: StoppedTask): StoppedTask {
  return {
    ...mapStrings(rest, plain),
    ...stoppedReason === undefined ? {} : { stoppedReason: redact(stoppedReason) },
    containers: containers.map(({ reason, ...container }) => ({
      ...mapStrings(container, plain), ...reason === undefined ? {} : { reason: redact(reason) },
    })),
    attachments: redactStrings(attachments),
  };
}

const plain = (text: string): string => /^[\w:/.@+-]{0,256}$/.test(text) ? text : redact(text);

const redactStrings = <T>(value: T): T => mapStrings(value, redact);
