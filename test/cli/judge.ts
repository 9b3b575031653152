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
export const findingsIn = (...files: readonly string[]): readonly Printed[] => printedIn(files).findings;

/** What the command prints for programs. */
export const printedIn = (files: readonly string[], ...options: readonly string[]): {
  readonly schemaVersion: string;
  readonly judged: number;
  readonly findings: readonly Printed[];
  readonly notes: readonly Printed[];
  readonly notJudged: readonly (Pick<Printed, 'rule' | 'template' | 'logicalId' | 'path'> & { readonly because: string })[];
  readonly baseline: { readonly known: number; readonly stale: readonly object[] };
} => JSON.parse(judge(files, '--json', ...options).stdout);
