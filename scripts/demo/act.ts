/** A part of the demo: what it promises to show, and the showing, which ends in a verdict of one line. */
export interface Act {
  readonly title: string;
  /** Rejected with `Unkept` when it did not show what it promises. */
  readonly play: () => Promise<string>;
}

/** Something that the demo promised and that did not come true. */
export class Unkept extends Error {}

/** Goes on only if a promise was kept. */
export function expect(kept: boolean, promise: string): asserts kept {
  if (!kept) throw new Unkept(promise);
}
