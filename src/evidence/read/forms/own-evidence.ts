import type { Form } from './form';
import { isObject } from '../../model/json-fields';
import { readSaved } from '../saved/read-saved';

/** What `hardened-fargate evidence` prints. */
export const ownEvidence: Form = {
  name: 'printed evidence',
  recognizes: ({ task, gaps, acknowledged, serviceEvents, logTail }) =>
    isObject(task) && isObject(acknowledged) && [gaps, serviceEvents, logTail].every(Array.isArray),
  read: value => ({ findings: [readSaved(value)] }),
};
