import { Token } from 'aws-cdk-lib';
import type { WatchedTasks } from './watched-tasks';
import { acknowledgementsFor } from '../../guardrails/plugin/acknowledging/acknowledgements';
import { toleratedAt } from '../../guardrails/plugin/tolerated';

/** EventBridge takes a template of 8192 characters; some are left for the event's own place in it. */
const MOST_CHARACTERS = 8_000;

/** A reason is a sentence. */
const LONGEST_REASON = 300;

/** Where many reasons have to share the room, each is cut to the first of these lengths at which all have some, or to one character. */
const LENGTHS = [LONGEST_REASON, 150, 75, 40, 20, 10];

/**
 * The event with what synthesis knows of its service, as a template for EventBridge, or nothing when it knows nothing: what was
 * allowed on purpose, and which guardrails did not refuse what they found.
 *
 * What is allowed for the service, for what it is part of, and for the task that it runs counts, the nearest reason first. It has to be
 * asked for at synthesis, because anybody may still allow something until then.
 */
export function bundleTemplate(service: WatchedTasks): string | undefined {
  const reasons = reasonsOf(service);
  const fitting = withRoom(reasons);
  const acknowledged = fitting.length === 0 ? '' : `,"acknowledged":${written(fitting)}`;
  const tolerated = toleratedFor(service);
  // With a reason left out, its fault would be taken for one that passed.
  const isWhole = fitting.length === reasons.length;
  const synthesis = tolerated === undefined || !isWhole ? '' : `,"synthesis":{"tolerated":${JSON.stringify(tolerated)}}`;
  const known = acknowledged.length + synthesis.length <= MOST_CHARACTERS ? acknowledged + synthesis : acknowledged;
  return known === '' ? undefined : `{"event":<aws.events.event.json>${known}}`;
}

/** The guardrails that did not refuse what they found in a service; nothing where none judged it so that something follows. */
export function toleratedFor({ node }: WatchedTasks): readonly string[] | undefined {
  const [service] = node.scopes.slice(-1);
  return toleratedAt(service);
}

/** A rule, and why it was allowed. */
type Reason = readonly [ruleId: string, reason: string];

/** What is allowed for a service, by rule. The later of two entries wins, so that what stands nearest to the service comes last. */
export function reasonsOf({ node, taskDefinition }: WatchedTasks): readonly Reason[] {
  const scopes = [...new Set([...taskDefinition.node.scopes, ...node.scopes])];
  const reasons = new Map(scopes.flatMap(acknowledgementsFor).map(({ ruleId, reason }) => [ruleId, short(reason)]));
  return [...reasons].sort(([one], [other]) => one < other ? -1 : 1);
}

const short = (reason: string): string =>
  Token.isUnresolved(reason) ? 'a reason that only deployment knows' : cut(reason, LONGEST_REASON);

const cut = (reason: string, length: number): string => reason.length <= length ? reason : `${reason.slice(0, length - 1)}…`;

/** The reasons, as long as all have room; of more than have room with no word of theirs, the first ones. */
function withRoom(reasons: readonly Reason[]): readonly Reason[] {
  const cutTo = (length: number) => reasons.map(([id, reason]): Reason => [id, cut(reason, length)]);
  const fits = (some: readonly Reason[]): boolean => written(some).length <= MOST_CHARACTERS;
  const longest = LENGTHS.find(length => fits(cutTo(length)));
  return longest === undefined ? cutTo(1).filter((_, index, all) => fits(all.slice(0, index + 1))) : cutTo(longest);
}

/**
 * JSON in which nothing but letters and marks stands that mean themselves.
 *
 * In a template `<` begins a placeholder and cannot be escaped, so all that could be taken for more than a character is
 * written by its number.
 */
const written = (reasons: readonly Reason[]): string =>
  `{${reasons.map(pair => pair.map(text => `"${[...text.replace(/\s+/g, ' ')].map(escaped).join('')}"`).join(':')).join(',')}}`;

const escaped = (character: string): string =>
  /^[\w !#$%'()*+,./:;=?@[\]^`|~-]$/.test(character) ? character : character.split('').map(numbered).join('');

const numbered = (unit: string): string => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
