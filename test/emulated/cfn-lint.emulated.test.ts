import { CFN_LINT } from './python-environment';
import { cfnLint } from '../../scripts/comparison/cfn-lint';
import { EXAMPLES, FORMS } from '../examples/forms';
import { templatesOf } from '../examples/templates-of';
import { undocumentedComplaints } from '../examples/undocumented-complaints';
import { CDK_INIT_FLAGS } from '../guardrails/cdk-init-flags';

test('cfn-lint finds nothing in any example of a new app but what the document names', () => {
  CFN_LINT.requireInstalled();
  // In one form and all at once: cfn-lint takes seconds to start, and more than one for each template.
  const templates = Object.values(EXAMPLES).flatMap(example => templatesOf(example, FORMS['one stack'], CDK_INIT_FLAGS));
  expect(undocumentedComplaints(cfnLint(CFN_LINT.pathOf('cfn-lint')), templates)).toEqual([]);
});
