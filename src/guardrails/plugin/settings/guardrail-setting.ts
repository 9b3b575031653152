import type { GuardrailLevel } from './guardrail-level';

/**
 * The level of one guardrail. Create it with `error()`, `warning()`, or `off()` of `Guardrail`.
 */
export class GuardrailSetting {
  /** @internal */
  public static _of(ruleId: string, level: GuardrailLevel | undefined, reason: string | undefined): GuardrailSetting {
    return new GuardrailSetting(ruleId, level, reason);
  }

  private constructor(
    /** The id of the guardrail. */
    public readonly ruleId: string,
    /** The level of its findings. Absent if the guardrail is off. */
    public readonly level: GuardrailLevel | undefined,
    /** The reason for the change. */
    public readonly reason: string | undefined,
  ) {}
}
