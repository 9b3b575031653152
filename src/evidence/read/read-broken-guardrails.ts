import { UnreadableEvidence } from './unreadable-evidence';
import type { BrokenGuardrail } from '../model/evidence';
import { isObject, objects, text } from '../model/json-fields';

/**
 * Reads what the guardrails find in a service: what `hardened-fargate guardrails --json` prints, its findings alone, or
 * the report of FargateGuardrails.
 */
export function readBrokenGuardrails(value: unknown, place: string): readonly BrokenGuardrail[] | undefined {
  if (value === undefined || value === null) return undefined;
  const list = isObject(value) ? value.findings : value;
  if (!Array.isArray(list)) {
    throw new UnreadableEvidence(place, `this must be an array of findings, or a report with one, but is ${typeof value}`);
  }
  return objects(list).flatMap(({ rule, seen, title, level }) => {
    const [guardrail, fault] = [text(rule), text(seen) ?? text(title)];
    return guardrail && fault ? [{ guardrail, seen: fault, ...level === 'error' && { refused: true } }] : [];
  });
}
