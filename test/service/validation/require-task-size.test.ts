import { Lazy } from 'aws-cdk-lib';
import { taskSizeOf } from '../../../src/service/validation/require-task-size';

test('the smallest task is a quarter of a vCPU with half a GiB', () => {
  expect(taskSizeOf()).toEqual({ cpu: 256, memoryLimitMiB: 512 });
});

test.each([256, 512, 1024, 2048, 4096, 8192, 16384])('with %i units alone, a task gets the smallest memory that goes with them', cpu => {
  expect(taskSizeOf(cpu)).toEqual({ cpu, memoryLimitMiB: 2 * cpu });
  expect(() => taskSizeOf(cpu, 2 * cpu - 1)).toThrow("'memoryLimitMiB' is");
});

test.each([[256, 2048], [512, 4096], [1024, 8192], [2048, 16384], [4096, 30720], [8192, 61440], [16384, 122880], [32768, 249856]])(
  '%i units go with up to %i MiB', (cpu, most) => {
    expect(taskSizeOf(cpu, most)).toEqual({ cpu, memoryLimitMiB: most });
    expect(() => taskSizeOf(cpu, most + 1024)).toThrow(`with 'cpu' ${cpu} Fargate supports`);
  });

test('a memory that goes with other units is refused, naming them', () => {
  expect(() => taskSizeOf(256, 4096)).toThrow("'memoryLimitMiB' is 4096, but with 'cpu' 256 Fargate supports 512, 1024, 2048 MiB; for 4096 MiB, set 'cpu' to 512 or 1024 or 2048");
});

test('units that Fargate does not have are refused', () => {
  expect(() => taskSizeOf(1000)).toThrow("'cpu' is 1000, but Fargate supports 256, 512, 1024, 2048, 4096, 8192, 16384, 32768 units");
});

test('a size that only deployment knows passes', () => {
  const unknown = Lazy.number({ produce: () => 7 });
  expect(taskSizeOf(unknown, 1)).toEqual({ cpu: unknown, memoryLimitMiB: 1 });
  expect(taskSizeOf(256, unknown)).toEqual({ cpu: 256, memoryLimitMiB: unknown });
});
