import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag';
import { findingsIn } from './findings';
import { EXAMPLES, FORMS } from './forms';
import { CDK_INIT_FLAGS } from '../guardrails/cdk-init-flags';

const FOLDER = join(__dirname, '..', '..', 'examples');

/** Each form once; the wide tests synthesize every example in every form. */
const SOME = [
  ['web-service', 'two stacks', CDK_INIT_FLAGS],
  ['worker', 'two nested stacks', {}],
  ['nightly-report', 'two stacks of a stage', {}],
  ['central-analyzer', 'two stacks', CDK_INIT_FLAGS],
] as const;

test('every example is among those that are judged', () => {
  expect(Object.keys(EXAMPLES).sort()).toEqual(readdirSync(FOLDER).filter(name => existsSync(join(FOLDER, name, 'cdk.json'))).sort());
});

test.each(SOME)('in the example %s, in %s, neither the guardrails nor cdk-nag nor CloudFormation find anything that the library made', (name, form, flags) => {
  expect(findingsIn(EXAMPLES[name], FORMS[form], flags, [app => new AwsSolutionsChecks(app), app => new ServerlessChecks(app)])).toEqual([]);
});
