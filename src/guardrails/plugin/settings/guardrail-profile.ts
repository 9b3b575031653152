/**
 * The findings that stop synthesis.
 */
export class GuardrailProfile {
  /**
   * A finding is an error if AWS rejects the resource, if tasks cannot start or serve requests, or if a credential leaks.
   * Every other finding is a warning.
   */
  public static readonly RECOMMENDED = new GuardrailProfile('recommended');

  /** Every finding is an error. */
  public static readonly STRICT = new GuardrailProfile('strict');

  /** Every finding is a warning, except for those about a HardenedFargateService. */
  public static readonly ADVISORY = new GuardrailProfile('advisory');

  private constructor(
    /** The name of the profile. */
    public readonly name: string,
  ) {}
}
