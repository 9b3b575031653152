/** The fields of an event, also where a rule put it into a bundle with what was allowed for its service. */
export function eventIn(message: unknown): Readonly<Record<string, unknown>> {
  const fields = fieldsOf(message);
  return 'event' in fields ? fieldsOf(fields.event) : fields;
}

/** The fields of an object; none of anything else. */
export const fieldsOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? { ...value } : {};
