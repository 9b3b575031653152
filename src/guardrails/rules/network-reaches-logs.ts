import type { ServiceRule } from '../model/rule';
import { endpointsBut } from '../reachability/endpoints-but';
import { hasWay } from '../reachability/survey';

export const networkReachesLogs: ServiceRule = {
  id: 'network-reaches-logs',
  level: 'error',
  judges: 'service',
  property: 'NetworkConfiguration.AwsvpcConfiguration.Subnets',
  title: 'From every task subnet the tasks reach CloudWatch Logs when a container logs there.',
  why: 'The awslogs driver opens its log stream before the container starts; where there is no way, '
    + 'no task ever starts, and no log says so.',
  fix: 'For HardenedFargateService leave vpcEndpoints out or set it to VpcEndpoints.PROVISION; for other services call '
    + 'vpc.addInterfaceEndpoint for CLOUDWATCH_LOGS, or place the tasks in subnets with a route to a NAT gateway, and let their '
    + 'security groups call port 443; logs of another Region need the NAT gateway.',
  see: ['https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/cloudwatch-logs-and-interface-VPC.html'],
  prevents: ['init/log-network'],
  breaks: { network: { vpc: { endpoints: endpointsBut('logs') }, subnets: { routes: [] } } },
  holds: service => hasWay(service, 'logs'),
};
