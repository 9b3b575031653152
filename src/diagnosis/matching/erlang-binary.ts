/** Eight characters or more, each as its number: what a machine of Erlang prints of a text that holds a line break. */
const BINARY = /<<(\d{1,3}(?:,\d{1,3}){7,2000})>>/g;

/** The line with every binary of Erlang as the text that it is, on one line. */
export const withBinariesRead = (line: string): string =>
  line.includes('<<') ? line.replace(BINARY, (whole, numbers: string) => textOf(numbers.split(',').map(Number)) ?? whole) : line;

/** Undefined for what is no plain text. */
function textOf(codes: readonly number[]): string | undefined {
  const isText = codes.every(code => code === 9 || code === 10 || code === 13 || code >= 32 && code < 127);
  return isText ? `"${String.fromCharCode(...codes).replace(/\s+/g, ' ').trim()}"` : undefined;
}
