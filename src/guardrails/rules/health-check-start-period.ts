import { isKnown, UNKNOWN } from '../../facts/model/fact';
import type { ContainerRule } from '../model/rule';

export const healthCheckStartPeriod: ContainerRule = {
  id: 'health-check-start-period',
  level: 'error',
  judges: 'container',
  property: 'HealthCheck.StartPeriod',
  title: 'Every container with a health check has time to start before a failed check counts.',
  why: 'Without a start period the first checks fail while the program still starts, and ECS replaces a '
    + 'task that would have been healthy, for ever.',
  fix: 'Set startupTime of HardenedFargateService, or startPeriod in healthCheck of addContainer, to the time '
    + 'that the program takes to start at worst.',
  see: ['https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_HealthCheck.html'],
  prevents: ['health/container'],
  breaks: { healthCheck: { startPeriodSeconds: 0 } },
  holds: ({ healthCheck: check }) => {
    if (check === undefined) return true;
    if (!isKnown(check) || !isKnown(check.startPeriodSeconds)) return UNKNOWN;
    return (check.startPeriodSeconds ?? 0) > 0
      || { seen: `the start period is ${check.startPeriodSeconds === undefined ? 'not set' : '0 seconds'}` };
  },
};
