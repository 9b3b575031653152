import type { GuardrailLevel } from './guardrail-level';

/**
 * How the findings of one guardrail count: made by `error()`, `warning()`, and `off()` of `Guardrail`.
 */
export class GuardrailSetting {
  /** @internal */
  public static _of(ruleId: string, level: GuardrailLevel | undefined, reason: string | undefined): GuardrailSetting {
    return new GuardrailSetting(ruleId, level, reason);
  }

  private constructor(
    /** The id of the guardrail. */
    public readonly ruleId: string,
    /** The level of its findings; absent if it is off. */
    public readonly level: GuardrailLevel | undefined,
    /** Why it does not have its own level. */
    public readonly reason: string | undefined,
  ) {}
}
