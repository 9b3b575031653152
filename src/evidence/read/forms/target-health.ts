import type { Form } from './form';
import { NO_TASK } from '../../model/partial-evidence';
import { readTargetGroup } from '../read-target-group';

/** What describe-target-health answers. */
export const targetHealth: Form = {
  name: 'the output of describe-target-health',
  recognizes: ({ targetHealthDescriptions }) => Array.isArray(targetHealthDescriptions),
  read: (value, place) => {
    const targetGroup = readTargetGroup(value, place);
    const unwell = (targetGroup?.targets ?? []).filter(({ state }) => state !== 'healthy');
    if (targetGroup === undefined || unwell.length === 0) return { healthy: ['every target is healthy'] };
    return { findings: [{ task: NO_TASK, targetGroup }] };
  },
};
