import type { Synthesis } from '../../evidence/model/evidence';

/** The tag of a service that mutes its incidents. */
export const MUTE_TAG = 'hardened-fargate:mute';

/** How the tags of a service begin that say why a guardrail was allowed; its id follows. */
const ALLOWED_TAG = 'hardened-fargate:allowed:';

/** How the tags begin that hold the ids of guardrails whose reasons have no room; a number follows. */
const WITHOUT_REASON_TAG = 'hardened-fargate:also-allowed:';

const NO_ROOM = 'the reason is too long for the tags of the service; read it in the app';

const LONGEST_VALUE = 256;

/** The tag of a service whose guardrails were judged at synthesis: the ids of those that did not stop it. */
export const TOLERATED_TAG = 'hardened-fargate:tolerated';

const NONE = 'none';

/** Whether a tag tells what synthesis knew. */
export const isOfSynthesis = (key: string): boolean =>
  [ALLOWED_TAG, WITHOUT_REASON_TAG, TOLERATED_TAG].some(beginning => key.startsWith(beginning));

/** So many guardrails have their reasons in tags. */
const MOST_REASONS = 20;

/** What is allowed, in tags of a service. */
interface AllowedTags {
  readonly tags: Readonly<Record<string, string>>;
  /** Whether every guardrail has room. */
  readonly isWhole: boolean;
}

/** Each reason in a tag of its own, as long as there is room for the ids of the other guardrails in so many tags. */
export function allowedTags(reasons: readonly (readonly [ruleId: string, reason: string])[], most: number): AllowedTags {
  const withReasons = (count: number): readonly (readonly [key: string, value: string])[] => [
    ...reasons.slice(0, count).map(([id, reason]) => [`${ALLOWED_TAG}${id}`, tagValue(reason)] as const),
    ...inLists(reasons.slice(count).map(([id]) => id)).map((ids, index) => [`${WITHOUT_REASON_TAG}${index + 1}`, ids] as const),
  ];
  const counts = [...Array(Math.min(reasons.length, most, MOST_REASONS) + 1).keys()].reverse();
  const count = counts.find(each => withReasons(each).length <= most);
  return { tags: Object.fromEntries(withReasons(count ?? 0).slice(0, most)), isWhole: count !== undefined };
}

/** Ids as values of as few tags as hold them, in their order. */
const inLists = (ids: readonly string[]): readonly string[] => ids.map(idInTag).reduce<readonly string[]>((lists, id) => {
  const longer = [...lists.slice(-1), id].join(' ');
  return lists.length > 0 && longer.length <= LONGEST_VALUE ? [...lists.slice(0, -1), longer] : [...lists, id];
}, []);

/** Without a space, which tells ids apart. */
const idInTag = (id: string): string => tagValue(id).replaceAll(' ', '=20');

/** Guardrails as the value of that tag; nothing where they are not known, or too many. */
export function toleratedTagValue(ids: readonly string[] | undefined): string | undefined {
  if (ids === undefined) return undefined;
  const value = ids.length === 0 ? NONE : ids.join(' ');
  return value.length <= LONGEST_VALUE ? value : undefined;
}

/** What synthesis knew of a service, as its tags say. */
export const synthesisIn = ({ [TOLERATED_TAG]: value }: Partial<Readonly<Record<string, string>>>): Synthesis | undefined =>
  value === undefined ? undefined : { tolerated: value.split(' ').filter(id => id !== NONE) };

/**
 * A text as the value of a tag, cut where it is too long. A tag of ECS takes few marks, so all others are written as in
 * quoted-printable.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-using-tags.html#tag-restrictions
 */
export function tagValue(text: string): string {
  const characters = [...text].map(written);
  const length = characters.reduce((sum, character) => sum + character.length, 0);
  if (length <= LONGEST_VALUE) return characters.join('');
  const rest = '...';
  while (characters.join('').length + rest.length > LONGEST_VALUE) characters.pop();
  return characters.join('') + rest;
}

/** The text in the value of a tag. */
export const textInTag = (value: string): string =>
  value.replace(/(?:=[\dA-F]{2})+/g, escapes => Buffer.from(escapes.replace(/=/g, ''), 'hex').toString('utf8'));

const written = (character: string): string => /^[A-Za-z0-9 +._:/@-]$/.test(character)
  ? character
  : [...Buffer.from(character)].map(byte => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('');

/** Why guardrails were allowed, as the tags of a service say. */
export const allowedIn = (tags: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(tags).flatMap(([key, value]) => {
    if (key.startsWith(WITHOUT_REASON_TAG)) return value.split(' ').map(id => [textInTag(id), NO_ROOM]);
    return key.startsWith(ALLOWED_TAG) ? [[key.slice(ALLOWED_TAG.length), textInTag(value)]] : [];
  }));
