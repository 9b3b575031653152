import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { EXAMPLES, FORMS } from './forms';
import { cfnLint, portedCfnLint } from '../../scripts/comparison/cfn-lint';
import { FLAG_SETS } from '../guardrails/cdk-init-flags';

/** cfn-lint itself where it is on the machine, and everywhere those of its rules that AWS ported. */
const LINTERS = [portedCfnLint(), ...spawnSync('cfn-lint', ['--version']).status === 0 ? [cfnLint('cfn-lint')] : []];

/** The dependencies that the CDK writes out, and the command of a task, an output that names the subnets of another stack. */
const DOCUMENTED = ['W3005', 'W6001'];

describe.each(Object.entries(FLAG_SETS))('with %s', (_flags, flags) => {
  test.each(Object.entries(FORMS))('cfn-lint finds nothing in any example in %s but what the document names', (_form, form) => {
    // All at once: cfn-lint starts slower than it reads a template.
    const templates = Object.values(EXAMPLES).flatMap(example => {
      const app = new App({ context: flags, treeMetadata: false });
      form(app, example);
      const { directory } = app.synth();
      const files = (readdirSync(directory, { recursive: true }) as string[]).filter(name => name.endsWith('.template.json'));
      expect(files).not.toEqual([]);
      return files.map(file => join(directory, file));
    });
    const complaints = LINTERS.flatMap(({ lint }) => lint(...templates));
    expect(complaints.filter(({ rule }) => !DOCUMENTED.includes(rule))).toEqual([]);
    expect(importedOutputs(templates).filter(id => !/RunCommand[0-9A-F]{8}$/.test(id))).toEqual([]);
  });
});

/** The outputs that hold a value of another stack. */
const importedOutputs = (files: readonly string[]): readonly string[] => files.flatMap(file => {
  const { Outputs: outputs = {} } = JSON.parse(readFileSync(file, 'utf8')) as { readonly Outputs?: Readonly<Record<string, unknown>> };
  return Object.keys(outputs).filter(id => JSON.stringify(outputs[id]).includes('Fn::ImportValue'));
});
