/** Matches any of these expressions, whatever their case. */
export const anyOf = (...expressions: readonly string[]): RegExp => new RegExp(expressions.join('|'), 'i');

/** Matches any of these expressions as words of their own, whatever their case. */
export const anyWordOf = (...expressions: readonly string[]): RegExp => new RegExp(`\\b(?:${expressions.join('|')})\\b`, 'i');
