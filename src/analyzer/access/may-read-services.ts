import type { StopEvidence } from './stop-evidence';
import { readsServices } from '../../evidence/collect/reads-services';

/** Whether services are read with this evidence, and so are their tags. */
export const mayReadServices = ({ sources }: StopEvidence): boolean => readsServices(sources);
