/** An event to explain, by itself or with what the account says of it; plain data, which passes from one thread to another. */
export interface Question {
  readonly body: string;
  readonly withAccount: boolean;
}
