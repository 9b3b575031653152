import type { Reading } from './reading';
import type { AlarmAnswer, AlarmAnswers, CompositeAlarmAnswer } from '../facts/account/resources/alarm';
import {
  scalableIdOf, type ScalableTargetAnswer, type ScalableTargetAnswers, type ScheduledActionAnswer,
} from '../facts/account/resources/scalable-target';
import type { ServiceAnswer } from '../facts/account/resources/service';
import { isKnown, type Known, UNKNOWN } from '../facts/model/fact';

interface ActionOfTarget extends ScheduledActionAnswer {
  readonly ResourceId?: string;
}

/** What scales the tasks of services, and by which schedules. */
export async function readScalableTargets(
  reading: Reading, services: readonly ServiceAnswer[],
): Promise<Known<readonly ScalableTargetAnswers[]>> {
  const namespace = { ServiceNamespace: 'ecs' };
  const [targets, actions] = await Promise.all([
    reading.all<ScalableTargetAnswer>('application-autoscaling:DescribeScalableTargets', namespace, 'ScalableTargets'),
    reading.all<ActionOfTarget>('application-autoscaling:DescribeScheduledActions', namespace, 'ScheduledActions'),
  ]);
  if (!isKnown(targets)) return UNKNOWN;
  const ids = new Set(services.map(scalableIdOf));
  return targets.filter(({ ResourceId = '' }) => ids.has(ResourceId)).map(target => ({
    target,
    scheduledActions: isKnown(actions) ? actions.filter(({ ResourceId }) => ResourceId === target.ResourceId) : UNKNOWN,
  }));
}

/** All alarms of the Region: an alarm is found by what it watches only when it is read. */
export async function readAlarms(reading: Reading): Promise<Known<AlarmAnswers>> {
  const [metric, composite] = await Promise.all([
    reading.all<AlarmAnswer>('cloudwatch:DescribeAlarms', { AlarmTypes: ['MetricAlarm'], MaxRecords: 100 }, 'MetricAlarms'),
    reading.all<CompositeAlarmAnswer>('cloudwatch:DescribeAlarms', { AlarmTypes: ['CompositeAlarm'], MaxRecords: 100 }, 'CompositeAlarms'),
  ]);
  return isKnown(metric) && isKnown(composite) ? { metric, composite } : UNKNOWN;
}
