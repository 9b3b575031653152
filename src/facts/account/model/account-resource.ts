/** A resource of an account as describe calls answer it, in the words of CloudFormation. */
export interface AccountResource {
  /** What people know it by: its ARN, or its id where it has none. */
  readonly id: string;
  readonly type: string;
  /** Other resources stand in it by their own ids; what could not be read is `UNKNOWN`. */
  readonly properties: Readonly<Record<string, unknown>>;
  /** The ids of what was there before it. */
  readonly dependsOn?: readonly string[];
  /** Texts by which others refer to it, each with the attribute that it is the value of; `Ref` of the id where it is left out. */
  readonly names?: Readonly<Record<string, string>>;
}
