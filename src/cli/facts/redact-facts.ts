import { redact, redactWhole } from '../../evidence/clean/redact';
import { credentialIn } from '../../guardrails/predicates/credential';

const REDACTED = '[redacted]';

/** The same value without secrets: those of a known shape, and those that only their name gives away, such as `DB_PASSWORD`. */
export function redactFacts(value: unknown): unknown {
  if (typeof value === 'string') return redact(value);
  if (Array.isArray(value)) return value.map(redactFacts);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) =>
    [key, typeof inner === 'string' ? redactNamed(nameOf(value, key), inner) : redactFacts(inner)]));
}

/** An environment variable has its name beside its value. */
const nameOf = (owner: object, key: string): string =>
  key === 'value' && 'name' in owner && typeof owner.name === 'string' ? owner.name : key;

function redactNamed(name: string, value: string): string {
  const left = redact(value);
  const named = JSON.stringify({ [name]: left });
  return credentialIn(name, left) === undefined && redactWhole(named) === named ? left : REDACTED;
}
