import { isKnown, UNKNOWN } from '../../facts/model/fact';
import type { ServiceRule } from '../model/rule';

export const capacityProviderStrategy: ServiceRule = {
  id: 'capacity-provider-strategy',
  class: 'hygiene',
  promised: true,
  judges: 'service',
  property: 'LaunchType',
  reads: ['capacityProviderStrategy', 'launchType'],
  title: 'The service should use a capacity provider strategy instead of a launch type.',
  why: 'A launch type cannot use Fargate Spot. A later change from a launch type to a strategy can replace the service.',
  fix: 'Set capacityProviderStrategies: [{ capacityProvider: \'FARGATE\', weight: 1 }] on ecs.FargateService and '
    + 'enableFargateCapacityProviders: true on ecs.Cluster. HardenedFargateService sets this by default; remove the override. '
    + 'For other constructs, such as ApplicationMultipleTargetGroupsFargateService, override CapacityProviderStrategy of '
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
