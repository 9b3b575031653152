import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type App, COMMANDS } from './built-packages';

const CDK = join(__dirname, '..', '..', 'node_modules', 'aws-cdk', 'bin', 'cdk');

const FINDING = 'ERROR The circuit breaker is on, but does not roll back (in Properties.DeploymentConfiguration.DeploymentCircuitBreaker)';
const ACKNOWLEDGE = "Acknowledge with 'HardenedFargate::circuit-breaker'";

describe.each(Object.keys(COMMANDS))('an app in %s', language => {
  test('that is the example is synthesized by the CDK', () => {
    const { exitCode, output, templates } = synthesize(language, 'example');
    expect({ exitCode, errors: output.match(/ERROR.*/g) }).toEqual({ exitCode: 0, errors: null });
    expect(templates).toContain('"AWS::ECS::Service"');
  });

  test('that is made unsafe is refused, and reads what is wrong, where, how to mend it and how to allow it', () => {
    const { exitCode, output } = synthesize(language, 'judged', '--context', 'unsafe=true');
    expect(exitCode).toBe(1);
    expect(output).toContain(FINDING);
    expect(output).toContain('Shop/Api/Service/Service');
    expect(output).toContain('Suggested fix: ');
    expect(output).toContain(ACKNOWLEDGE);
  });

  test('that is made unsafe passes when it says why', () => {
    const { exitCode, output } = synthesize(language, 'judged', '--context', 'unsafe=true', '--context', 'reason=batch work that nobody waits for');
    expect({ exitCode, errors: output.match(/ERROR.*/g) }).toEqual({ exitCode: 0, errors: null });
  });
});

test('a rule that is written in Python judges the services of an app', () => {
  const { exitCode, output } = synthesize('python', 'judged', '--context', 'ownRule=true');
  expect(exitCode).toBe(1);
  expect(output).toContain('ERROR The service has 2 tasks. Services should have three tasks.');
  expect(output).toContain("Acknowledge with 'HardenedFargate::acme/three-tasks'");
});

/** Runs the real command line of the CDK as a user does, with every validation. */
function synthesize(language: string, app: App, ...options: readonly string[]) {
  const { CDK_VALIDATION: _, ...environment } = process.env;
  const assembly = mkdtempSync(join(tmpdir(), `${language}-`));
  const { status: exitCode, stdout, stderr } = spawnSync(
    process.execPath,
    [CDK, 'synth', '--quiet', '--no-notices', '--app', COMMANDS[language](app), '--output', assembly, ...options],
    { encoding: 'utf8', env: { ...environment, NO_COLOR: '1', CDK_DISABLE_CLI_TELEMETRY: 'true', JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION: '20' } },
  );
  const templates = readdirSync(assembly).filter(file => file.endsWith('.template.json')).map(file => readFileSync(join(assembly, file), 'utf8'));
  return { exitCode, output: `${stdout}${stderr}`, templates: templates.join('\n') };
}
