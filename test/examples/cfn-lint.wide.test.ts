import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { EXAMPLES, FORMS, VARIANTS_OF_TEMPLATES } from './forms';
import { cfnLint, portedCfnLint } from '../../scripts/comparison/cfn-lint';
import { CDK_INIT_FLAGS } from '../guardrails/cdk-init-flags';

/** Those of the rules of cfn-lint that AWS ported. */
const PORTED = portedCfnLint();

/** cfn-lint itself where it is on the machine: each template takes it more than a second, so that it sees those of a new app in two forms. */
const ITSELF = spawnSync('cfn-lint', ['--version']).status === 0 ? [cfnLint('cfn-lint')] : [];

/** The dependencies that the CDK writes out, and the command of a task, an output that names the subnets of another stack. */
const DOCUMENTED = ['W3005', 'W6001'];

test.each(VARIANTS_OF_TEMPLATES)('cfn-lint finds nothing in any example in $variant but what the document names', ({ form, flags }) => {
  // All at once: cfn-lint starts slower than it reads a template.
  const templates = Object.values(EXAMPLES).flatMap(example => {
    const app = new App({ context: flags, treeMetadata: false });
    form(app, example);
    const { directory } = app.synth();
    const files = (readdirSync(directory, { recursive: true }) as string[]).filter(name => name.endsWith('.template.json'));
    expect(files).not.toEqual([]);
    return files.map(file => join(directory, file));
  });
  const complaints = [PORTED, ...flags === CDK_INIT_FLAGS && form !== FORMS['two stacks'] ? ITSELF : []].flatMap(({ lint }) => lint(...templates));
  expect(complaints.filter(({ rule }) => !DOCUMENTED.includes(rule))).toEqual([]);
  expect(importedOutputs(templates).filter(id => !/RunCommand[0-9A-F]{8}$/.test(id))).toEqual([]);
});

/** The outputs that hold a value of another stack. */
const importedOutputs = (files: readonly string[]): readonly string[] => files.flatMap(file => {
  const { Outputs: outputs = {} } = JSON.parse(readFileSync(file, 'utf8')) as { readonly Outputs?: Readonly<Record<string, unknown>> };
  return Object.keys(outputs).filter(id => JSON.stringify(outputs[id]).includes('Fn::ImportValue'));
});
