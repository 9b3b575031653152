/** The path that was meant where there is none: that of a URL, or a text without its first slash. */
export const pathOf = (text: string): string => `/${text.replace(/^[a-z]+:\/\/[^/]*/i, '').replace(/^\//, '')}`;
