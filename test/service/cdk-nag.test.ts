import { App, Validations } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { AwsSolutionsChecks } from 'cdk-nag';
import { behindHttps, declareIn, newStack } from './declare';

function findingsOf(declare: (stack: ReturnType<typeof newStack>) => void): string {
  const app = new App();
  declare(newStack(app));
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  try {
    app.synth();
    return '';
  } catch (error) {
    return String(error);
  }
}

test('cdk-nag finds nothing in a hardened service that is not explained', () => {
  expect(findingsOf(stack => declareIn(stack, { ...behindHttps(stack), environment: { MODE: 'live' }, scaling: { maxCapacity: 4 } }))).toBe('');
});

test('cdk-nag still finds what users add', () => {
  expect(findingsOf(stack => declareIn(stack).taskDefinition.addToTaskRolePolicy(new PolicyStatement({ actions: ['s3:GetObject'], resources: ['*'] })))).toContain('IAM5');
});
