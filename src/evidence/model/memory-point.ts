/** How much of its memory a task used, in percent of what it may use. */
export interface MemoryPoint {
  readonly time: string;
  readonly percent: number;
}
