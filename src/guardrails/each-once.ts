import type { Finding } from './evaluate';

/** Each finding once, also where two services use the thing that is at fault. */
export const eachOnce = (findings: readonly Finding[]): readonly Finding[] =>
  [...new Map(findings.map(finding => [JSON.stringify([finding.rule.id, finding.at, finding.seen, finding.when]), finding])).values()];
