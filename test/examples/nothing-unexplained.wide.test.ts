import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag';
import { findingsIn, type Tool } from './findings';
import { EXAMPLES, VARIANTS } from './forms';

const FOLDER = join(__dirname, '..', '..', 'examples');

const NAG: readonly Tool[] = [app => new AwsSolutionsChecks(app), app => new ServerlessChecks(app)];

test('every example is among those that are judged', () => {
  expect(Object.keys(EXAMPLES).sort()).toEqual(readdirSync(FOLDER).filter(name => existsSync(join(FOLDER, name, 'cdk.json'))).sort());
});

describe.each(VARIANTS)('in $variant', ({ form, flags }) => {
  test.each(Object.entries(EXAMPLES))('neither the guardrails nor cdk-nag nor CloudFormation find anything that the library made in %s', (_name, example) => {
    expect(findingsIn(example, form, flags, NAG)).toEqual([]);
  });
});
