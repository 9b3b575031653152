/** Evidence that would have helped and could not be had. */
export interface Gap {
  readonly source: string;
  readonly because: string;
}
