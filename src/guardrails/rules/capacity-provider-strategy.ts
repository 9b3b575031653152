import { isKnown, UNKNOWN } from '../../facts/model/fact';
import type { ServiceRule } from '../model/rule';

export const capacityProviderStrategy: ServiceRule = {
  id: 'capacity-provider-strategy',
  level: 'warning',
  judges: 'service',
  property: 'LaunchType',
  title: 'The service has a capacity provider strategy from its first deployment on, and no launch type.',
  why: 'A launch type allows no Spot capacity, and CloudFormation may replace the service to change it later.',
  fix: "Set capacityProviderStrategies: [{ capacityProvider: 'FARGATE', weight: 1 }] on ecs.FargateService, and "
    + 'enableFargateCapacityProviders: true on ecs.Cluster; HardenedFargateService does so by itself, so remove what overrides it. For '
    + 'a construct without such a prop, such as ApplicationMultipleTargetGroupsFargateService, override CapacityProviderStrategy of '
    + 'service.node.defaultChild and delete its LaunchType.',
  see: [
    'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-capacity-providers.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ecs-service.html#cfn-ecs-service-launchtype',
  ],
  prevents: [],
  breaks: { launchType: 'FARGATE', capacityProviderStrategy: undefined },
  holds: ({ launchType, capacityProviderStrategy: strategy }) => {
    if (!isKnown(launchType) || !isKnown(strategy)) return UNKNOWN;
    return launchType === undefined || { seen: `the launch type is ${launchType}` };
  },
};
