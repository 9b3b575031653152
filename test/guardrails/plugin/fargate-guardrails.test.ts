import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, CfnParameter, CfnResource, Stack, Validations } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import { FargateGuardrails } from '../../../src/guardrails/plugin/fargate-guardrails';
import { judgeByGuardrails } from '../../../src/guardrails/plugin/register-guardrails';
import { Guardrail } from '../../../src/guardrails/plugin/settings/guardrail';
import { GuardrailLevel } from '../../../src/guardrails/plugin/settings/guardrail-level';
import type { IServiceRule } from '../../../src/guardrails/plugin/settings/service-rule';
import type { ServiceSummary } from '../../../src/guardrails/plugin/settings/service-summary';
import { faults, judged, judgementOf } from '../judged';
import { PlainService } from '../plain-service';

/** A service whose deployments nobody takes back. */
const unsafeService = (scope: Stack) =>
  new PlainService(scope, 'Plain', { vpc: new ec2.Vpc(scope, 'Vpc'), service: { circuitBreaker: undefined } });

const FAULT = 'circuit-breaker S/Plain/Service/Service';

describe('a rule that is switched off with a reason', () => {
  const levels = [Guardrail.CIRCUIT_BREAKER.off('deployments here are taken back by CodeDeploy')];

  test('reports nothing, and is not announced', () => {
    expect(faults(judged(unsafeService, { levels }))).toEqual([]);
    expect(new FargateGuardrails({ levels }).ruleIds).not.toContain('circuit-breaker');
  });

  test('is switched off for adopted services, too', () => {
    const declare = (stack: Stack) => judgeByGuardrails(unsafeService(stack));
    expect(faults(judged(declare))).toEqual([FAULT]);
    expect(faults(judged(declare, { levels }))).toEqual([]);
  });
});

describe('a rule at another level', () => {
  test('reports, and stops nothing, when it is a warning', () => {
    const judgement = judged(stack => judgeByGuardrails(unsafeService(stack)), { levels: [Guardrail.CIRCUIT_BREAKER.warning('a trial')] });
    expect(judgement).toMatchObject({ conclusion: 'success', violations: [{ ruleName: 'circuit-breaker', severity: 'warning' }] });
  });

  test('stops synthesis when it is an error', () => {
    const judgement = judged(unsafeService, { levels: [Guardrail.CIRCUIT_BREAKER.error()] });
    expect(judgement).toMatchObject({ conclusion: 'failure', violations: [{ ruleName: 'circuit-breaker', severity: 'error' }] });
  });

  test('that says what could not be checked stops synthesis when it is an error', () => {
    const declare = (stack: Stack) => void new CfnResource(stack, 'Nested', { type: 'AWS::CloudFormation::Stack' });
    expect(judged(declare).conclusion).toBe('success');
    expect(judged(declare, { levels: [Guardrail.NOT_JUDGED.error()] }).conclusion).toBe('failure');
  });

  test.each([
    ['without a reason', [Guardrail.CIRCUIT_BREAKER.warning(' ')], "'levels' has no reason for 'circuit-breaker', but every guardrail below error must have one; set it to a non-empty string"],
    ['off without a reason', [Guardrail.CIRCUIT_BREAKER.off('')], "'levels' has no reason for 'circuit-breaker'"],
    ['that hides what was not checked', [Guardrail.NOT_JUDGED.off('noise')], "'levels' lowers 'not-judged', but this finding must stay an error"],
    ['of a rule that is not registered', [Guardrail.fromServiceRule({ id: 'acme/three-tasks' } as IServiceRule).error()], "'levels' has 'acme/three-tasks', but no guardrail has this id"],
    ['that another one contradicts', [Guardrail.CIRCUIT_BREAKER.error(), Guardrail.CIRCUIT_BREAKER.off('no')], "'levels' has 'circuit-breaker' twice"],
  ])('%s is refused', (_what, levels, message) => {
    expect(() => new FargateGuardrails({ levels })).toThrow(message);
  });
});

