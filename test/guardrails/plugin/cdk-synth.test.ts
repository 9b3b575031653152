import { cdkSynth, type Run } from './run-cdk-synth';

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
    ['how to mend it', 'Suggested fix: Remove the override of DeploymentConfiguration.DeploymentCircuitBreaker.Rollback on Shop/Web/Service/Service.'],
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
