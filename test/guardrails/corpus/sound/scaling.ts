import { Duration } from 'aws-cdk-lib';
import * as autoscaling from 'aws-cdk-lib/aws-applicationautoscaling';
import type * as ecs from 'aws-cdk-lib/aws-ecs';
import type { SoundConfiguration } from '../configuration';
import { soundService } from '../parts/service';

const SPOT_ABOVE_BASE: ecs.CapacityProviderStrategy[] = [
  { capacityProvider: 'FARGATE', base: 2, weight: 1 },
  { capacityProvider: 'FARGATE_SPOT', weight: 3 },
];

/** How many tasks run, and on what. */
export const SCALING: readonly SoundConfiguration[] = [
  {
    sentence: 'Fargate Spot capacity above an on-demand base',
    declare: stack => void soundService(stack, { service: { desiredCount: 6, capacityProviderStrategies: SPOT_ABOVE_BASE } }),
  },
  {
    sentence: 'a service that scales on CPU utilization',
    declare: stack => {
      const service = soundService(stack, { service: { desiredCount: undefined } });
      service.autoScaleTaskCount({ minCapacity: 2, maxCapacity: 10 }).scaleOnCpuUtilization('Cpu', { targetUtilizationPercent: 60, scaleInCooldown: Duration.minutes(5) });
    },
  },
  {
    sentence: 'scheduled scaling with more tasks by day than by night',
    declare: stack => {
      const service = soundService(stack, { service: { desiredCount: undefined } });
      const scaling = service.autoScaleTaskCount({ minCapacity: 2, maxCapacity: 20 });
      scaling.scaleOnSchedule('Morning', { schedule: autoscaling.Schedule.cron({ hour: '7', minute: '0' }), minCapacity: 6 });
      scaling.scaleOnSchedule('Evening', { schedule: autoscaling.Schedule.cron({ hour: '20', minute: '0' }), minCapacity: 2 });
    },
  },
];
