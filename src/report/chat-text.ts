import { oneLine } from '../evidence/clean/clean-text';

/**
 * Text that means nothing but itself in a chat.
 *
 * Neither Slack nor Teams has an escape that the other understands, so the signs that mean something to either become
 * their look-alikes.
 */
export const plain = (text: string): string => lookalikes(text)
  .replace(/\*/g, '∗').replace(/~/g, '∼').replace(/\]\(/g, '] (').replace(/@(?=\S)/g, '＠')
  // A link to wherever a log wants is no link of ours; beside it stands the address as text.
  .replace(/:\/\//g, ':∕∕').replace(/\b(www)\.(?=\w)/gi, '$1․').replace(/\b(mailto|tel|slack|msteams):(?=\S)/gi, '$1：');

/** Text that is set as code. */
export const code = (text: string): string => `\`${lookalikes(text)}\``;

const lookalikes = (text: string): string => oneLine(text).replace(/</g, '‹').replace(/>/g, '›').replace(/`/g, 'ʼ');
