import { CONTAINER_HEALTH_CHECK, isWithin, type Limits } from '../../aws/limits';
import type { ContainerHealthCheckFacts } from '../../facts/model/container';
import { type Fact, isKnown, UNKNOWN } from '../../facts/model/fact';
import type { ContainerRule } from '../model/rule';

/** Between which values ECS takes each number. */
const LIMITS: readonly (readonly [
  words: string,
  number: (check: ContainerHealthCheckFacts) => Fact<number>,
  limits: Limits,
])[] = [
  ['the interval is', check => check.intervalSeconds, CONTAINER_HEALTH_CHECK.interval],
  ['the timeout is', check => check.timeoutSeconds, CONTAINER_HEALTH_CHECK.timeout],
  ['the number of retries is', check => check.retries, CONTAINER_HEALTH_CHECK.retries],
  ['the start period is', check => check.startPeriodSeconds, CONTAINER_HEALTH_CHECK.startPeriod],
];

/** A timeout above the interval is accepted: the next check starts one interval after the previous one ends. */
export const healthCheckLimits: ContainerRule = {
  id: 'health-check-limits',
  class: 'refused',
  judges: 'container',
  property: 'HealthCheck',
  reads: ['task.containers.healthCheck'],
  title: 'Container health checks should use values within the ECS limits.',
  why: 'ECS rejects a task definition with other values, and CloudFormation rolls back the stack.',
  fix: 'In healthCheck of HardenedFargateService or addContainer, set interval to 5–300 seconds, timeout to 2–60 seconds, retries to '
    + '1–10, and startPeriod to at most 300 seconds.',
  see: ['https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_HealthCheck.html'],
  prevents: ['health/container'],
  breaks: { healthCheck: { retries: 11 } },
  holds: ({ healthCheck: check }) => {
    if (check === undefined) return true;
    if (!isKnown(check)) return UNKNOWN;
    const faults = [...LIMITS.flatMap(([words, read, limits]) => beyond(words, read(check), limits))];
    return faults.length === 0 || { seen: faults.join('; ') };
  },
};

const beyond = (words: string, value: Fact<number>, limits: Limits): readonly string[] =>
  typeof value === 'number' && !isWithin(value, limits) ? [`${words} ${value}, but must be ${limits.least} to ${limits.most}`] : [];
