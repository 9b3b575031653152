import { kindOf } from '../../evidence/clean/kind-of-secret';
import { Marks } from '../../evidence/clean/marks/marks';
import { redactNamed, redactValue } from '../../evidence/clean/redact-value';
import { credentialIn } from '../../guardrails/predicates/credential';

/** The same value without secrets: those of a known shape, and those that only their name gives away, such as `DB_PASSWORD`. */
export function redactFacts(value: unknown): unknown {
  const marks = new Marks();
  return redactValue(value, (text, name) => {
    const left = redactNamed(text, name, marks);
    const isClean = name === '' || credentialIn(name, left) === undefined || left.includes('[redacted ');
    return isClean ? left : marks.restored(marks.hide(kindOf(name), text));
  });
}
