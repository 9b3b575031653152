import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag';
import { findingsIn, type Tool } from './findings';
import { EXAMPLES, FORMS } from './forms';
import { CDK_INIT_FLAGS } from '../guardrails/cdk-init-flags';

const FLAGS = { 'the flags of cdk init': CDK_INIT_FLAGS, 'no flags': {} };

const NAG: readonly Tool[] = [app => new AwsSolutionsChecks(app), app => new ServerlessChecks(app)];

describe.each(Object.entries(FLAGS))('with %s', (_flags, flags) => {
  describe.each(Object.entries(FORMS))('in %s', (_form, form) => {
    test.each(Object.entries(EXAMPLES))('neither the guardrails nor cdk-nag nor CloudFormation find anything that the library made in %s', (_name, example) => {
      expect(findingsIn(example, form, flags, NAG)).toEqual([]);
    });
  });
});
