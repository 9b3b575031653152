import type { Templates } from './templates';
import { type Fact, UNKNOWN } from '../model/fact';

const OWN = '${AWS::Region}';

/** The Region of something that a stack uses: absent for the stack's own, and unknown where nobody says which one that is. */
export function foreignRegion(templates: Templates, stack: string, written: Fact<string>): Fact<string> {
  if (typeof written !== 'string') return written;
  const own = templates.regionOf(stack);
  if (written === OWN || written === own) return undefined;
  return own === undefined || written === '' || written.includes('${') ? UNKNOWN : written;
}
