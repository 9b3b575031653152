import { isKnown, UNKNOWN } from '../../facts/model/fact';
import type { ContainerRule } from '../model/rule';

export const logRetention: ContainerRule = {
  id: 'log-retention',
  class: 'hygiene',
  promised: true,
  judges: 'container',
  property: 'LogConfiguration.Options.awslogs-group',
  reads: ['task.containers.logConfiguration'],
  title: 'Every container\'s log group should have a retention period.',
  why: 'By default, CloudWatch Logs never deletes log events. Costs grow every month, and personal data is kept indefinitely.',
  fix: 'Set logGroup with a retention, or logRetention, in ecs.LogDrivers.awsLogs. HardenedFargateService keeps its logs for three months.',
  see: ['https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/Working-with-log-groups-and-streams.html#SettingLogRetention'],
  prevents: [],
  breaks: { logConfiguration: { group: { retentionDays: undefined } } },
  holds: ({ logConfiguration: log }) => {
    if (log === undefined) return true;
    if (!isKnown(log) || !isKnown(log.driver) || !isKnown(log.group)) return UNKNOWN;
    return log.driver !== 'awslogs' || log.group === undefined || log.group.retentionDays !== undefined
      || { seen: 'the log group has no retention period' };
  },
};
