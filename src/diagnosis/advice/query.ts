/** The part of a `--query` that keeps these fields under their own names, so that a person sees what each value is. */
export const fields = (...names: readonly string[]): string => `{${names.map(name => `${name}:${name}`).join(',')}}`;
