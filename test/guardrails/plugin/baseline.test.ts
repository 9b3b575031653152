import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Stack } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import { FargateGuardrails } from '../../../src/guardrails/plugin/fargate-guardrails';
import type { FargateGuardrailsProps } from '../../../src/guardrails/plugin/settings/fargate-guardrails-props';
import { GuardrailBaseline } from '../../../src/guardrails/plugin/settings/guardrail-baseline';
import { faults, type Judgement, judgementOf } from '../judged';
import { PlainService } from '../plain-service';

const file = (): string => join(mkdtempSync(join(tmpdir(), 'guardrails-baseline-')), 'guardrails-baseline.json');

const WRITE = { 'hardened-fargate:write-baseline': 'true' };

/** An app with a service that has an instance target group, which stops synthesis, and what a test adds. */
function app(props: FargateGuardrailsProps, context: object = {}, change: (service: PlainService) => void = () => undefined): Judgement {
  const root = new App({ context: { ...context } });
  FargateGuardrails.register(root, props);
  const stack = new Stack(root, 'S');
  const service = new PlainService(stack, 'Plain', { vpc: new ec2.Vpc(stack, 'Vpc') });
  service.cfnTargetGroup.addPropertyOverride('TargetType', 'instance');
  change(service);
  return judgementOf(root);
}

const withoutSummary = (judgement: Judgement): readonly string[] => faults(judgement).filter(fault => !fault.startsWith('summary '));

function written(): string {
  const path = file();
  app({ baseline: GuardrailBaseline.fromFile(path) }, WRITE);
  return path;
}

const ENTRY = { rule: 'target-type-ip', at: 'S/Plain/TargetGroup/Resource', property: 'Properties.TargetType' };

test('the baseline records each finding with its rule, construct and property', () => {
  expect(JSON.parse(readFileSync(written(), 'utf8'))).toEqual({ schemaVersion: '1', findings: [ENTRY] });
});

test('a finding of the baseline stops nothing, and is counted', () => {
  const judgement = app({ baseline: GuardrailBaseline.fromFile(written()) });
  expect(judgement).toMatchObject({ conclusion: 'success', violations: [{ ruleName: 'summary', severity: 'info' }] });
  expect(judgement.violations[0].description).toBe('Guardrails found no errors or warnings, besides 1 finding in the baseline');
});

test('a new finding stops synthesis', () => {
  const baseline = GuardrailBaseline.fromFile(written());
  const judgement = app({ baseline }, {}, service => service.cfnTask.addPropertyOverride('Cpu', '300'));
  expect(judgement.conclusion).toBe('failure');
  expect(withoutSummary(judgement)).toEqual(['fargate-task-size S/Plain/Task/Resource']);
});

test('an entry whose finding is gone is a warning that names it', () => {
  const path = written();
  const gone = { rule: 'circuit-breaker', at: 'S/Old/Service', property: 'Properties.DeploymentConfiguration' };
  writeFileSync(path, JSON.stringify({ schemaVersion: '1', findings: [ENTRY, gone] }));
  const judgement = app({ baseline: GuardrailBaseline.fromFile(path) });
  expect(judgement.conclusion).toBe('success');
  const [stale] = judgement.violations.filter(({ ruleName }) => ruleName === 'baseline-stale');
  expect(stale).toMatchObject({ severity: 'warning', description: expect.stringContaining('has entries that match no finding: circuit-breaker at S/Old/Service') });
});

test('a baseline that is not there is an error that says how to write it, and synthesis writes none by itself', () => {
  const path = file();
  const judgement = app({ baseline: GuardrailBaseline.fromFile(path) });
  expect(withoutSummary(judgement)).toEqual(['baseline-unreadable S', 'target-type-ip S/Plain/TargetGroup/Resource']);
  const [{ description, suggestedFix }] = judgement.violations;
  expect(description).toContain(`'${path}' cannot be read: the file does not exist`);
  expect(suggestedFix).toContain('cdk synth -c hardened-fargate:write-baseline=true');
  expect(existsSync(path)).toBe(false);
});

test.each(['not JSON', '{"schemaVersion":"2","findings":[]}', '{"schemaVersion":"1","findings":[{"rule":"a"}]}'])('a baseline with %s is an error', content => {
  const path = file();
  writeFileSync(path, content);
  expect(app({ baseline: GuardrailBaseline.fromFile(path) }).conclusion).toBe('failure');
});

test('writing the baseline leaves a warning, so that the context key does not stay unseen', () => {
  expect(withoutSummary(app({ baseline: GuardrailBaseline.fromFile(file()) }, WRITE))).toEqual(['baseline-written S']);
});

test('a baseline counts only if every registration names it', () => {
  const root = new App();
  FargateGuardrails.register(root, { baseline: GuardrailBaseline.fromFile(written()) });
  FargateGuardrails.register(root);
  const stack = new Stack(root, 'S');
  new PlainService(stack, 'Plain', { vpc: new ec2.Vpc(stack, 'Vpc') }).cfnTargetGroup.addPropertyOverride('TargetType', 'instance');
  expect(withoutSummary(judgementOf(root))).toEqual(['target-type-ip S/Plain/TargetGroup/Resource']);
});
