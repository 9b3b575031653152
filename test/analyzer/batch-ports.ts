import type { BatchPorts } from '../../src/analyzer/handle-batch';
import type { Diagnosis } from '../../src/diagnosis/model/diagnosis';
import { readEvidence } from '../../src/evidence/read/read-evidence';

/** A ports that keeps what passes over it. */
export class RecordingPorts implements BatchPorts {
  readonly delivered: Diagnosis[] = [];
  readonly setAsides: { readonly body: string; readonly reason: string }[] = [];
  readonly lines: string[] = [];

  constructor(readonly diagnose: BatchPorts['diagnose'], readonly read: BatchPorts['read'] = readEvidence) {}

  readonly deliver = (diagnosis: Diagnosis): Promise<void> => Promise.resolve(void this.delivered.push(diagnosis));
  readonly setAside = (body: string, reason: string): Promise<void> => Promise.resolve(void this.setAsides.push({ body, reason }));
  readonly log = (line: string): void => void this.lines.push(line);
}
