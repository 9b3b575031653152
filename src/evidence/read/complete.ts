import { locate } from './locate';
import type { Evidence } from '../model/evidence';
import type { Findings } from '../model/partial-evidence';

/** What was found as evidence, with empty lists for what is missing. */
export const complete = (findings: Findings): Evidence => ({
  serviceEvents: [],
  logTail: [],
  acknowledged: {},
  gaps: [],
  ...findings,
  ...locate(findings),
});
