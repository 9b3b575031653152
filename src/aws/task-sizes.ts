const GIB = 1024;

/** The memory in MiB that Fargate offers with each number of CPU units. */
export const MEMORY_BY_CPU: ReadonlyMap<number, readonly number[]> = new Map([
  [256, [512, GIB, 2 * GIB]],
  [512, steps(1, 4, 1)],
  [1024, steps(2, 8, 1)],
  [2048, steps(4, 16, 1)],
  [4096, steps(8, 30, 1)],
  [8192, steps(16, 60, 4)],
  [16384, steps(32, 120, 8)],
  [32768, [60 * GIB, 120 * GIB, 244 * GIB]],
]);

/** The numbers of CPU units with which Fargate runs Windows. */
export const CPU_FOR_WINDOWS: readonly number[] = [1024, 2048, 4096];

function steps(fromGiB: number, toGiB: number, byGiB: number): readonly number[] {
  return Array.from({ length: (toGiB - fromGiB) / byGiB + 1 }, (_, step) => (fromGiB + step * byGiB) * GIB);
}
