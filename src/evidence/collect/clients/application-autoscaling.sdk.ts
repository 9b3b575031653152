import {
  ApplicationAutoScalingClient,
  DescribeScalableTargetsCommand,
  DescribeScalingPoliciesCommand,
} from '@aws-sdk/client-application-auto-scaling';
import { sending } from './sending.sdk';

export const open = sending(config => new ApplicationAutoScalingClient(config), {
  DescribeScalableTargets: DescribeScalableTargetsCommand,
  DescribeScalingPolicies: DescribeScalingPoliciesCommand,
});
