import { isCompound, mayBeName } from './no-names';

/** What a service says of itself, of one of its tasks, or of its deployment, and how each message goes on. */
const MESSAGES = [
  '\\(service [^(),]{1,255}\\)(?!\\s*$|[,;.:!?]|\\s{1,4}(?:in|on|at|and|of|for|with)\\b)',
  '\\bservice (?:\\([\\w-]{1,255}\\)?|(?<bare>[\\w-]{1,255})\\)?) (?:\\((?:port|instance|task) [^()]{1,120}\\) |task [\\w.…-]{4,64} ){0,3}'
  + '(?=(?:was unable|has (?:started|stopped|reached|begun)|is unhealthy|failed|deployment|rolling back)\\b)',
  // Without the service, which people leave out where they shorten a list.
  '\\(task [^()]{4,80}\\) (?:\\(port \\d{1,5}\\) )?(?=is unhealthy|failed container health checks)',
  '(?<![\\w-])[\\w-]{2,255} (?=is unable to consistently start tasks)',
  '(?<![^\\n"\'`] {0,4})deployment failed: (?=tasks failed to start|Service deployment )|\\bService deployment rolled back because ',
];

const SERVICE_EVENT = new RegExp(`(?:${MESSAGES.join('|')})[^]*`, 'i');

/** Whether a message of a service stands in a text. */
export const holdsServiceEvent = (text: string): boolean => SERVICE_EVENT.test(text);

/** The message without the time and the id before it; what a person says before it stays. */
export function serviceEventIn(text: string): readonly string[] {
  const event = SERVICE_EVENT.exec(text);
  if (event === null || !isNamed(event)) return [];
  return [/[A-Za-z']{2,20} [A-Za-z']{2,20}/.test(text.slice(0, event.index)) ? text : event[0]];
}

/** No event tells of a `service auto-scaling`. */
const isNamed = ({ groups: { bare } = {} }: RegExpExecArray): boolean => bare === undefined || mayBeName(bare) && !isCompound(bare);
