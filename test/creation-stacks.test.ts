import { App, CfnElement, Stack } from 'aws-cdk-lib';
import { behindHttps, declareIn, imageIn, newStack } from './service/declare';
import { HardenedFargateTask, SharedLoadBalancer, StopAnalyzer } from '../src/index';

/** As many calls as Node keeps by default; Jest has it keep more. */
const { stackTraceLimit: OF_JEST } = Error;
beforeAll(() => {
  process.env.CDK_CONTEXT_JSON = '{}';
  Error.stackTraceLimit = 10;
});
afterAll(() => {
  Error.stackTraceLimit = OF_JEST;
});

/** The parts of a stack of which the CDK does not know on which line of this file they come from. */
function withoutLine(declare: (stack: Stack) => void): readonly string[] {
  const stack = newStack(new App());
  declare(stack);
  return stack.node.findAll()
    .filter(construct => CfnElement.isCfnElement(construct))
    .filter(({ creationStack }) => !creationStack.some(frame => frame.includes(__filename)))
    .map(({ node }) => node.path);
}

describe('a finding shows a line of the app for every part', () => {
  test.each<[string, (stack: Stack) => void]>([
    ['a service with a load balancer', stack => void declareIn(stack, behindHttps(stack))],
    ['a shared load balancer', stack => void new SharedLoadBalancer(stack, 'Shared')],
    ['a task that no service runs', stack => void new HardenedFargateTask(stack, 'Job', { image: imageIn(stack) })],
    ['a stop analyzer', stack => void new StopAnalyzer(stack, 'Analyzer')],
  ])('of %s', (_, declare) => {
    expect(withoutLine(declare)).toEqual([]);
  });
});

test('what an app keeps of calls otherwise stays as it was', () => {
  declareIn(newStack());
  expect(Error.stackTraceLimit).toBe(10);
  expect(() => declareIn(newStack(), { containerPort: 0 })).toThrow();
  expect(Error.stackTraceLimit).toBe(10);
});
