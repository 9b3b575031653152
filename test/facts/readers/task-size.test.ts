import { type Fact, UNKNOWN } from '../../../src/facts/model/fact';
import { readCpu, readMemory } from '../../../src/facts/readers/task-size';
import type { Resolved } from '../../../src/facts/template/source/resolved';

test.each<[Resolved, Fact<number>]>([
  [256, 256],
  ['256', 256],
  ['1 vCPU', 1024],
  ['.25 vcpu', 256],
  ['0.5vCPU', 512],
  [undefined, undefined],
  [UNKNOWN, UNKNOWN],
  ['${?} vCPU', UNKNOWN],
  ['1.2.3 vCPU', UNKNOWN],
  ['many', UNKNOWN],
])('a processor of %p has %p units', (value, units) => {
  expect(readCpu(value)).toBe(units);
});

test.each<[Resolved, Fact<number>]>([
  [2048, 2048],
  ['2048', 2048],
  ['2 GB', 2048],
  ['2GB', 2048],
  ['0.5 gb', 512],
  [undefined, undefined],
  ['${?}', UNKNOWN],
])('a memory of %p has %p MiB', (value, mebibytes) => {
  expect(readMemory(value)).toBe(mebibytes);
});
