import type { ReadAction } from '../evidence/collect/account-reads';

/** The parts of what services use that can be read by themselves. */
export const ACCOUNT_PARTS = ['network', 'hosted zones', 'permissions', 'file systems', 'load balancing', 'logs', 'scaling'] as const;

/** A part of what services use that can be read by itself. */
export type AccountPart = typeof ACCOUNT_PARTS[number];

/** Every call that reading roles, and secrets with their keys, makes. */
export const ROLE_AND_SECRET_READS = [
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
] as const satisfies readonly ReadAction[];

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
    ...ROLE_AND_SECRET_READS,
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
