import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, CfnResource, Stack, Stage, Validations } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import { FargateGuardrails } from '../../../src/guardrails/plugin/fargate-guardrails';
import type { FargateGuardrailsProps } from '../../../src/guardrails/plugin/settings/fargate-guardrails-props';
import { Guardrail } from '../../../src/guardrails/plugin/settings/guardrail';
import { GuardrailProfile } from '../../../src/guardrails/plugin/settings/guardrail-profile';
import { isJudgedAnyway, isReporterAt } from '../../../src/guardrails/plugin/who-judges';
import { faults, type Judgement, judgementOf } from '../judged';
import { PlainService } from '../plain-service';

/** Judges a service whose deployments nobody takes back, in an app and in a stage of it. */
function judgedBy(ofApp: readonly FargateGuardrailsProps[], ofStage: readonly FargateGuardrailsProps[] = []): Judgement {
  const app = new App();
  const stage = new Stage(app, 'Prod');
  for (const props of ofApp) Validations.of(app).addPlugins(new FargateGuardrails(props));
  for (const props of ofStage) Validations.of(stage).addPlugins(new FargateGuardrails(props));
  const stack = new Stack(stage, 'S');
  new PlainService(stack, 'Plain', { vpc: new ec2.Vpc(stack, 'Vpc'), service: { circuitBreaker: undefined } });
  return judgementOf(app);
}

const FAULT = 'circuit-breaker Prod/S/Plain/Service/Service';
const OFF: FargateGuardrailsProps = { levels: [Guardrail.CIRCUIT_BREAKER.off('CodeDeploy takes deployments back')] };
const LENIENT: FargateGuardrailsProps = { levels: [Guardrail.CIRCUIT_BREAKER.warning('a trial')] };
const STRICT: FargateGuardrailsProps = { profile: GuardrailProfile.STRICT };

describe('of several registrations the strictest counts, and tells each fault once:', () => {
  test.each([
    ['a rule that only the first switches off is judged', [OFF, STRICT], []],
    ['a rule that only the second switches off is judged', [STRICT, OFF], []],
    ['a rule that the first makes less grave stays an error', [LENIENT, STRICT], []],
    ['a rule that one switches off and one makes less grave, a third judges', [OFF, LENIENT, STRICT], []],
    ['a stage may be judged more strictly than its app', [OFF], [STRICT]],
    ['a stage cannot be judged less strictly than its app', [STRICT], [OFF]],
  ])('%s', (_what, ofApp, ofStage) => {
    const judgement = judgedBy(ofApp, ofStage);
    expect(faults(judgement)).toEqual([FAULT]);
    expect(judgement.conclusion).toBe('failure');
  });

  test('what all of them allow is allowed', () => {
    expect(faults(judgedBy([OFF, OFF]))).toEqual([]);
    expect(judgedBy([LENIENT], [LENIENT])).toMatchObject({ conclusion: 'success', violations: [{ severity: 'warning' }] });
    expect(judgedBy([LENIENT, OFF])).toMatchObject({ conclusion: 'success', violations: [{ severity: 'warning' }] });
  });
});

test('where the CDK does not say what is registered, one of several registrations reports all the same', () => {
  const app = new App();
  const registered = [1, 2].map(() => FargateGuardrails.register(app));
  Object.defineProperty(app, '_validationPlugins', { value: undefined });
  const stack = new Stack(new Stage(app, 'Prod'), 'S');
  expect(registered.map(each => isReporterAt(stack, each))).toEqual([true, false]);
  expect(isReporterAt(stack, new FargateGuardrails())).toBe(true);
  expect(isJudgedAnyway(stack)).toBe(true);
});

test('what runs elsewhere than on Fargate is in the report file, and stops nothing', () => {
  const folder = mkdtempSync(join(tmpdir(), 'guardrails-'));
  const report = join(folder, 'report.json');
  const app = new App();
  FargateGuardrails.register(app, { report, profile: GuardrailProfile.STRICT });
  new CfnResource(new Stack(app, 'S'), 'Web', { type: 'AWS::ECS::Service', properties: { LaunchType: 'EC2' } });
  expect(judgementOf(app)).toMatchObject({ conclusion: 'success', violations: [] });
  expect(JSON.parse(readFileSync(report, 'utf8'))).toMatchObject({ findings: [{ rule: 'not-on-fargate', path: 'S/Web', seen: 'not checked: its launch type is EC2' }] });
  rmSync(folder, { recursive: true });
});
