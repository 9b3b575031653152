import { type Fact, UNKNOWN } from '../model/fact';
import { asNumber, type Resolved } from '../template/source/resolved';

/** The units in one vCPU, and the mebibytes in what ECS calls a gigabyte. */
const UNITS = 1024;

/** CPU units; ECS takes `1024` and `1 vCPU` for the same. */
export const readCpu = (value: Resolved): Fact<number> => inUnits(value, /^([\d.]+)\s*vcpu$/i);

/** Memory in MiB; ECS takes `2048` and `2 GB` for the same. */
export const readMemory = (value: Resolved): Fact<number> => inUnits(value, /^([\d.]+)\s*gi?b$/i);

function inUnits(value: Resolved, unit: RegExp): Fact<number> {
  const whole = typeof value === 'string' ? asNumber(unit.exec(value.trim())?.[1]?.replace(/^\./, '0.')) : undefined;
  return typeof whole === 'number' ? whole * UNITS : asNumber(value) ?? (value === undefined ? undefined : UNKNOWN);
}
