import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

const EXAMPLES = resolve(__dirname, '..', '..', 'examples');
const CDK = resolve(__dirname, '..', '..', 'node_modules', 'aws-cdk', 'bin', 'cdk');

/** With every validation of the CDK, as a user has it. The engine behind it takes seconds to start, so nothing-unexplained asks it about the others in one process. */
const VALIDATED = 'web-service';

const names = readdirSync(EXAMPLES).filter(name => existsSync(join(EXAMPLES, name, 'cdk.json')));

describe.each(names)('the example %s', name => {
  const output = mkdtempSync(join(tmpdir(), `${name}-`));

  test('is synthesized by the CDK, offline, and every guardrail holds', async () => {
    await promisify(execFile)(process.execPath, [CDK, 'synth', '--quiet', '--no-notices', '--output', output], {
      cwd: join(EXAMPLES, name),
      env: { ...process.env, CDK_DISABLE_CLI_TELEMETRY: 'true', ...name === VALIDATED ? { CDK_VALIDATION: 'true' } : {} },
    });
    const templates = readdirSync(output).filter(file => file.endsWith('.template.json')).map(file => readFileSync(join(output, file), 'utf8'));
    expect(templates.filter(template => template.includes('"AWS::ECS::Service"'))).not.toEqual([]);
  });
});
