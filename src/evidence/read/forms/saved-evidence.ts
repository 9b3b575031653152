import type { Form } from './form';
import { objects } from '../../model/json-fields';
import { readSaved } from '../saved/read-saved';

/** What `diagnose --save` wrote. */
export const savedEvidence: Form = {
  name: 'saved evidence',
  recognizes: value => Array.isArray(value.savedEvidence),
  read: value => ({ findings: objects(value.savedEvidence).map(readSaved) }),
};
