/** Where something runs, as far as that is known. */
export interface Place {
  readonly account?: string;
  readonly region?: string;
}
