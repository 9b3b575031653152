import type { ServiceRule } from '../model/rule';
import { ADD_ENDPOINTS } from '../reachability/add-endpoints';
import { endpointsBut } from '../reachability/endpoints-but';
import { hasWay, SURVEYED } from '../reachability/survey';

export const networkReachesLogs: ServiceRule = {
  id: 'network-reaches-logs',
  class: 'cannot start',
  judges: 'service',
  property: 'NetworkConfiguration.AwsvpcConfiguration.Subnets',
  reads: SURVEYED,
  title: 'Every task subnet should have a network path to CloudWatch Logs.',
  why: 'The awslogs driver opens its log stream before the container starts. '
    + 'Without this network path, no task starts, and no log shows why.',
  fix: `${ADD_ENDPOINTS}Or use subnets with a route to a NAT gateway. `
    + 'Allow outbound TCP 443 in the task\'s security group. Logs in another Region need a NAT gateway.',
  see: ['https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/cloudwatch-logs-and-interface-VPC.html'],
  prevents: ['init/log-network'],
  breaks: { network: { vpc: { endpoints: endpointsBut('logs') }, subnets: { routes: [] } } },
  holds: service => hasWay(service, 'logs'),
};
