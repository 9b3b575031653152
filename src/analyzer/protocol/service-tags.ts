import type { Synthesis } from '../../evidence/model/evidence';

/** The tag of a service that mutes its incidents. */
export const MUTE_TAG = 'hardened-fargate:mute';

/** How the tags of a service begin that say why a guardrail was allowed; its id follows. */
export const ALLOWED_TAG = 'hardened-fargate:allowed:';

const LONGEST_VALUE = 256;

/** The tag of a service whose guardrails were judged at synthesis: the ids of those that did not stop it. */
export const TOLERATED_TAG = 'hardened-fargate:tolerated';

const NONE = 'none';

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
export const allowedIn = (tags: Readonly<Record<string, string>>): Readonly<Record<string, string>> => Object.fromEntries(
  Object.entries(tags).flatMap(([key, value]) => key.startsWith(ALLOWED_TAG) ? [[key.slice(ALLOWED_TAG.length), textInTag(value)]] : []));
