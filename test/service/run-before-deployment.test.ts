import { App, Duration, Stack, Validations } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag';
import { behindHttps, declareIn, imageIn, newStack, only } from './declare';
import { HardenedFargateTask, type RunBeforeDeploymentOptions } from '../../src/index';
import { FLAG_SETS } from '../guardrails/cdk-init-flags';

const TYPE = 'Custom::FargateJobBeforeDeployment';

function migrated(stack: Stack, options?: RunBeforeDeploymentOptions): void {
  const service = declareIn(stack, behindHttps(stack));
  const migration = new HardenedFargateTask(stack, 'Migration', { cluster: service.cluster, image: imageIn(stack), command: ['migrate'] });
  service.runBeforeDeployment(migration, options);
}

const template = (() => {
  const stack = newStack();
  migrated(stack);
  return Template.fromStack(stack);
})();

describe('a task that runs before a deployment', () => {
  test('is run by a custom resource that the service waits for, for each revision', () => {
    const [[id, job]] = Object.entries(template.findResources(TYPE));
    expect(job.Properties).toMatchObject({ Container: 'app', TimeoutSeconds: '1800', TaskDefinition: { Ref: expect.stringMatching(/^MigrationTaskDefinition/) } });
    const [service] = Object.values(template.findResources('AWS::ECS::Service'));
    expect(service.DependsOn).toContain(id);
  });

  test('waits itself for the permissions of its roles and of the function, and for the endpoints', () => {
    const [{ DependsOn: dependencies }] = Object.values(template.findResources(TYPE));
    for (const part of [/^MigrationExecutionRole.*Policy/, /^HardenedFargateJobsRole.*Policy/, /TaskEndpoints/]) {
      expect(dependencies).toContainEqual(expect.stringMatching(part));
    }
  });

  test('lets the function run this family in this cluster, and pass its two roles to tasks only', () => {
    const policies = Object.entries(template.findResources('AWS::IAM::Policy')).filter(([id]) => id.startsWith('HardenedFargateJobsRole'));
    const statements = policies.flatMap(([, { Properties }]) => Properties.PolicyDocument.Statement);
    const of = (action: string) => statements.find(({ Action }) => [Action].flat().includes(action));
    expect(JSON.stringify(of('ecs:RunTask').Resource)).toContain(':task-definition/ShopMigrationTaskDefinition');
    expect(of('ecs:RunTask').Condition.ArnEquals['ecs:cluster']).toBeDefined();
    expect(of('iam:PassRole')).toMatchObject({ Condition: { StringEquals: { 'iam:PassedToService': 'ecs-tasks.amazonaws.com' } } });
    expect(of('iam:PassRole').Resource).toHaveLength(2);
    expect(JSON.stringify(of('ecs:StopTask').Resource)).toContain(':task/');
  });

  test('shares the function with every other one of the stack', () => {
    const stack = newStack();
    const service = declareIn(stack);
    for (const id of ['Schema', 'Data']) service.runBeforeDeployment(new HardenedFargateTask(stack, id, { cluster: service.cluster, image: imageIn(stack) }));
    const both = Template.fromStack(stack);
    expect(Object.keys(both.findResources(TYPE))).toHaveLength(2);
    expect(Object.keys(both.findResources('AWS::StepFunctions::StateMachine'))).toHaveLength(1);
  });

  test('is declared once for each service', () => {
    const stack = newStack();
    const service = declareIn(stack, behindHttps(stack));
    const migration = new HardenedFargateTask(stack, 'Migration', { cluster: service.cluster, image: imageIn(stack) });
    service.runBeforeDeployment(migration);
    expect(() => service.runBeforeDeployment(migration)).toThrow('runs before the deployment of');
  });

  test('may take 55 minutes, and what needs longer is refused', () => {
    const stack = newStack();
    migrated(stack, { timeout: Duration.minutes(55) });
    expect(only(Template.fromStack(stack), TYPE).TimeoutSeconds).toBe('3300');
    expect(() => migrated(newStack(), { timeout: Duration.hours(1) })).toThrow("'timeout' is 3600 seconds, but CloudFormation waits an hour for a custom resource");
  });
});

test.each(Object.entries(FLAG_SETS))('neither the guardrails nor cdk-nag find anything, with %s', (_, context) => {
  const app = new App({ context });
  migrated(new Stack(app, 'Shop'));
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app), new ServerlessChecks(app));
  expect(() => app.synth()).not.toThrow();
});
