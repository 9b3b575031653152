import {
  CloudWatchLogsClient,
  DescribeLogGroupsCommand,
  GetLogEventsCommand,
} from '@aws-sdk/client-cloudwatch-logs';
import { sending } from './sending.sdk';

export const open = sending(config => new CloudWatchLogsClient(config), {
  DescribeLogGroups: DescribeLogGroupsCommand,
  GetLogEvents: GetLogEventsCommand,
});
