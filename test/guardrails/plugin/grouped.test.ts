import { App, Stack, Validations } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import { FargateGuardrails } from '../../../src/guardrails/plugin/fargate-guardrails';
import { Guardrail } from '../../../src/guardrails/plugin/settings/guardrail';
import type { GuardrailSetting } from '../../../src/guardrails/plugin/settings/guardrail-setting';
import { type Judgement, judgementOf } from '../judged';

/** An app with one stack of plain services, as a user writes them who follows no advice. */
function plainServices(count: number, change: (stack: Stack) => void = () => undefined, levels: GuardrailSetting[] = []): Judgement {
  const app = new App({ context: { '@aws-cdk/core:stackResourceLimit': 0 } });
  FargateGuardrails.register(app, { levels });
  const stack = new Stack(app, 'Shop');
  const cluster = new ecs.Cluster(stack, 'Cluster', { vpc: new ec2.Vpc(stack, 'Vpc') });
  for (let index = 0; index < count; index++) {
    const task = new ecs.FargateTaskDefinition(stack, `Task${index}`);
    task.addContainer('app', { image: ecs.ContainerImage.fromRegistry('nginx'), logging: ecs.LogDrivers.awsLogs({ streamPrefix: 'app' }) });
    new ecs.FargateService(stack, `Service${index}`, { cluster, taskDefinition: task });
  }
  change(stack);
  return judgementOf(app);
}

const violationsOf = ({ violations }: Judgement, rule: string) => violations.filter(({ ruleName }) => ruleName === rule);

test('twenty services need no more violations than two', () => {
  const [few, many] = [2, 20].map(count => plainServices(count).violations.map(({ ruleName }) => ruleName));
  expect(many).toEqual(few);
  expect(new Set(many).size).toBe(many.length);
});

test('a warning names every place of a stack, and says once what should be so', () => {
  const [{ description, violatingConstructs }] = violationsOf(plainServices(3), 'circuit-breaker');
  expect(violatingConstructs).toMatchObject([{ constructPath: 'Shop' }]);
  expect(description.split('\n   ')).toEqual([
    expect.stringMatching(/^The circuit breaker is not set \(in .*\): Service0, Service1, Service2\.$/),
    expect.stringMatching(/^The deployment circuit breaker should be enabled with rollback\. /),
  ]);
});

test('a warning that is acknowledged for one construct is not told, and its reason stands in the report of the CDK', () => {
  const judgement = plainServices(3, stack =>
    Validations.of(stack.node.findChild('Service1')).acknowledge({ id: 'HardenedFargate::circuit-breaker', reason: 'a batch job' }));
  expect(violationsOf(judgement, 'circuit-breaker')[0].description).toContain(': Service0, Service2.');
  expect(judgement.suppressed).toMatchObject([{ ruleName: 'circuit-breaker', reason: 'a batch job', violatingConstructs: [{ constructPath: 'Shop/Service1/Service' }] }]);
});

test('an error stands at each construct, and says the reason of the rule at the first only', () => {
  const errors = violationsOf(plainServices(3, undefined, [Guardrail.CIRCUIT_BREAKER.error()]), 'circuit-breaker');
  expect(errors.flatMap(({ violatingConstructs }) => violatingConstructs.map(({ constructPath }) => constructPath)))
    .toEqual(['Shop/Service0/Service', 'Shop/Service1/Service', 'Shop/Service2/Service']);
  expect(errors.map(({ description }) => description.includes('should be enabled with rollback'))).toEqual([true, false, false]);
});

test('the gravest class comes first, and a summary by class and rule last', () => {
  const { violations } = plainServices(2, stack => {
    const { defaultChild } = stack.node.findChild('Task1').node;
    (defaultChild as ecs.CfnTaskDefinition).addPropertyOverride('Cpu', '300');
  });
  expect(violations[0].ruleName).toBe('fargate-task-size');
  expect(violations[violations.length - 1]).toMatchObject({ ruleName: 'summary', severity: 'info' });
  expect(violations[violations.length - 1].description.split('\n   ')).toEqual([
    expect.stringMatching(/^Guardrails found 1 error and \d+ warnings$/),
    'refused: 1 × fargate-task-size',
    expect.stringMatching(/^weakens: 2 × /),
    expect.stringMatching(/^hygiene: 2 × /),
  ]);
});

test('two hundred services are a few hundred lines of a terminal', () => {
  const lines = plainServices(200).violations.flatMap(({ description, suggestedFix }) =>
    `${description}\n${suggestedFix}`.split('\n').flatMap(line => Array.from({ length: Math.ceil(line.length / 100) })));
  expect(lines.length).toBeLessThan(400);
});
