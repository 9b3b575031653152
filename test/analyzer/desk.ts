import type { Desk } from '../../src/analyzer/handle-batch';
import type { Diagnosis } from '../../src/diagnosis/diagnosis';
import { readEvidence } from '../../src/diagnosis/read-evidence';

/** A desk that keeps what passes over it. */
export class KeepingDesk implements Desk {
  readonly delivered: Diagnosis[] = [];
  readonly setAsides: { readonly body: string; readonly reason: string }[] = [];
  readonly lines: string[] = [];

  constructor(readonly diagnose: Desk['diagnose'], readonly read: Desk['read'] = readEvidence) {}

  readonly deliver = (diagnosis: Diagnosis): Promise<void> => Promise.resolve(void this.delivered.push(diagnosis));
  readonly setAside = (body: string, reason: string): Promise<void> => Promise.resolve(void this.setAsides.push({ body, reason }));
  readonly log = (line: string): void => void this.lines.push(line);
}
