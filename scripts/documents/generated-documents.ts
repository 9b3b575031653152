import { accuracyAsMarkdown } from './accuracy-markdown';
import { architectureWithLaw } from './architecture';
import { costsAsMarkdown } from './costs-markdown';
import { guardrailsAsConstants } from './guardrail-constants';
import { otherRulesAsMarkdown } from './other-rules';
import { permissionsWithReads } from './permissions-markdown';
import { preventedByAsTypeScript } from './prevented-by';
import { refusedByAws } from './refused-by-aws';
import { securityAsMarkdown } from './security';
import { sourceCallsAsTypeScript } from './source-calls';
import { thirdPartyNotices } from './third-party-notices';
import { causesAsMarkdown } from '../../src/cli/documents/causes-markdown';
import { defensesAsMarkdown } from '../../src/cli/documents/defenses-markdown';
import { CATALOGUE } from '../../src/guardrails/catalogue';
import { catalogueAsMarkdown } from '../../src/guardrails/describe';
import EXAMPLES from '../../test/guardrails/fixes/examples.json';

/** The documents that are printed from the code, by their path in the repository. */
export const GENERATED_DOCUMENTS: Readonly<Record<string, () => string | Promise<string>>> = {
  'THIRD-PARTY-NOTICES.md': () => thirdPartyNotices(),
  'docs/ACCURACY.md': () => accuracyAsMarkdown(),
  'docs/ARCHITECTURE.md': () => architectureWithLaw(),
  'docs/CAUSES.md': () => causesAsMarkdown(),
  'docs/COSTS.md': () => costsAsMarkdown(),
  'docs/DEFENSES.md': () => defensesAsMarkdown(),
  'docs/GUARDRAILS.md': () => catalogueAsMarkdown(CATALOGUE, EXAMPLES),
  'docs/OTHER-RULES.md': () => otherRulesAsMarkdown(),
  'docs/PERMISSIONS.md': () => permissionsWithReads(),
  'docs/REFUSED-BY-AWS.md': () => refusedByAws(),
  'docs/SECURITY.md': () => securityAsMarkdown(),
  'src/causes/prevented-by.ts': () => preventedByAsTypeScript(),
  'src/evidence/collect/source-calls.ts': () => sourceCallsAsTypeScript(),
  'src/guardrails/plugin/settings/guardrail.ts': () => guardrailsAsConstants(),
};
