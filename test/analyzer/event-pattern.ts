type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Whether EventBridge matches an event, by the operators that the rules of this library have.
 *
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html
 */
export function matches(pattern: Fields, event: Fields): boolean {
  return Object.entries(pattern).every(([field, wanted]) => {
    if (field === '$or') return (wanted as readonly Fields[]).some(one => matches(one, event));
    if (isFields(wanted)) return isFields(event[field]) && matches(wanted, event[field]);
    // Of a list in the event, one element is enough.
    return [event[field]].flat().some(value => (wanted as readonly unknown[]).some(matcher => matchesValue(matcher, value)));
  });
}

function matchesValue(matcher: unknown, value: unknown): boolean {
  if (!isFields(matcher)) return matcher === value;
  const [[operator, operand], ...others] = Object.entries(matcher);
  if (others.length > 0 || typeof value !== 'string') return false;
  if (operator === 'prefix') return value.startsWith(String(operand));
  if (operator === 'wildcard') return new RegExp(`^${String(operand).split('*').map(literal => literal.replace(/\W/g, '\\$&')).join('.*')}$`, 's').test(value);
  if (operator === 'anything-but' && isFields(operand)) return !matchesValue(operand, value);
  throw new Error(`no rule of this library has the operator ${operator}`);
}
