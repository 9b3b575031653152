import { App, Stack, Stage, Validations } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import type { IConstruct } from 'constructs';
import { FargateGuardrails } from '../../../src/guardrails/plugin/fargate-guardrails';
import { judgeByGuardrails } from '../../../src/guardrails/plugin/register-guardrails';
import type { FargateGuardrailsProps } from '../../../src/guardrails/plugin/settings/fargate-guardrails-props';
import { Guardrail } from '../../../src/guardrails/plugin/settings/guardrail';
import { GuardrailProfile } from '../../../src/guardrails/plugin/settings/guardrail-profile';
import { faults, type Judgement, judgementOf } from '../judged';
import { PlainService } from '../plain-service';

const REASON = 'on purpose';

const unsafeService = (scope: Stack) =>
  new PlainService(scope, 'Plain', { vpc: new ec2.Vpc(scope, 'Vpc'), service: { circuitBreaker: undefined } });

const allow = (construct: IConstruct, id: string) => Validations.of(construct).acknowledge({ id, reason: REASON });

/** An app of one service without circuit breaker, in which somebody allows something. */
function shop(allowed: (stack: Stack, service: PlainService) => void, props?: FargateGuardrailsProps): Judgement {
  const app = new App();
  Validations.of(app).addPlugins(new FargateGuardrails(props));
  const stack = new Stack(app, 'S');
  allowed(stack, unsafeService(stack));
  return judgementOf(app);
}

const FAULT = 'circuit-breaker S/Plain/Service/Service';

test('an acknowledgment of a rule that does not exist is a warning where it was made, which names the nearest rule', () => {
  const judgement = shop((_, service) => allow(service, 'HardenedFargate::circuit-braker'));
  expect(faults(judgement)).toEqual(['acknowledgement-unused S/Plain', FAULT]);
  const [warning] = judgement.violations.filter(({ ruleName }) => ruleName === 'acknowledgement-unused');
  expect(warning).toMatchObject({ severity: 'warning', description: expect.stringContaining("There is no guardrail 'circuit-braker'; the nearest id is 'circuit-breaker'") });
});

test('an acknowledgment of all guardrails at once has no effect, and says to name each', () => {
  const judgement = shop((_, service) => allow(service, 'HardenedFargate::*'));
  expect(faults(judgement)).toEqual(['acknowledgement-unused S/Plain', FAULT]);
  const [warning] = judgement.violations.filter(({ ruleName }) => ruleName === 'acknowledgement-unused');
  expect(warning.description).toContain("'*' has no effect, because an acknowledgment names one guardrail; acknowledge each finding");
  expect(warning.description).not.toContain('nearest');
});

test('an acknowledgment without the prefix lets nothing through, and says what to write', () => {
  const judgement = shop((_, service) => allow(service, 'circuit-breaker'));
  expect(faults(judgement)).toEqual(['acknowledgement-unused S/Plain', FAULT]);
  const [warning] = judgement.violations.filter(({ ruleName }) => ruleName === 'acknowledgement-unused');
  expect(warning.description).toContain("write 'HardenedFargate::circuit-breaker'");
});

test('a wildcard is no guardrail', () => {
  expect(faults(shop((_, service) => allow(service, 'HardenedFargate::circuit-*')))).toEqual(['acknowledgement-unused S/Plain', FAULT]);
});

describe('an acknowledgment without a reason', () => {
  const withoutReason = (props?: FargateGuardrailsProps) =>
    shop((_, service) => Validations.of(service).acknowledge({ id: 'HardenedFargate::circuit-breaker', reason: ' ' }), props);

  test('accepts no error: it is one itself', () => {
    const judgement = withoutReason({ levels: [Guardrail.CIRCUIT_BREAKER.error()] });
    expect(faults(judgement)).toEqual(['acknowledgement-doubtful S/Plain']);
    expect(judgement.conclusion).toBe('failure');
    expect(judgement.violations[0]).toMatchObject({
      severity: 'error',
      description: expect.stringMatching(/'circuit-breaker' is acknowledged without a reason, so the finding still stops synthesis: .*circuit breaker/),
      suggestedFix: expect.stringMatching(/^Give a reason, or fix the finding\. Set circuitBreaker/),
    });
  });

  test('accepts a warning, and is one itself', () => {
    const judgement = withoutReason({ levels: [Guardrail.CIRCUIT_BREAKER.warning('is rolled out this quarter')] });
    expect(faults(judgement)).toEqual(['acknowledgement-doubtful S/Plain']);
    expect(judgement.conclusion).toBe('success');
    expect(judgement.violations[0].severity).toBe('warning');
  });

  test('stops nothing where nothing is to stop', () => {
    expect(withoutReason({ profile: GuardrailProfile.ADVISORY }).conclusion).toBe('success');
  });
});

