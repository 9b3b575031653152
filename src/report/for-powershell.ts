import type { Diagnosis } from '../diagnosis/model/diagnosis';

/** The same diagnosis with its commands, which are quoted for a POSIX shell, quoted for PowerShell. */
export const forPowerShell = (diagnosis: Diagnosis): Diagnosis => ({
  ...diagnosis,
  actions: diagnosis.actions.map(action => ({ ...action, commands: action.commands.map(inPowerShell) })),
});

/**
 * `it'\''s` is written `it''s` there, a comma would begin a list, and a value in double quotes takes its whole word into them;
 * `time` and input from a file are no part of that language.
 */
export const inPowerShell = (command: string): string => command.startsWith('https://') ? command : command
  .replace(WORD, word => requoted(word))
  .replace(/^(.+) '<\/dev\/null'$/, "'' | $1")
  .replace(/(?<=^|&& )time (.+)$/, 'Measure-Command { $1 }');

/** What a POSIX shell takes for one word: letters, and parts in quotes; what is in `$( )` may have quotes and blanks of its own. */
const PART = String.raw`'[^']*'|\\.|"(?:\$\([^()]*(?:\([^()]*\)[^()]*)*\)|[^"$])*"|[^\s'"\\]`;
const WORD = new RegExp(`(?:${PART})+`, 'g');
const PARTS = new RegExp(PART, 'g');

/** Words that PowerShell takes as they are, and what a person replaces. */
const AS_IT_IS = /^(?!--%$)(?:[\w.:/=+%-]+|<[a-z-]+>|&&|\||[\w.:/=+-]*<[a-z-]+>)$/;

/** Up to version 7.2, a quote in an argument, or a backslash at its end, begins another one; no name in AWS has either. */
const MAY_SPLIT = /["“”„]|\\$/;

/** What a person replaces. */
const PLACEHOLDER = '<name>';

function requoted(word: string): string {
  if (AS_IT_IS.test(word)) return word;
  const parts = [...word.matchAll(PARTS)].map(([part]) => part);
  return parts.some(part => part.startsWith('"'))
    ? `"${parts.map(inDoubleQuotes).join('')}"`
    : inSingleQuotes(parts.map(literally).join(''));
}

/** Typographic quotes end a string there, too; doubled, each stands for itself. */
const inSingleQuotes = (text: string): string => MAY_SPLIT.test(text) ? PLACEHOLDER : `'${text.replace(/['‘’‚‛]/g, '$&$&')}'`;

function literally(part: string): string {
  if (part.startsWith("'")) return part.slice(1, -1);
  return part.startsWith('\\') ? part.slice(1) : part;
}

/** A command in `$( )` has words of its own. */
const inDoubleQuotes = (part: string): string => part.startsWith('"')
  ? part.slice(1, -1).replace(/^\$\(([^]*)\)$/, (_, inner: string) => `$(${inPowerShell(inner)})`)
  : literally(part).replace(/[`"“”„$]/g, '`$&');
