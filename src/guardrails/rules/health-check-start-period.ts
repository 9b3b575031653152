import { isKnown, UNKNOWN } from '../../facts/model/fact';
import type { ContainerRule } from '../model/rule';

export const healthCheckStartPeriod: ContainerRule = {
  id: 'health-check-start-period',
  class: 'weakens',
  judges: 'container',
  property: 'HealthCheck.StartPeriod',
  reads: ['task.containers.healthCheck'],
  title: 'Every container health check should have a start period.',
  why: 'Without a start period, failed checks count while the program is still starting. '
    + 'ECS can then replace tasks that would have become healthy.',
  fix: 'Set startupTime of HardenedFargateService, or startPeriod in healthCheck of addContainer, to the longest startup time of the '
    + 'program.',
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
