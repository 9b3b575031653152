/** What was found, as the beginning of a sentence. */
export const asSentence = (seen: string): string => seen.charAt(0).toUpperCase() + seen.slice(1);
