import type { ServiceAnswer } from './service';
import { shortName } from '../../../aws/arn';
import { isKnown, type Known, UNKNOWN } from '../../model/fact';
import type { AccountResource } from '../model/account-resource';

/** A scalable target as DescribeScalableTargets answers it. */
export interface ScalableTargetAnswer {
  readonly ResourceId?: string;
  readonly ScalableDimension?: string;
  readonly MinCapacity?: number;
  readonly MaxCapacity?: number;
}

/** A scheduled action as DescribeScheduledActions answers it. */
export interface ScheduledActionAnswer {
  readonly ScalableTargetAction?: { readonly MinCapacity?: number; readonly MaxCapacity?: number };
}

export interface ScalableTargetAnswers {
  readonly target: ScalableTargetAnswer;
  readonly scheduledActions: Known<readonly ScheduledActionAnswer[]>;
}

const TYPE = 'AWS::ApplicationAutoScaling::ScalableTarget';

/** What scales the tasks of services; where scaling could not be read, anything may. */
export function scalableTargetResources(
  targets: Known<readonly ScalableTargetAnswers[]>, services: readonly ServiceAnswer[],
): readonly AccountResource[] {
  if (!isKnown(targets)) return [{ id: 'scalable-targets', type: TYPE, properties: { ResourceId: UNKNOWN } }];
  return targets.map(({ target, scheduledActions }) => {
    const { ResourceId = '', ScalableDimension, MinCapacity, MaxCapacity } = target;
    return {
      id: ResourceId,
      type: TYPE,
      properties: {
        ResourceId: resourceId(ResourceId, services),
        ScalableDimension,
        MinCapacity,
        MaxCapacity: isKnown(scheduledActions) ? MaxCapacity : UNKNOWN,
        ScheduledActions: scheduledActions,
      },
    };
  });
}

/** Whether something certainly scales a service. */
export const isScaled = (service: ServiceAnswer, targets: Known<readonly ScalableTargetAnswers[]>): boolean =>
  isKnown(targets) && targets.some(({ target: { ResourceId = '' } }) => ResourceId === scalableIdOf(service));

/** How Application Auto Scaling names a service. */
export const scalableIdOf = ({ serviceName = '', clusterArn = '' }: ServiceAnswer): string =>
  `service/${shortName(clusterArn)}/${serviceName}`;

/** `service/cluster/name`, whose end refers to the service: two clusters may have services of the same name. */
function resourceId(id: string, services: readonly ServiceAnswer[]): unknown {
  const service = services.find(each => id === scalableIdOf(each));
  return service === undefined ? id : { 'Fn::Join': ['', [id.slice(0, id.lastIndexOf('/') + 1), service.serviceArn]] };
}
