import { hardenedFargate, type Outcome } from './run-cli';

/** A finding as the command prints it for programs. */
export interface Printed {
  readonly rule: string;
  readonly level: string;
  readonly template: string;
  readonly logicalId: string;
  readonly path: string;
  readonly when: string | null;
}

/** Judges template files. */
export const judge = (files: readonly string[], ...options: readonly string[]): Outcome =>
  hardenedFargate(['guardrails', ...files.flatMap(name => ['--template', name]), ...options]);

/** What is wrong with template files. */
export const findingsIn = (...files: readonly string[]): readonly Printed[] => JSON.parse(judge(files, '--json').stdout);
