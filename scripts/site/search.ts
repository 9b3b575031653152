/**
 * How the search of the site finds and ranks, for VitePress and for its check.
 *
 * VitePress writes the functions into the site as text, so they refer to nothing outside themselves.
 */
export const SEARCH = {
  options: {
    // The words of a text, and the ids in it: `no-public-ip` is found as a whole as well.
    tokenize: (text: string): string[] => [...text.split(/[\n\r\p{Z}\p{P}]+/u), ...text.match(/[a-z]+(?:[-/][a-z]+)+/g) ?? []],
    // Words of a question that are on every page.
    processTerm: (term: string): string | undefined =>
      /^(?:an?|are|can|do|does|for|how|i|in|is|it|much|my|of|on|the|to|what|when|why|with)$/i.test(term) ? undefined : term.toLowerCase(),
  },
  searchOptions: {
    // A number is another number with one digit changed.
    fuzzy: (term: string): number | boolean => term.length > 4 && !/\d/.test(term) ? 0.2 : false,
    prefix: (term: string): boolean => term.length > 2 && !/\d/.test(term),
    weights: { fuzzy: 0.1, prefix: 0.3 },
    boost: { title: 4, text: 2, titles: 1 },
    // A constant of API.md has the words of its guardrail, a table of all guardrails or causes has the words of each, and a decision is for
    // contributors. All contain less than the page of the guardrail or cause.
    boostDocument: (id: string): number => /\/(?:API\.html#[a-z]+_|DEFENSES\.html|COMPARISON\.html|decisions\/)/.test(id) ? 0.1 : 1,
  },
};
