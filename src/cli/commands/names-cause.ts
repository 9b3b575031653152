import { diagnose } from '../../diagnosis/diagnose';
import type { Evidence } from '../../evidence/model/evidence';

/** Whether a diagnosis names a cause of its own: what people write speaks of errors too, and that alone tells of no stop. */
export const namesCause = (evidence: Evidence): boolean => !['unknown', 'exit/application-error'].includes(diagnose(evidence).cause);
