/** A JSON object of which nothing is known yet. */
export type JsonObject = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value);

/** A text that says something; anything else is absent. */
export const text = (value: unknown): string | undefined => typeof value === 'string' && value !== '' ? value : undefined;

/** A whole number, also one that was written as a text. */
export function wholeNumber(value: unknown): number | undefined {
  const number = typeof value === 'string' && /^-?\d{1,10}$/.test(value) ? Number(value) : value;
  return typeof number === 'number' && Number.isSafeInteger(number) ? number : undefined;
}

/** A number of any kind that can be counted with. */
export const finiteNumber = (value: unknown): number | undefined => typeof value === 'number' && Number.isFinite(value) ? value : undefined;

/** A point in time as ISO 8601: from ISO text (events), UNIX seconds (API), milliseconds or a Date (SDK). */
export function moment(value: unknown): string | undefined {
  const date = new Date(typeof value === 'number' ? milliseconds(value) : value instanceof Date ? value : text(value) ?? NaN);
  const year = date.getUTCFullYear();
  return year >= 1970 && year <= 9999 ? date.toISOString() : undefined;
}

/** So many seconds would be more than three thousand years. */
const milliseconds = (number: number): number => number > 1e11 ? number : number * 1000;

/** The objects of a list; nothing when it is no list. */
export const objects = (value: unknown): readonly JsonObject[] => Array.isArray(value) ? value.filter(isObject) : [];

/** The object without its absent fields, as ECS itself writes it. */
export const present = <T extends object>(fields: T): T =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;

/**
 * The object with the names of its fields as the SDKs of most languages write them: Elastic Load Balancing and
 * CloudWatch begin them with a capital.
 */
export const uncapitalised = (object: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(object).map(([name, value]) => [name.charAt(0).toLowerCase() + name.slice(1), value]));
