/** Half of a secret in a row is enough to guess the rest. */
export function isReadable(secret: string, output: string): boolean {
  const half = Math.ceil(secret.length / 2);
  return Array.from({ length: secret.length - half + 1 }, (_, start) => secret.slice(start, start + half)).some(part => output.includes(part));
}
