import type { ReadAction } from '../evidence/collect/account-reads';

/** A part of what services use that can be read by itself. */
export type AccountPart = 'network' | 'hosted zones' | 'permissions' | 'file systems' | 'load balancing' | 'logs' | 'scaling';

/** Every call that reading a part makes. */
export const PART_READS: Readonly<Record<AccountPart, readonly ReadAction[]>> = {
  'network': [
    'ec2:DescribeDhcpOptions',
    'ec2:DescribeNatGateways',
    'ec2:DescribeNetworkAcls',
    'ec2:DescribeRouteTables',
    'ec2:DescribeSecurityGroups',
    'ec2:DescribeSubnets',
    'ec2:DescribeVpcAttribute',
    'ec2:DescribeVpcEndpoints',
    'ec2:DescribeVpcs',
  ],
  'hosted zones': ['route53:ListHostedZonesByVPC'],
  'permissions': [
    'ecr:DescribeRepositories',
    'ecr:GetLifecyclePolicy',
    'ecr:GetRepositoryPolicy',
    'iam:GetPolicy',
    'iam:GetPolicyVersion',
    'iam:GetRole',
    'iam:GetRolePolicy',
    'iam:ListAttachedRolePolicies',
    'iam:ListRolePolicies',
    'kms:DescribeKey',
    'kms:GetKeyPolicy',
    'secretsmanager:DescribeSecret',
    'secretsmanager:GetResourcePolicy',
  ],
  'file systems': [
    'elasticfilesystem:DescribeFileSystems',
    'elasticfilesystem:DescribeMountTargets',
    'elasticfilesystem:DescribeMountTargetSecurityGroups',
  ],
  'load balancing': [
    'elasticloadbalancing:DescribeListeners',
    'elasticloadbalancing:DescribeLoadBalancerAttributes',
    'elasticloadbalancing:DescribeLoadBalancers',
    'elasticloadbalancing:DescribeRules',
    'elasticloadbalancing:DescribeTargetGroupAttributes',
    'elasticloadbalancing:DescribeTargetGroups',
  ],
  'logs': ['logs:DescribeLogGroups'],
  'scaling': [
    'application-autoscaling:DescribeScalableTargets',
    'application-autoscaling:DescribeScheduledActions',
    'cloudwatch:DescribeAlarms',
  ],
};

/** Every part. */
export const ACCOUNT_PARTS: readonly AccountPart[] = [
  'network', 'hosted zones', 'permissions', 'file systems', 'load balancing', 'logs', 'scaling',
];
