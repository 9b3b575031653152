import type { ServiceRule } from '../model/rule';
import { ADD_ENDPOINTS } from '../reachability/add-endpoints';
import { endpointsBut } from '../reachability/endpoints-but';
import { hasWayForSessions, SURVEYED } from '../reachability/survey';

export const networkReachesExec: ServiceRule = {
  id: 'network-reaches-exec',
  class: 'weakens',
  judges: 'service',
  property: 'NetworkConfiguration.AwsvpcConfiguration.Subnets',
  reads: SURVEYED,
  title: 'Every task subnet should have a network path to the services of ECS Exec.',
  why: 'The SSM agent connects to Systems Manager and writes the session logs. Without this network path, ECS Exec sessions cannot start.',
  fix: `${ADD_ENDPOINTS}Sessions need SSM_MESSAGES, and KMS if the cluster has a session key. Or set enableExecuteCommand to false.`,
  see: ['https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html'],
  prevents: [],
  breaks: { network: { vpc: { endpoints: endpointsBut('ssmmessages') }, subnets: { routes: [] } } },
  holds: hasWayForSessions,
};
