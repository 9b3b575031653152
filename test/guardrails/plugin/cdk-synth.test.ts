import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cdkSynth, cdkSynthIn, folderWith, type Run } from './run-cdk-synth';

const APP = 'unsafe-app/app.ts';

describe('an unsafe service', () => {
  let refused: Run;
  beforeAll(async () => {
    refused = await cdkSynth(APP, '--debug-app');
  });

  test('is refused', () => {
    expect(refused.exitCode).toBe(1);
    expect(refused.judgement.conclusion).toBe('failure');
  });

  test.each([
    ['what is true of a good one', 'The deployment circuit breaker should be enabled with rollback.'],
    ['which property is not so', 'The circuit breaker is on, but does not roll back (in Properties.DeploymentConfiguration.DeploymentCircuitBreaker)'],
    ['why it matters', 'It does not return to the last working version.'],
    ['where it is', 'Shop/Web/Service/Service'],
    ['how to mend it', 'Suggested fix: Set circuitBreaker: { enable: true, rollback: true }'],
    ['how to allow it', "Acknowledge with 'HardenedFargate::circuit-breaker'"],
  ])('is told %s', (_, words) => {
    expect(refused.output).toContain(words);
  });

  test('is shown with the line of the override that made it unsafe', () => {
    expect(refused.output).toMatch(/unsafe-app\/app\.ts:\d+:\d+/);
  });
});

test('the same service passes when somebody says why, and the reason is kept', async () => {
  const { exitCode, output, judgement } = await cdkSynth(APP, '--context', 'reason=batch work that nobody waits for');
  expect(output).not.toContain('ERROR');
  expect(exitCode).toBe(0);
  expect(judgement.suppressed).toMatchObject([{ ruleName: 'circuit-breaker', reason: 'batch work that nobody waits for' }]);
});

describe('an unsafe service in a stage', () => {
  // What the rest of these tests switch off is what has the command line look into stages at all.
  const selecting = (...options: readonly string[]) => cdkSynth('unsafe-app/stages.ts', '--validation', ...options);

  test.each([
    ['that was adopted', 'adopted', 'Prod/Shop/Web/Service/Service'],
    ['of an app that registered guardrails for every service', 'registered', 'Prod/Ireland/Shop/Web/Service/Service'],
    ['that was synthesized before anybody registered guardrails', 'registeredLate', 'Prod/Shop/Web/Service/Service'],
  ])('%s is refused, although a bare cdk synth does not select it', async (_, judge, path) => {
    const { exitCode, output } = await selecting('--context', `judge=${judge}`);
    expect(output).toContain(path);
    expect(exitCode).toBe(1);
  });
});

describe('never open:', () => {
  const withGap = (gap: string, ...options: readonly string[]) => cdkSynth('unsafe-app/never-open.ts', '--context', `gap=${gap}`, ...options);

  test.each([
    ['a capacity provider that nobody knows, of a task definition for Fargate', 'capacityProvider', 'The circuit breaker is on, but does not roll back'],
    ['a strict registration after a lenient one', 'strictAfterLenient', 'The circuit breaker is on, but does not roll back'],
    ['guardrails that break down', 'breakdown', 'nobody is told anything'],
    ['a loop that is expanded at deployment', 'loop', "'Fn::ForEach::Services' is expanded at deployment"],
    ['an included file', 'include', "the macro 'AWS::Include' may add and change resources at deployment"],
    ['a parameter none of whose allowed values is sound', 'allowedValues', "with every allowed value of parameter 'Cpu'"],
  ])('%s fails the synthesis', async (_, gap, words) => {
    const { exitCode, output } = await withGap(gap);
    expect(output).toContain(words);
    expect(exitCode).toBe(1);
  });

  describe('the switch that turns guardrails off leaves a line in the output, in the report of the CDK, and in the report file, when it is', () => {
    test.each([
      ['on the command line', 'unsafe-app/never-open.ts', {}, ['--context', 'hardened-fargate:guardrails=off']],
      ['in cdk.json', 'unsafe-app/never-open.ts', { 'hardened-fargate:guardrails': 'off' }, []],
      ['in the context of the app', 'unsafe-app/never-open.ts --off', {}, []],
    ])('%s', async (_, command, context, options) => {
      const folder = folderWith(context);
      const report = join(folder, 'reports', 'guardrails.json');
      const { exitCode, output, judgement } = await cdkSynthIn(
        folder, command, '--context', 'gap=off', '--context', `report=${report}`, ...options,
      );
      expect(output).toContain("The context 'hardened-fargate:guardrails' is off");
      expect(exitCode).toBe(0);
      expect(judgement.violations.map(({ ruleName }) => ruleName)).toEqual(['guardrails-off']);
      expect(JSON.parse(readFileSync(report, 'utf8'))).toMatchObject({ findings: [{ rule: 'guardrails-off', level: 'warning' }] });
    });
  });
});

describe('where the CDK does not tell plugins of each other, a fault is told once', () => {
  const FAULT = 'The circuit breaker is on, but does not roll back';

  test.each([
    ['by two plugins of an app', 'twice'],
    ['by a plugin of a stage and one of its app', 'inStageAndApp'],
    ['by a strict plugin after a lenient one', 'strictAfterLenient'],
    ['by a strict plugin before a lenient one', 'strictBeforeLenient'],
    ['by a plugin before a service that was adopted', 'beforeAdopted'],
    ['by a plugin after a service that was adopted', 'afterAdopted'],
  ])('%s', async (_, added) => {
    const { exitCode, output } = await cdkSynth('unsafe-app/told-once.ts', '**', '--context', `added=${added}`);
    expect(output.split(FAULT)).toHaveLength(2);
    expect(exitCode).toBe(1);
  });

  test('and an adopted service is judged as leniently as its app asks', async () => {
    const { exitCode, output } = await cdkSynth('unsafe-app/told-once.ts', '**', '--context', 'added=lenientBeforeAdopted');
    expect(output).not.toContain(FAULT);
    expect(exitCode).toBe(0);
  });
});
