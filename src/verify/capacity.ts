import { type NewService, newServices } from './new-services';
import type { Check, Problem, Skipped } from './problem';
import { onDemand, type QuotaCode, readQuota, spot, type UsageMetric } from './quota';
import type { Reading } from '../account/reading';
import { isKnown, type Known, UNKNOWN } from '../facts/model/fact';
import type { ServiceFacts } from '../facts/model/service';

/** The quota of vCPUs for the tasks of the services that a deployment creates. */
export const capacity: Check = async (verified, reading) => {
  const created = await newServices(verified, reading);
  const [atSpot, others] = [created.filter(isAtSpot), created.filter(each => !isAtSpot(each))];
  const tooMany = await Promise.all([tooMuch(others, onDemand, reading), tooMuch(atSpot, spot, reading)]);
  return [...tooMany.flat(), ...created.filter(({ service }) => !isKnown(unitsOf(service))).map(skippedOf)];
};

const skippedOf = ({ service: { at } }: NewService): Skipped =>
  ({ at, seen: 'the number or size of its tasks is known only at deployment; their vCPUs were not counted' });

/** Whether no task can run anywhere but on Fargate Spot. */
const isAtSpot = ({ service: { capacityProviderStrategy: strategy } }: NewService): boolean =>
  isKnown(strategy) && strategy !== undefined && strategy.length > 0 && strategy.every(({ provider }) => provider === 'FARGATE_SPOT');

/** CPU units of one vCPU. */
const VCPU = 1024;

async function tooMuch(services: readonly NewService[], code: QuotaCode, reading: Reading): Promise<readonly Problem[]> {
  const needed = services.map(({ service }) => orNothing(unitsOf(service))).reduce((one, other) => one + other, 0) / VCPU;
  const quota = needed > 0 ? await readQuota(code, reading) : undefined;
  if (quota === undefined) return [];
  const used = await usedOf(quota.usage, reading);
  return used + needed <= quota.value ? [] : [{
    at: services[0].service.at,
    seen: `the new services need ${needed} vCPU and ${used} are in use, but the quota is ${quota.value} (${quota.name})`,
    fix: `${quota.increaseTo(used + needed)}, or run fewer or smaller tasks.`,
  }];
}

/** What is not known counts as nothing, so that what is found is certain. */
const orNothing = (units: Known<number>): number => isKnown(units) ? units : 0;

function unitsOf(service: ServiceFacts): Known<number> {
  const cpu = isKnown(service.task) ? service.task?.cpu : UNKNOWN;
  const count = tasksOf(service);
  return isKnown(cpu) && isKnown(count) ? (cpu ?? 0) * count : UNKNOWN;
}

const tasksOf = ({ desiredCount, scaling }: ServiceFacts): Known<number> =>
  isKnown(scaling) && scaling !== undefined ? scaling.minCapacity : desiredCount ?? 1;

const A_QUARTER = 15 * 60_000;

/** The most of the last minutes; the metric comes late. */
async function usedOf({ MetricNamespace, MetricName, MetricDimensions }: UsageMetric = {}, reading: Reading): Promise<number> {
  if (MetricNamespace === undefined || MetricName === undefined) return 0;
  const now = Date.now();
  const points = await reading.part<readonly { readonly Maximum?: number }[]>('cloudwatch:GetMetricStatistics', {
    Namespace: MetricNamespace,
    MetricName,
    Dimensions: Object.entries(MetricDimensions ?? {}).map(([Name, Value]) => ({ Name, Value })),
    StartTime: new Date(now - A_QUARTER),
    EndTime: new Date(now),
    Period: 300,
    Statistics: ['Maximum'],
  }, 'Datapoints');
  return isKnown(points) ? Math.max(0, ...(points ?? []).map(({ Maximum = 0 }) => Maximum)) : 0;
}
