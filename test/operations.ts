/**
 * How many characters are looked at while work is done: by regular expressions, by searches in strings, and one by one.
 *
 * It counts and takes no time, so that the same work gives the same number on every machine. An expression counts each character
 * that it passes over once, which holds because a law of its own keeps every expression linear.
 */
export function operationsOf(work: () => void): number {
  let operations = 0;
  const restore = [
    replaced(RegExp.prototype, 'exec', exec => function (this: RegExp, text: string) {
      const from = this.global || this.sticky ? this.lastIndex : 0;
      const match = exec.call(this, text);
      const missed = this.sticky ? from : String(text).length;
      operations += 1 + Math.max(0, (match === null ? missed : match.index + match[0].length) - from);
      return match;
    }),
    replaced(String.prototype, 'indexOf', indexOf => function (this: string, wanted: string, from = 0) {
      const found = indexOf.call(this, wanted, from);
      operations += 1 + (found < 0 ? this.length : found) - from;
      return found;
    }),
    replaced(String.prototype, 'includes', includes => function (this: string, wanted: string) {
      operations += 1 + this.length;
      return includes.call(this, wanted);
    }),
    replaced(String.prototype, 'charCodeAt', charCodeAt => function (this: string, at: number) {
      operations += 1;
      return charCodeAt.call(this, at);
    }),
    replaced(String.prototype, 'charAt', charAt => function (this: string, at: number) {
      operations += 1;
      return charAt.call(this, at);
    }),
  ];
  try {
    work();
  } finally {
    restore.forEach(undo => undo());
  }
  return operations;
}

/** Puts another method in the place of one, and gives the way back. */
function replaced<T extends object, K extends keyof T>(owner: T, name: K, instead: (method: T[K]) => T[K]): () => void {
  const method = owner[name];
  owner[name] = instead(method);
  return () => { owner[name] = method; };
}

/** Whether work on a text of twice the length takes more than twice the operations, beside what it takes for any text. */
export function growsFasterThanItsText(work: (text: string) => void, piece: string, letters: number): boolean {
  const pieces = Math.ceil(letters / piece.length);
  work(piece); // What is made once is not made again.
  const [one, two, four] = [1, 2, 4].map(times => operationsOf(() => work(piece.repeat(times * pieces))));
  return four - two > 2.5 * Math.max(two - one, letters);
}
