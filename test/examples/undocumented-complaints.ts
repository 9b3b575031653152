import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LintedTemplate, Linter } from '../../scripts/comparison/cfn-lint';

/** The rules of cfn-lint that the document names, each with why it finds something. */
const DOCUMENTED: readonly string[] = readFileSync(join(__dirname, '..', '..', 'docs', 'OTHER-RULES.md'), 'utf8').match(/\b[EW]\d{4}\b/g) ?? [];

/** What a linter complains about in templates, except what the document names. */
export const undocumentedComplaints = ({ lint }: Linter, templates: readonly string[]): readonly LintedTemplate[] =>
  lint(...templates).filter(({ rule }) => !DOCUMENTED.includes(rule));
