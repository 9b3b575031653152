/**
 * The findings that stop synthesis.
 */
export class GuardrailProfile {
  /** What AWS rejects, what cannot start or serve, and what leaks a credential is an error; everything else is a warning. */
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
