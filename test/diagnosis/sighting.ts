import type { Sighting } from '../../src/diagnosis/model/signature';
import type { Evidence } from '../../src/evidence/model/evidence';
import { readEvidence } from '../../src/evidence/read/read-evidence';

/** The evidence that a sighting is all of, read as the CLI reads it. */
export function evidenceOfSighting({ containerReason, exitCode, serviceEvent, log, ...stop }: Sighting): Evidence {
  const container = { ...containerReason && { reason: containerReason }, ...exitCode !== undefined && { exitCode } };
  const [evidence] = readEvidence({
    taskEvent: { ...stop, containers: Object.keys(container).length > 0 ? [container] : [] },
    serviceEvents: serviceEvent ? [serviceEvent] : [],
    logTail: log ?? [],
  });
  return evidence;
}
