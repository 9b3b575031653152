import { App, NestedStack, Stack, Stage, Validations } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import { FargateGuardrails } from '../../../src/guardrails/plugin/fargate-guardrails';
import { judgeByGuardrails } from '../../../src/guardrails/plugin/register-guardrails';
import { faults, judgementOf, pluginsOf } from '../judged';
import { PlainService } from '../plain-service';

/** A service without circuit breaker in a stack of its own, adopted or nobody's. */
function unsafeService(scope: Stack, { adopted }: { readonly adopted: boolean }): PlainService {
  const service = new PlainService(scope, 'Plain', { vpc: new ec2.Vpc(scope, 'Vpc'), service: { circuitBreaker: undefined } });
  if (adopted) judgeByGuardrails(service);
  return service;
}

const fault = (stack: string) => `circuit-breaker ${stack}/Plain/Service/Service`;

describe('an app in which one team adopted the guardrails', () => {
  test('refuses the adopted service, and nobody else\'s', () => {
    const app = new App();
    unsafeService(new Stack(app, 'Adopted'), { adopted: true });
    unsafeService(new Stack(app, 'Foreign'), { adopted: false });
    const judgement = judgementOf(app);
    expect(faults(judgement)).toEqual([fault('Adopted')]);
    expect(judgement.conclusion).toBe('failure');
  });

  test('registers one judge, however many services ask for it', () => {
    const app = new App();
    const stack = new Stack(app, 'S');
    for (const scope of [stack, new Stack(app, 'T')]) judgeByGuardrails(unsafeService(scope, { adopted: true }));
    expect(pluginsOf(app)).toHaveLength(1);
    expect(faults(judgementOf(app))).toEqual([fault('S'), fault('T')]);
  });

  test('refuses services in stages and in nested stacks, too', () => {
    const app = new App();
    unsafeService(new Stack(new Stage(app, 'Prod'), 'S'), { adopted: true });
    unsafeService(new NestedStack(new Stack(app, 'Parent'), 'Nested'), { adopted: true });
    expect(faults(judgementOf(app))).toEqual([fault('Parent/Nested'), fault('Prod/S')]);
  });

  test('can be synthesized without an app around it', () => {
    expect(() => unsafeService(new Stack(new Stage(undefined as never, 'Alone'), 'S'), { adopted: true })).not.toThrow();
  });
});

describe('an app that asks for guardrails on every service', () => {
  test('reports each fault once, also of services that asked for it themselves', () => {
    const app = new App();
    Validations.of(app).addPlugins(new FargateGuardrails());
    unsafeService(new Stack(app, 'Adopted'), { adopted: true });
    unsafeService(new Stack(app, 'Foreign'), { adopted: false });
    expect(faults(judgementOf(app))).toEqual([fault('Adopted'), fault('Foreign')]);
  });

  test('reports each fault once when it asks twice', () => {
    const app = new App();
    const stage = new Stage(app, 'Prod');
    Validations.of(app).addPlugins(new FargateGuardrails(), new FargateGuardrails());
    Validations.of(stage).addPlugins(new FargateGuardrails());
    unsafeService(new Stack(stage, 'S'), { adopted: false });
    expect(faults(judgementOf(app))).toEqual([fault('Prod/S')]);
  });

  test('may ask for it in one stage only, where adopted services of other stages are judged all the same', () => {
    const app = new App();
    const stage = new Stage(app, 'Prod');
    Validations.of(stage).addPlugins(new FargateGuardrails());
    unsafeService(new Stack(stage, 'Foreign'), { adopted: false });
    unsafeService(new Stack(stage, 'Adopted'), { adopted: true });
    unsafeService(new Stack(app, 'Adopted'), { adopted: true });
    unsafeService(new Stack(app, 'Foreign'), { adopted: false });
    expect(faults(judgementOf(app))).toEqual([fault('Adopted'), fault('Prod/Adopted'), fault('Prod/Foreign')]);
  });

  test('sees what other stacks declare, and reports in the stack that holds the fault', () => {
    const app = new App();
    Validations.of(app).addPlugins(new FargateGuardrails());
    const vpc = new ec2.Vpc(new Stack(app, 'Network'), 'Vpc', { natGateways: 1 });
    const service = new PlainService(new Stack(app, 'S'), 'Plain', { vpc });
    service.cfnTargetGroup.addPropertyOverride('TargetType', 'instance');
    expect(faults(judgementOf(app))).toEqual(['target-type-ip S/Plain/TargetGroup/Resource']);
  });
});

describe('an acknowledgment', () => {
  test('lets a fault through, with its reason in the cloud assembly', () => {
    const app = new App();
    const service = unsafeService(new Stack(app, 'S'), { adopted: true });
    Validations.of(service).acknowledge({ id: 'HardenedFargate::circuit-breaker', reason: 'batch work that nobody waits for' });
    const judgement = judgementOf(app);
    expect(judgement.conclusion).toBe('success');
    expect(judgement.violations).toEqual([]);
    expect(judgement.suppressed).toEqual([expect.objectContaining({ ruleName: 'circuit-breaker', reason: 'batch work that nobody waits for' })]);
  });

  test('lets nothing else through', () => {
    const app = new App();
    const service = unsafeService(new Stack(app, 'S'), { adopted: true });
    service.container.addEnvironment('API_KEY', 'abc123');
    Validations.of(service).acknowledge({ id: 'HardenedFargate::circuit-breaker', reason: 'batch work that nobody waits for' });
    const judgement = judgementOf(app);
    expect(judgement.conclusion).toBe('failure');
    expect(faults(judgement)).toEqual(['no-secrets-in-environment S/Plain/Task/Resource']);
  });
});
