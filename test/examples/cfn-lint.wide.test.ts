import { readFileSync } from 'node:fs';
import { EXAMPLES, VARIANTS_OF_TEMPLATES } from './forms';
import { templatesOf } from './templates-of';
import { undocumentedComplaints } from './undocumented-complaints';
import { portedCfnLint } from '../../scripts/comparison/cfn-lint';

/** Those of the rules of cfn-lint that AWS ported; cfn-lint itself needs Python, and judges in `test/emulated`. */
const PORTED = portedCfnLint();

test.each(VARIANTS_OF_TEMPLATES)('the rules of cfn-lint find nothing in any example in $variant but what the document names', ({ form, flags }) => {
  const templates = Object.values(EXAMPLES).flatMap(example => templatesOf(example, form, flags));
  expect(undocumentedComplaints(PORTED, templates)).toEqual([]);
  expect(importedOutputs(templates).filter(id => !/RunCommand[0-9A-F]{8}$/.test(id))).toEqual([]);
});

/** The outputs that hold a value of another stack. */
const importedOutputs = (files: readonly string[]): readonly string[] => files.flatMap(file => {
  const { Outputs: outputs = {} } = JSON.parse(readFileSync(file, 'utf8')) as { readonly Outputs?: Readonly<Record<string, unknown>> };
  return Object.keys(outputs).filter(id => JSON.stringify(outputs[id]).includes('Fn::ImportValue'));
});
