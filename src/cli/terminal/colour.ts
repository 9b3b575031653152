import { Option } from 'commander';

/** When to print in color. */
export type When = 'auto' | 'always' | 'never';

/** The option with which a command takes it, in both spellings. */
export const colourOption = (): Option =>
  new Option('--color, --colour <when>', 'print in color').choices(['auto', 'always', 'never'] satisfies readonly When[]).default('auto');

/** Whether to color what goes to a stream: Node itself knows NO_COLOR, FORCE_COLOR and dumb terminals. */
export const inColour = (when: When, stream: NodeJS.WriteStream = process.stdout): boolean =>
  when === 'always' || when === 'auto' && stream.isTTY && stream.hasColors();

/** Prose in longer lines is hard to read. */
const WIDEST = 100;

/** How to write for people on standard output. */
export const styleOf = (when: When): { readonly colour: boolean; readonly width: number } =>
  ({ colour: inColour(when), width: Math.min(WIDEST, process.stdout.columns ?? WIDEST) });
