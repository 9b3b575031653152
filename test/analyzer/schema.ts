import Ajv from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import schema from '../../src/diagnosis/model/diagnosis.schema.json';

const validate = addFormats(new Ajv({ strict: false })).compile(schema);

/** What the published schema says against a diagnosis; nothing when it is one. */
export function faultsOf(diagnosis: unknown): readonly unknown[] {
  validate(diagnosis);
  return validate.errors ?? [];
}
