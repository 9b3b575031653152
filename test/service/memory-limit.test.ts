import { CfnParameter, type Stack } from 'aws-cdk-lib';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import { declareIn, type Differences, newStack } from './declare';

type Sidecar = Partial<ecs.ContainerDefinitionOptions>;

/** The limit of the application's container beside others, as the template will have it. */
function limitBeside(sidecars: readonly Sidecar[], differences: (stack: Stack) => Differences = () => ({})): unknown {
  const stack = newStack();
  const { container, taskDefinition } = declareIn(stack, differences(stack));
  sidecars.forEach((sidecar, index) => taskDefinition.addContainer(`sidecar${index}`, {
    image: ecs.ContainerImage.fromRegistry('public.ecr.aws/envoy/envoy:v1.35.0'), ...sidecar,
  }));
  return stack.resolve(container.renderContainerDefinition().memory);
}

test('an application alone in its task may use all of its memory', () => {
  expect(limitBeside([])).toBe(512);
  expect(limitBeside([], () => ({ cpu: 1024, memoryLimitMiB: 3072 }))).toBe(3072);
});

test('an application may use what its sidecars leave, whenever they are added', () => {
  expect(limitBeside([{ memoryLimitMiB: 128 }])).toBe(384);
  expect(limitBeside([{ memoryLimitMiB: 128 }, { memoryReservationMiB: 64 }])).toBe(320);
});

test('a sidecar without a limit takes nothing from the application\'s', () => {
  expect(limitBeside([{}])).toBe(512);
});

test('sidecars that leave nothing are left to the guardrails, which say what does not fit', () => {
  expect(limitBeside([{ memoryLimitMiB: 512 }])).toBe(6);
});

test('a size that only deployment knows is the limit, too, until there are sidecars', () => {
  const sized = (stack: Stack): Differences => ({ memoryLimitMiB: new CfnParameter(stack, 'Memory', { type: 'Number' }).valueAsNumber });
  expect(limitBeside([], sized)).toEqual({ Ref: 'Memory' });
  expect(limitBeside([{ memoryLimitMiB: 128 }], sized)).toBeUndefined();
});
