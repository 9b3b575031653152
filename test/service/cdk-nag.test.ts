import { App, Stack, type StackProps, Validations } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { AwsSolutionsChecks } from 'cdk-nag';
import { behindHttps, declareIn } from './declare';
import { HardenedQueue, Scaling } from '../../src/index';
import { FLAG_SETS } from '../guardrails/cdk-init-flags';

function findingsOf(declare: (stack: Stack) => void, props: StackProps = {}, context: Readonly<Record<string, unknown>> = {}): string {
  const app = new App({ context });
  declare(new Stack(app, 'Shop', props));
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  try {
    app.synth();
    return '';
  } catch (error) {
    return String(error);
  }
}

test('cdk-nag finds nothing in a hardened service that is not explained', () => {
  expect(findingsOf(stack => declareIn(stack, { ...behindHttps(stack), environment: { MODE: 'live' }, scaling: Scaling.onUtilization({ maxCapacity: 4 }) }))).toBe('');
});

test.each(Object.entries(FLAG_SETS))('nor in a stack of one Region and account, with %s', (_, flags) => {
  expect(findingsOf(stack => declareIn(stack), { env: { account: '111122223333', region: 'eu-central-1' } }, flags)).toBe('');
});

test('nor in a worker whose tasks protect themselves, and in its queues', () => {
  expect(findingsOf(stack => {
    const orders = new HardenedQueue(stack, 'Orders', { fifo: true });
    declareIn(stack, { scaling: Scaling.onQueue(orders, { minCapacity: 0, maxCapacity: 4, backlogPerTask: 10, taskProtection: true }) });
  })).toBe('');
});

test('cdk-nag still finds what users add', () => {
  expect(findingsOf(stack => declareIn(stack).taskDefinition.addToTaskRolePolicy(new PolicyStatement({ actions: ['s3:GetObject'], resources: ['*'] })))).toContain('IAM5');
});
