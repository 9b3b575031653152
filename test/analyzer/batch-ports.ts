import type { BatchPorts } from '../../src/analyzer/explaining/batch-ports';
import type { ExplainedStop } from '../../src/analyzer/explaining/explained-stop';
import type { Signal } from '../../src/analyzer/protocol/service-signal';
import type { Diagnosis } from '../../src/diagnosis/model/diagnosis';
import { readEvidence } from '../../src/evidence/read/read-evidence';

/** A ports that keeps what passes over it. */
export class RecordingPorts implements BatchPorts {
  readonly delivered: Diagnosis[] = [];
  readonly setAsides: { readonly body: string; readonly reason: string }[] = [];
  readonly lines: string[] = [];
  readonly signals: Signal[] = [];

  constructor(readonly diagnose: BatchPorts['diagnose'], readonly read: BatchPorts['read'] = readEvidence) {}

  readonly deliver = ({ diagnosis }: ExplainedStop): Promise<void> => Promise.resolve(void this.delivered.push(diagnosis));
  readonly heed = (signal: Signal): Promise<void> => Promise.resolve(void this.signals.push(signal));
  readonly setAside = (body: string, reason: string): Promise<void> => Promise.resolve(void this.setAsides.push({ body, reason }));
  readonly log = (line: string): void => void this.lines.push(line);
}
