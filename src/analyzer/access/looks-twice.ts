import type { StopEvidence } from './stop-evidence';
import { LATER_SOURCES } from '../../evidence/collect/source-calls';

/** Whether something of it is there some minutes after a stop only, and read in a second look. */
export const looksTwice = ({ sources }: StopEvidence): boolean => sources.some(source => LATER_SOURCES.includes(source));
