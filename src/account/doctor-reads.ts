import { ACCOUNT_PARTS, PART_READS } from './account-parts';
import type { ReadAction } from '../evidence/collect/account-reads';

/** Every call that reading services and what they use makes, and what tells how they run. */
export const DOCTOR_READS: readonly ReadAction[] = [
  'ecs:DescribeClusters',
  'ecs:DescribeServices',
  'ecs:DescribeTaskDefinition',
  'ecs:ListClusters',
  'ecs:ListServices',
  'elasticloadbalancing:DescribeTargetHealth',
  ...ACCOUNT_PARTS.flatMap(part => PART_READS[part]),
];
