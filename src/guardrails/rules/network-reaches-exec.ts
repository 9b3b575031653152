import type { ServiceRule } from '../model/rule';
import { endpointsBut } from '../reachability/endpoints-but';
import { hasWayForSessions } from '../reachability/survey';

export const networkReachesExec: ServiceRule = {
  id: 'network-reaches-exec',
  level: 'error',
  judges: 'service',
  property: 'NetworkConfiguration.AwsvpcConfiguration.Subnets',
  title: 'From every task subnet the tasks reach what ECS Exec needs when it is on: its channel, its key and its record.',
  why: 'The agent in the task opens the channel to Systems Manager and writes the record; where there is no way, nobody can open '
    + 'a session in the hour when it is needed.',
  fix: 'For HardenedFargateService leave vpcEndpoints out or set it to VpcEndpoints.PROVISION; for other services call '
    + 'vpc.addInterfaceEndpoint for SSM_MESSAGES, for KMS when the cluster has a session key, and for the target of its '
    + 'record, or set enableExecuteCommand to false.',
  see: ['https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html'],
  prevents: [],
  breaks: { network: { vpc: { endpoints: endpointsBut('ssmmessages') }, subnets: { routes: [] } } },
  holds: hasWayForSessions,
};
