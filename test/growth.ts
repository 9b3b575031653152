/** Work of fewer microseconds is too little to be compared. */
const MEASURABLE = 50_000;

/**
 * Whether work on a text of many pieces grows with the square of its length, as a pattern that tracks back does.
 *
 * It compares the processor time of this process with itself, so that a slow or busy machine changes nothing.
 */
export function growsFasterThanItsText(work: (text: string) => void, piece: string): boolean {
  const long = leastOf(() => work(piece.repeat(40_000)));
  return long > MEASURABLE && long > 10 * leastOf(() => work(piece.repeat(10_000)));
}

const leastOf = (work: () => void): number => Math.min(...[1, 2, 3].map(() => processorTimeOf(work)));

function processorTimeOf(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return user + system;
}
