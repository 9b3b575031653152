/** The name that a misspelled one was probably meant to be. */
export function nearestName(name: string, names: readonly string[]): string {
  const distances = names.map(candidate => [distanceBetween(name, candidate), candidate] as const);
  return distances.reduce((nearest, next) => next[0] < nearest[0] ? next : nearest)[1];
}

/** How many characters have to be added, dropped or replaced to make one text of another. */
function distanceBetween(from: string, to: string): number {
  const row = [...from].reduce<readonly number[]>((above, character, index) => {
    const next = [index + 1];
    [...to].forEach((other, column) => next.push(Math.min(
      above[column + 1] + 1,
      next[column] + 1,
      above[column] + (character === other ? 0 : 1),
    )));
    return next;
  }, Array.from({ length: to.length + 1 }, (_, column) => column));
  return row[to.length];
}
