import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { EXAMPLES, FORMS } from './forms';
import { cfnLint, portedCfnLint } from '../../scripts/comparison/cfn-lint';
import { CDK_INIT_FLAGS } from '../guardrails/cdk-init-flags';

/** cfn-lint itself where it is on the machine, and everywhere those of its rules that AWS ported. */
const LINTERS = [portedCfnLint(), ...spawnSync('cfn-lint', ['--version']).status === 0 ? [cfnLint('cfn-lint')] : []];

describe.each(Object.entries({ 'the flags of cdk init': CDK_INIT_FLAGS, 'no flags': {} }))('with %s', (_flags, flags) => {
  test.each(Object.entries(FORMS))('cfn-lint finds nothing in any example in %s but dependencies that the CDK writes out', (_form, form) => {
    // All at once: cfn-lint starts slower than it reads a template.
    const templates = Object.values(EXAMPLES).flatMap(example => {
      const app = new App({ context: flags });
      form(app, example);
      const { directory } = app.synth();
      const files = (readdirSync(directory, { recursive: true }) as string[]).filter(name => name.endsWith('.template.json'));
      expect(files).not.toEqual([]);
      return files.map(file => join(directory, file));
    });
    const complaints = LINTERS.flatMap(({ lint }) => lint(...templates));
    expect(complaints.filter(({ rule }) => rule !== 'W3005')).toEqual([]);
  });
});
