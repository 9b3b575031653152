import { UnreadableEvidence } from './unreadable-evidence';
import type { Evidence } from '../model/evidence';
import { finiteNumber, isObject, type JsonObject, moment, objects, text, uncapitalised } from '../model/json-fields';
import type { MemoryPoint } from '../model/memory-point';

/** One metric as CloudWatch answers it. */
interface Series {
  readonly metric: string;
  readonly points: readonly JsonObject[];
}

const IN_PERCENT = 'memoryUtilization';
const IN_MIB = 'memoryUtilized';
const LIMIT_IN_MIB = 'memoryReserved';

/** What a bundle says of memory, or why it cannot be used. */
export type MemoryFindings = Pick<Partial<Evidence>, 'memoryUse' | 'gaps'>;

/** Reads the memory metric of a bundle: datapoints, an answer of get-metric-statistics, or one of these for each metric's name. */
export function readMemoryUse(value: unknown, limitMiB: number | undefined, place: string): MemoryFindings {
  if (value === undefined || value === null) return {};
  if (typeof value !== 'object') {
    throw new UnreadableEvidence(
      place,
      `this must be an array of datapoints, or the output of get-metric-statistics, but is ${typeof value}`,
    );
  }
  const series = seriesIn(value, IN_PERCENT);
  const inPercent = pointsOf(series, IN_PERCENT);
  return inPercent.length > 0 ? { memoryUse: inPercent } : readMiB(series, limitMiB);
}

function readMiB(series: readonly Series[], limitMiB: number | undefined): MemoryFindings {
  const used = pointsOf(series, IN_MIB);
  const limit = pointsOf(series, LIMIT_IN_MIB).at(-1)?.percent ?? limitMiB;
  if (used.length === 0) return {};
  if (!limit) {
    return {
      gaps: [
        {
          source: 'memory metric',
          because: 'it is in MiB, but the memory of the task is not known; add MemoryReserved or the task definition',
        },
      ],
    };
  }
  return { memoryUse: used.map(({ time, percent }) => ({ time, percent: percent / limit * 100 })) };
}

function seriesIn(value: unknown, metric: string): readonly Series[] {
  if (Array.isArray(value)) return [{ metric, points: objects(value) }];
  if (!isObject(value)) return [];
  const named = uncapitalised(value);
  if (Array.isArray(named.datapoints)) return [{ metric: metricOf(text(named.label) ?? metric), points: objects(named.datapoints) }];
  return [IN_PERCENT, IN_MIB, LIMIT_IN_MIB].flatMap(name => seriesIn(named[name], name));
}

const metricOf = (label: string): string => label.charAt(0).toLowerCase() + label.slice(1);

/** The maximum tells more than the average, which hides a task among others. */
function pointsOf(series: readonly Series[], wanted: string): readonly MemoryPoint[] {
  return series.filter(({ metric }) => metric === wanted).flatMap(({ points }) => points.map(uncapitalised)).flatMap(point => {
    const time = moment(point.timestamp);
    const amount = finiteNumber(point.maximum) ?? finiteNumber(point.average);
    return time === undefined || amount === undefined || amount < 0 ? [] : [{ time, percent: amount }];
  });
}