test('an acknowledgment of what AWS rejects is a warning', () => {
  const judgement = shop((_, service) => {
    service.cfnTask.addPropertyOverride('Cpu', '300');
    ['circuit-breaker', 'fargate-task-size'].forEach(rule => allow(service, `HardenedFargate::${rule}`));
  });
  expect(faults(judgement)).toEqual(['acknowledgement-doubtful S/Plain']);
  expect(judgement.violations[0]).toMatchObject({ severity: 'warning', description: expect.stringContaining("'fargate-task-size' is acknowledged, but AWS rejects") });
});

test('an acknowledgment that matches nothing is a warning, and stops nothing', () => {
  const judgement = shop((stack, service) => {
    allow(stack, 'HardenedFargate::circuit-breaker');
    allow(service, 'HardenedFargate::image-pinned');
  });
  expect(faults(judgement)).toEqual(['acknowledgement-unused S/Plain']);
  expect(judgement.conclusion).toBe('success');
});

test.each([
  ['on the construct itself', (_: Stack, service: PlainService) => service.service],
  ['on its stack', (stack: Stack) => stack],
  ['on the whole app', (stack: Stack) => stack.node.root],
])('an acknowledgment %s that lets a fault through is no finding', (_, at) => {
  expect(faults(shop((stack, service) => allow(at(stack, service), 'HardenedFargate::circuit-breaker')))).toEqual([]);
});

test('an acknowledgment that is made twice, at one place or above a nearer one, is told apart', () => {
  expect(faults(shop((_, service) => [service, service].forEach(at => allow(at, 'HardenedFargate::circuit-breaker'))))).toEqual([]);
  expect(faults(shop((stack, service) => [stack, service].forEach(at => allow(at, 'HardenedFargate::circuit-breaker'))))).toEqual(['acknowledgement-unused S']);
});

test('an acknowledgment beside the fault lets nothing through, and says so', () => {
  expect(faults(shop((_, service) => allow(service.task, 'HardenedFargate::circuit-breaker')))).toEqual(['acknowledgement-unused S/Plain/Task', FAULT]);
});

test.each([
  ['another tool', 'OtherTool::S3', {}],
  ['a rule that is switched off', 'HardenedFargate::image-pinned', { levels: [Guardrail.IMAGE_PINNED.off('checked elsewhere')] }],
  ['the warning itself', 'HardenedFargate::acknowledgement-unused', {}],
])('an acknowledgment of %s is nobody\'s business', (_, id, props) => {
  expect(faults(shop((__, service) => allow(service, id), props))).toEqual([FAULT]);
});

test('the warning can be acknowledged', () => {
  const judgement = shop((_, service) => ['circuit-breaker', 'image-pinned', 'acknowledgement-unused'].forEach(rule => allow(service, `HardenedFargate::${rule}`)));
  expect(judgement.violations).toEqual([]);
  expect(judgement.suppressed.map(({ ruleName }) => ruleName).sort()).toEqual(['acknowledgement-unused', 'circuit-breaker']);
});

describe('in an app in which one team adopted the guardrails', () => {
  function app(): { readonly app: App; readonly adopted: PlainService; readonly foreign: PlainService; readonly stack: Stack } {
    const root = new App();
    const stack = new Stack(new Stage(root, 'Prod'), 'Both');
    const adopted = unsafeService(stack);
    const foreign = new PlainService(stack, 'Foreign', { vpc: new ec2.Vpc(stack, 'Other') });
    judgeByGuardrails(adopted);
    return { app: root, adopted, foreign, stack };
  }

  test('acknowledgments around services that nobody judges are left alone', () => {
    const { app: root, foreign, stack } = app();
    for (const construct of [root, stack, foreign, foreign.service]) allow(construct, 'HardenedFargate::image-pinned');
    expect(faults(judgementOf(root))).toEqual(['circuit-breaker Prod/Both/Plain/Service/Service']);
  });

  test('acknowledgments of the adopted service are not', () => {
    const { app: root, adopted } = app();
    allow(adopted.task, 'HardenedFargate::image-pinned');
    expect(faults(judgementOf(root))).toEqual(['acknowledgement-unused Prod/Both/Plain/Task', 'circuit-breaker Prod/Both/Plain/Service/Service']);
  });
});
