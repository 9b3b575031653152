/** Where answers come from. */
export interface AccountPlace {
  readonly partition: string;
  readonly region: string;
  readonly account: string;
}