describe('a rule of a user', () => {
  const rule = (judge: IServiceRule['judge']): IServiceRule => ({
    id: 'acme/three-tasks',
    level: GuardrailLevel.ERROR,
    title: 'A service of Acme starts with three tasks.',
    why: 'Two zones may fail at once.',
    fix: 'Set desiredCount: 3.',
    judge,
  });
  const threeTasks = rule(({ desiredCount, undecided }) =>
    undecided.includes('desiredCount') || desiredCount === 3 ? undefined : `there are ${desiredCount ?? 'as many as ECS likes'}`);
  const service = (desiredCount: number) => (scope: Stack) =>
    new PlainService(scope, 'Plain', { vpc: new ec2.Vpc(scope, 'Vpc'), service: { desiredCount } });

  test('is judged, reported and acknowledged like any other', () => {
    const judgement = judged(service(2), { rules: [threeTasks] });
    expect(faults(judgement)).toEqual(['acme/three-tasks S/Plain/Service/Service']);
    expect(judgement).toMatchObject({ conclusion: 'failure', violations: [{ suggestedFix: 'Set desiredCount: 3.', severity: 'error' }] });
    expect(judgement.violations[0].description).toBe('There are 2. A service of Acme starts with three tasks. Two zones may fail at once.');

    const allowed = judged(stack => Validations.of(service(2)(stack)).acknowledge(Guardrail.fromServiceRule(threeTasks).acknowledgment('a trial')), { rules: [threeTasks] });
    expect(allowed).toMatchObject({ conclusion: 'success', suppressed: [{ ruleName: 'acme/three-tasks', reason: 'a trial' }], violations: [] });
  });

  test('passes a service that keeps it, and one of which nobody can tell', () => {
    expect(faults(judged(service(3), { rules: [threeTasks] }))).toEqual([]);
    expect(faults(judged(stack => service(new CfnParameter(stack, 'Count', { type: 'Number' }).valueAsNumber)(stack), { rules: [threeTasks] }))).toEqual([]);
  });

  test('may be switched off and made less grave', () => {
    expect(faults(judged(service(2), { rules: [threeTasks], levels: [Guardrail.fromServiceRule(threeTasks).off('not yet')] }))).toEqual([]);
    expect(judged(service(2), { rules: [threeTasks], levels: [Guardrail.fromServiceRule(threeTasks).warning('not yet')] }).conclusion).toBe('success');
  });

  test.each([
    ['throws', () => { throw new Error('I have no idea'); }, 'I have no idea'],
    ['answers something else than what it saw', () => false as never, 'returned false'],
  ])('that %s is reported as not judged, and lets nothing else through', (_, judge: IServiceRule['judge'], words) => {
    const judgement = judged(unsafeService, { rules: [rule(judge)] });
    expect(faults(judgement)).toEqual([FAULT, 'not-judged S/Plain/Service/Service']);
    const [{ description }] = judgement.violations.filter(({ ruleName }) => ruleName === 'not-judged');
    expect(description).toContain("Guardrail 'acme/three-tasks' threw");
    expect(description).toContain(words);
  });

  test('has a name that says whose it is, and that no other one has', () => {
    expect(() => new FargateGuardrails({ rules: [{ ...threeTasks, id: 'circuit-breaker' }] }))
      .toThrow("'rules' has 'circuit-breaker', but the id of your own rule must begin with a name and a slash");
    expect(() => new FargateGuardrails({ rules: [threeTasks, threeTasks] })).toThrow("'rules' has 'acme/three-tasks' twice");
  });

  test('sees the final service, and is told what only deployment decides', () => {
    const seen: ServiceSummary[] = [];
    judged(stack => {
      const plain = service(2)(stack);
      plain.cfnTask.addPropertyOverride('ContainerDefinitions.0.User', 'nobody');
      plain.cfnTask.addPropertyOverride('Cpu', new CfnParameter(stack, 'Size').valueAsString);
    }, { rules: [rule(summary => void seen.push(summary))] });
    expect(seen).toEqual([{
      path: 'S/Plain/Service/Service',
      desiredCount: 2,
      memoryMiB: 512,
      healthCheckGracePeriodSeconds: 120,
      enableExecuteCommand: true,
      assignPublicIp: false,
      containers: [{
        name: 'app',
        image: 'ghcr.io/example/shop:1.2.3',
        essential: true,
        environment: { DB_SECRET_NAME: 'shop/db', STAGE: 'test' },
        secrets: ['DB_PASSWORD'],
        ports: [8080],
        logDriver: 'awslogs',
        user: 'nobody',
        readonlyRootFilesystem: expect.any(Boolean),
        stopTimeoutSeconds: 60,
        memoryMiB: 512,
        undecided: [],
      }],
      undecided: ['cpu'],
    }]);
  });
});

describe('the report', () => {
  const directory = mkdtempSync(join(tmpdir(), 'guardrails-report-'));

  test('tells findings, acknowledged ones with their reasons, and rules that are switched off', () => {
    const report = join(directory, 'made/for/it/report.json');
    const levels = [Guardrail.NO_SECRETS_IN_ENVIRONMENT.off('a public key'), Guardrail.LOG_RETENTION.error()];
    const declare = (stack: Stack) => {
      const service = unsafeService(stack);
      service.cfnTargetGroup.addPropertyOverride('TargetType', 'instance');
      service.container.addEnvironment('API_KEY', 'abc123');
      Validations.of(service).acknowledge(Guardrail.CIRCUIT_BREAKER.acknowledgment('batch work'));
    };
    judged(declare, { report, levels });
    expect(JSON.parse(readFileSync(report, 'utf8'))).toEqual({
      schemaVersion: '1',
      findings: [expect.objectContaining({ rule: 'target-type-ip', level: 'error', path: 'S/Plain/TargetGroup/Resource', property: 'Properties.TargetType' })],
      acknowledged: [expect.objectContaining({ rule: 'circuit-breaker', path: 'S/Plain/Service/Service', reason: 'batch work', acknowledgedAt: 'S/Plain' })],
      baselined: [],
      levels: [{ rule: 'log-retention', level: 'error', reason: null }],
      disabled: [{ rule: 'no-secrets-in-environment', reason: 'a public key' }],
    });
  });

  test('that would be in the cloud assembly, or cannot be written, is reported as missing', () => {
    const app = new App({ outdir: join(directory, 'assembly') });
    const report = join(app.outdir, 'guardrails.json');
    Validations.of(app).addPlugins(new FargateGuardrails({ report }));
    new Stack(app, 'S');
    expect(faults(judgementOf(app))).toEqual(['report-unwritten S']);
    expect(existsSync(report)).toBe(false);
  });

  test('to a path that cannot be written is refused at once', () => {
    writeFileSync(join(directory, 'taken'), '');
    expect(() => new FargateGuardrails({ report: directory })).toThrow(
      `'report' is '${directory}', but this path is a directory; set it to the path of a writable file`,
    );
    const below = join(directory, 'taken', 'report.json');
    expect(() => new FargateGuardrails({ report: below })).toThrow(`'report' is '${below}', but '${join(directory, 'taken')}' is not a directory; set it to`);
  });
});
