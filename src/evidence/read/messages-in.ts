import { isObject } from '../model/json-fields';

/** The texts of a list of messages, of pairs of a time and a message, or of plain texts; nothing when it is a list of something else. */
export function messagesIn(list: unknown): readonly string[] {
  if (!Array.isArray(list) || list.length === 0) return [];
  const messages = list.map(messageOf);
  return messages.every(message => message !== undefined) ? messages.filter(message => message !== '') : [];
}

function messageOf(item: unknown): string | undefined {
  if (typeof item === 'string') return item.trimEnd();
  if (Array.isArray(item)) return messageOfPair(item);
  if (!isObject(item) || 'lastStatus' in item || 'stoppedReason' in item) return undefined;
  return typeof item.message === 'string' ? item.message.trimEnd() : undefined;
}

/** Of the texts beside a time, the longest is the message. */
function messageOfPair(pair: readonly unknown[]): string | undefined {
  if (!pair.every(part => typeof part === 'string' || typeof part === 'number' || part === null)) return undefined;
  const texts = pair.filter(part => typeof part === 'string').filter(part => !LOOKS_LIKE_A_TIME.test(part));
  return texts.sort((one, other) => other.length - one.length)[0];
}

const LOOKS_LIKE_A_TIME = /^\d{4}-\d\d-\d\d[T ][\d:.]+(?:Z|[+-]\d\d:?\d\d)?$/;
