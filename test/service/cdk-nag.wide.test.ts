import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { behindHttps, declareIn } from './declare';
import { nagFindings } from './nag-findings';
import { HardenedQueue, Scaling } from '../../src/index';
import { FLAG_SETS } from '../guardrails/cdk-init-flags';

test('cdk-nag finds nothing in a hardened service that is not explained', () => {
  expect(nagFindings(stack => declareIn(stack, { ...behindHttps(stack), environment: { MODE: 'live' }, scaling: Scaling.onUtilization({ maxCapacity: 4 }) }))).toBe('');
});

test.each(Object.entries(FLAG_SETS))('nor in a stack of one Region and account, with %s', (_, flags) => {
  expect(nagFindings(stack => declareIn(stack), { env: { account: '111122223333', region: 'eu-central-1' } }, flags)).toBe('');
});

test('nor in a worker whose tasks protect themselves, and in its queues', () => {
  expect(nagFindings(stack => {
    const orders = new HardenedQueue(stack, 'Orders', { fifo: true });
    declareIn(stack, { scaling: Scaling.onQueue(orders, { minCapacity: 0, maxCapacity: 4, backlogPerTask: 10, taskProtection: true }) });
  })).toBe('');
});

test('cdk-nag still finds what users add', () => {
  expect(nagFindings(stack => declareIn(stack).taskDefinition.addToTaskRolePolicy(new PolicyStatement({ actions: ['s3:GetObject'], resources: ['*'] })))).toContain('IAM5');
});
