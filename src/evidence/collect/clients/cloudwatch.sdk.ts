import {
  CloudWatchClient,
  DescribeAlarmsCommand,
  GetMetricStatisticsCommand,
} from '@aws-sdk/client-cloudwatch';
import { sending } from './sending.sdk';

export const open = sending(config => new CloudWatchClient(config), {
  DescribeAlarms: DescribeAlarmsCommand,
  GetMetricStatistics: GetMetricStatisticsCommand,
});
