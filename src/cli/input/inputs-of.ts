import type { Command } from 'commander';
import { STANDARD_INPUT } from './read-text';
import { UNREADABLE } from '../terminal/exit-code';

/** The inputs that a command reads: the files that it names, or standard input, unless that is a terminal. */
export function inputsOf(files: readonly string[], command: Command): readonly string[] {
  if (files.length > 0) return files;
  return process.stdin.isTTY ? command.error('error: name a FILE, or pipe one in', { exitCode: UNREADABLE }) : [STANDARD_INPUT];
}
