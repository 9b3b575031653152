import type { Known } from '../../model/fact';
import type { AccountResource } from '../model/account-resource';
import { type AttributeAnswer, attributesOf } from '../model/attributes';

/** A target group as DescribeTargetGroups answers it. */
export interface TargetGroupAnswer {
  readonly TargetGroupArn?: string;
  readonly VpcId?: string;
  readonly TargetType?: string;
  readonly Port?: number;
  readonly Protocol?: string;
  readonly HealthCheckEnabled?: boolean;
  readonly HealthCheckPath?: string;
  readonly HealthCheckPort?: string;
  readonly HealthCheckProtocol?: string;
  readonly HealthCheckIntervalSeconds?: number;
  readonly HealthCheckTimeoutSeconds?: number;
  readonly HealthyThresholdCount?: number;
  readonly UnhealthyThresholdCount?: number;
  readonly LoadBalancerArns?: readonly string[];
}

export interface TargetGroupAnswers {
  readonly targetGroup: TargetGroupAnswer;
  readonly attributes: Known<readonly AttributeAnswer[]>;
}

/** A target group; what sends requests to it names it itself. */
export const targetGroupResource = ({ targetGroup, attributes }: TargetGroupAnswers): AccountResource => {
  return {
    id: targetGroup.TargetGroupArn ?? '',
    type: 'AWS::ElasticLoadBalancingV2::TargetGroup',
    properties: {
      VpcId: targetGroup.VpcId,
      TargetType: targetGroup.TargetType,
      Port: targetGroup.Port,
      Protocol: targetGroup.Protocol,
      HealthCheckEnabled: targetGroup.HealthCheckEnabled,
      HealthCheckPath: targetGroup.HealthCheckPath,
      HealthCheckPort: targetGroup.HealthCheckPort,
      HealthCheckProtocol: targetGroup.HealthCheckProtocol,
      HealthCheckIntervalSeconds: targetGroup.HealthCheckIntervalSeconds,
      HealthCheckTimeoutSeconds: targetGroup.HealthCheckTimeoutSeconds,
      HealthyThresholdCount: targetGroup.HealthyThresholdCount,
      UnhealthyThresholdCount: targetGroup.UnhealthyThresholdCount,
      TargetGroupAttributes: attributesOf(attributes),
    },
  };
};
