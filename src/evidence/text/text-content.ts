/** What a plain text turned out to hold: values in the forms that JSON is read in. */
export interface TextContent {
  /** What was recognized, such as `the output of cdk deploy`. */
  readonly form: string;
  readonly values: readonly unknown[];
  /** What it is, where it holds no stop. */
  readonly noted?: string;
  /** Why it holds nothing, and what to correct. */
  readonly refused?: string;
  /** Whether it looks like something that people wrote, so that only words that name a cause make it a failure. */
  readonly isDocument?: boolean;
}
