import { isKnown, UNKNOWN } from '../../facts/model/fact';
import type { ContainerRule } from '../model/rule';

export const logRetention: ContainerRule = {
  id: 'log-retention',
  level: 'warning',
  judges: 'container',
  property: 'LogConfiguration.Options.awslogs-group',
  title: 'The log of every container is kept for a time that somebody chose.',
  why: 'CloudWatch keeps lines for ever unless it is told otherwise, which costs more each month and keeps '
    + 'personal data longer than it may be kept.',
  fix: 'Give ecs.LogDrivers.awsLogs a logGroup with a retention, or logRetention; HardenedFargateService keeps its log for three months.',
  see: ['https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/Working-with-log-groups-and-streams.html#SettingLogRetention'],
  prevents: [],
  breaks: { logConfiguration: { group: { retentionDays: undefined } } },
  holds: ({ logConfiguration: log }) => {
    if (log === undefined) return true;
    if (!isKnown(log) || !isKnown(log.driver) || !isKnown(log.group)) return UNKNOWN;
    return log.driver !== 'awslogs' || log.group === undefined || log.group.retentionDays !== undefined
      || { seen: 'its lines are kept for ever' };
  },
};
