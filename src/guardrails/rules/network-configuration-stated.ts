import { isKnown, UNKNOWN } from '../../facts/model/fact';
import type { ServiceRule } from '../model/rule';

export const networkConfigurationStated: ServiceRule = {
  id: 'network-configuration-stated',
  class: 'cannot start',
  judges: 'service',
  property: 'NetworkConfiguration',
  reads: ['network.namesSubnets'],
  title: 'Services, schedules, and rules that start Fargate tasks should set their subnets.',
  why: 'Tasks on Fargate use network mode awsvpc. ECS rejects RunTask for such a task if no network configuration names subnets, '
    + 'and no task starts.',
  fix: 'Set the subnets in NetworkConfiguration. EcsTask of aws-events-targets, EcsRunFargateTask of aws-scheduler-targets, and '
    + 'EcsRunTask of aws-stepfunctions-tasks set them by default, as HardenedFargateService does for its own tasks.',
  see: [
    'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RunTask.html',
    'https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_EcsParameters.html',
  ],
  prevents: [],
  breaks: { network: { namesSubnets: false } },
  holds: ({ network }) => {
    if (!isKnown(network) || !isKnown(network.namesSubnets)) return UNKNOWN;
    return network.namesSubnets || { seen: 'no subnets are set in NetworkConfiguration' };
  },
};
