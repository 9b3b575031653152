import { nextSize } from '../../src/aws/next-size';

test.each([
  [256, 512, { cpu: 256, memory: 1024 }],
  [256, 2048, { cpu: 512, memory: 3072 }],
  [512, 4096, { cpu: 1024, memory: 5120 }],
  [4096, 30720, { cpu: 8192, memory: 32768 }],
  [8192, 16384, { cpu: 8192, memory: 20480 }],
  [16384, 122880, { cpu: 32768, memory: 249856 }],
  [32768, 249856, undefined],
  [undefined, 512, undefined],
  [256, undefined, undefined],
])('after %s CPU units with %s MiB Fargate offers %j', (cpu, memory, next) => expect(nextSize(cpu, memory)).toEqual(next));
