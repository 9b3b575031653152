import { CAUSES, type CauseId, type Severity } from '../../causes/catalogue';
import { DEFAULTS, type Default } from '../../causes/defaults';
import { SIGNATURES } from '../../diagnosis/catalogue';
import type { Signature } from '../../diagnosis/model/signature';
import { CATALOGUE } from '../../guardrails/catalogue';
import type { Rule } from '../../guardrails/model/rule';

/** A cause with everything that stands against it: the three lines of defense. */
export interface CauseDescription {
  readonly id: CauseId;
  readonly severity: Severity;
  readonly summary: string;
  readonly defaults: readonly Default[];
  readonly guardrails: readonly Rule[];
  readonly signatures: readonly Signature[];
}

/** Every cause, in the order of a task's life. */
export const describeCauses = (): readonly CauseDescription[] => CAUSES.map(({ id, severity, summary }) => ({
  id,
  severity,
  summary,
  defaults: DEFAULTS.filter(({ cause }) => cause === id),
  guardrails: CATALOGUE.filter(({ prevents }) => prevents.includes(id)),
  signatures: SIGNATURES.filter(({ cause }) => cause === id),
}));
