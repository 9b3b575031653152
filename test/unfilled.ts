/** The fields of a form that still hold the placeholder of the scaffold, with what they ask for. */
export function unfilled(value: unknown, field = ''): readonly string[] {
  if (typeof value === 'string') return value.includes('TODO') ? [`${field}: ${value}`] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => unfilled(inner, Array.isArray(value) ? `${field}[${key}]` : [field, key].filter(Boolean).join('.')));
}
