/** For each needle of the vocabulary, the readers that it wakes. */
const WOKEN: number[][] = [];
let readers = 0;

/** Gives a reader its number; it sleeps through every evidence in which none of these needles occurs. */
export function sleepUntil(needles: Iterable<number>): number {
  const reader = readers++;
  for (const needle of new Set(needles)) (WOKEN[needle] ??= []).push(reader);
  return reader;
}

/** Which readers are awake after these needles were heard: nearly none, so that nobody has to ask them one by one. */
export function awakeAfter(needles: Iterable<number>): Uint8Array {
  const awake = new Uint8Array(readers);
  for (const needle of needles) WOKEN[needle]?.forEach(reader => { awake[reader] = 1; });
  return awake;
}
