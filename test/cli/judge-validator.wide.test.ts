import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { file, FOLDER, hardenedFargate } from './run-cli';
import { handWrittenTemplate } from '../guardrails/corpus/sound/hand-written-template';
import { patched } from '../guardrails/patched';

const worker = (patch: object): unknown => patched(handWrittenTemplate(), { Resources: patch });

/** The rules of which a template has findings, where the validator of the CDK looks at it, too. */
function rulesOf(template: unknown): readonly string[] {
  const { stdout } = hardenedFargate(['guardrails', '--json', '--template', file('validated.json', template)], { env: { CDK_VALIDATION: 'true' } });
  return (JSON.parse(stdout) as { readonly findings: readonly { readonly rule: string }[] }).findings.map(({ rule }) => rule);
}

test('what the validator of the CDK says of ECS is told beside the findings of the guardrails', () => {
  const { Service } = handWrittenTemplate().Resources as unknown as { readonly Service: { readonly Properties: object } };
  const { NetworkConfiguration, ...others } = Service.Properties as { readonly NetworkConfiguration: object };
  expect(NetworkConfiguration).toBeDefined();
  expect(rulesOf(patched({ Resources: { ...handWrittenTemplate().Resources, Service: { ...Service, Properties: others } } }, {}))).toContain('cloudformation/E3052');
});

test('what the guardrails find themselves is not told twice, nor what is wrong with other services', () => {
  const rules = rulesOf({ Resources: { ...(worker({ Task: { Properties: { Cpu: '256', Memory: '4096' } } }) as { Resources: object }).Resources, Bucket: { Type: 'AWS::S3::Bucket', Properties: { Nonsense: 1 } } } });
  expect(rules).toEqual(['fargate-task-size']);
});

test('without the CDK, the guardrails judge all the same, and say what did not run', () => {
  const alone = join(mkdtempSync(join(tmpdir(), 'alone-')), 'hardened-fargate.js');
  copyFileSync(resolve('assets/cli/hardened-fargate.js'), alone);
  const name = file('alone.json', worker({ Task: { Properties: { ContainerDefinitions: { Privileged: true } } } }));
  const { status, stderr, stdout } = spawnSync(process.execPath, [alone, 'guardrails', '--template', name], { cwd: FOLDER, encoding: 'utf8', env: { PATH: process.env.PATH } });
  expect(status).toBe(1);
  expect(stdout).toContain('error fargate-supports-parameters');
  expect(stderr).toMatch(/^the CloudFormation validator of the AWS CDK did not run: /);
});
