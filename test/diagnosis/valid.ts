import Ajv2020 from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import schema from '../../src/diagnosis/model/diagnosis.schema.json';

const ajv = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true });
addFormats(ajv);
const validate = ajv.compile(schema);

/** What the published schema finds wrong with a diagnosis. */
export const faultsOf = (diagnosis: unknown): readonly string[] =>
  validate(diagnosis) ? [] : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
