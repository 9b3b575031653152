import {
  ApplicationAutoScalingClient,
  DescribeScalableTargetsCommand,
  DescribeScheduledActionsCommand,
  DescribeScalingPoliciesCommand,
} from '@aws-sdk/client-application-auto-scaling';
import { sending } from './sending.sdk';

export const open = sending(config => new ApplicationAutoScalingClient(config), {
  DescribeScalableTargets: DescribeScalableTargetsCommand,
  DescribeScheduledActions: DescribeScheduledActionsCommand,
  DescribeScalingPolicies: DescribeScalingPoliciesCommand,
});
