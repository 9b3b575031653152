/**
 * How the search of the site finds and ranks, for VitePress and for its check.
 *
 * VitePress writes the functions into the site as text, so they refer to nothing outside themselves.
 */
export const SEARCH = {
  options: {
    // The words of a text, and the ids in it: `no-public-ip` is found as a whole as well.
    tokenize: (text: string): string[] => [...text.split(/[\n\r\p{Z}\p{P}]+/u), ...text.match(/[a-z]+(?:[-/][a-z]+)+/g) ?? []],
  },
  searchOptions: {
    fuzzy: 0.2,
    prefix: true,
    boost: { title: 4, text: 2, titles: 1 },
    // A constant of API.md has the words of its guardrail, a table of all guardrails or causes has the words of each, and a decision is for
    // contributors. All contain less than the page of the guardrail or cause.
    boostDocument: (id: string): number => /\/(?:API\.html#[a-z]+_|DEFENSES\.html|COMPARISON\.html|decisions\/)/.test(id) ? 0.1 : 1,
  },
};
