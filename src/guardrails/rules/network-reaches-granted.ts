import { isKnown, UNKNOWN } from '../../facts/model/fact';
import type { ServiceRule } from '../model/rule';
import { reachesGranted } from '../reachability/granted';

/** A network that lets no task start needs no finding about what the application calls. */
export const networkReachesGranted: ServiceRule = {
  id: 'network-reaches-granted',
  class: 'may fail',
  judges: 'service',
  property: 'NetworkConfiguration.AwsvpcConfiguration.Subnets',
  reads: ['network.securityGroups', 'network.subnets', 'network.vpc', 'task.taskRole'],
  title: 'Tasks should have a network path to each service that their role allows.',
  why: 'If a subnet has neither a VPC endpoint for a service nor a route to a NAT gateway, calls to that service time out.',
  fix: 'Call vpc.addInterfaceEndpoint for the service, or vpc.addGatewayEndpoint for S3 and DynamoDB. '
    + 'Or use subnets with a route to a NAT gateway. '
    + 'HardenedFargateService adds endpoints for S3, DynamoDB, SQS, and SNS if vpcEndpoints is VpcEndpoints.PROVISION.',
  see: [
    'https://docs.aws.amazon.com/vpc/latest/privatelink/aws-services-privatelink-support.html',
    'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/networking-connecting-vpc.html',
  ],
  prevents: [],
  breaks: {
    network: { subnets: { routes: [] } },
    task: {
      taskRole: { statements: [{ effect: 'Allow', actions: ['sqs:SendMessage'], resources: ['*'], conditional: false }] },
    },
    enableExecuteCommand: false,
  },
  holds: service => {
    const { network, task } = service;
    if (!isKnown(network) || !isKnown(task) || !isKnown(task.taskRole)) return UNKNOWN;
    return task.taskRole === undefined || reachesGranted(network, task.taskRole);
  },
};
