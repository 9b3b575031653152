import type { Finding } from './evaluate';

/** Each finding once, at its gravest, also where two services use the resource that it is about. */
export function eachOnce(findings: readonly Finding[]): readonly Finding[] {
  const found = new Map<string, Finding>();
  for (const finding of findings) {
    const key = JSON.stringify([finding.rule.id, finding.at, finding.seen, finding.when]);
    if (found.get(key)?.level !== 'error') found.set(key, finding);
  }
  return [...found.values()];
}
