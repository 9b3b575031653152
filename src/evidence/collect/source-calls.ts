// Generated from the collectors by `npm run docs`.
import type { ReadAction } from './account-reads';

/** The calls that each kind of evidence takes, by its name. */
export const SOURCE_CALLS: Readonly<Record<string, readonly ReadAction[]>> = {
  'failed-tasks': [
    'ecs:ListTasks',
    'ecs:DescribeTasks',
  ],
  'file-systems': [
    'ecs:DescribeServices',
    'ecs:DescribeTaskDefinition',
    'ec2:DescribeDhcpOptions',
    'ec2:DescribeNatGateways',
    'ec2:DescribeNetworkAcls',
    'ec2:DescribeRouteTables',
    'ec2:DescribeSecurityGroups',
    'ec2:DescribeSubnets',
    'ec2:DescribeVpcAttribute',
    'ec2:DescribeVpcEndpoints',
    'ec2:DescribeVpcs',
    'elasticfilesystem:DescribeFileSystems',
    'elasticfilesystem:DescribeMountTargets',
    'elasticfilesystem:DescribeMountTargetSecurityGroups',
  ],
  'images': [
    'ecs:DescribeTaskDefinition',
    'ecr:DescribeImages',
    'ecr:BatchGetImage',
  ],
  'load-balancing': [
    'ecs:DescribeServices',
    'ecs:DescribeTaskDefinition',
    'elasticloadbalancing:DescribeListeners',
    'elasticloadbalancing:DescribeLoadBalancerAttributes',
    'elasticloadbalancing:DescribeLoadBalancers',
    'elasticloadbalancing:DescribeRules',
    'elasticloadbalancing:DescribeTargetGroupAttributes',
    'elasticloadbalancing:DescribeTargetGroups',
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
  'log': [
    'ecs:DescribeTaskDefinition',
    'logs:GetLogEvents',
  ],
  'network': [
    'ecs:DescribeServices',
    'ecs:DescribeTaskDefinition',
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
  'permissions': [
    'ecs:DescribeServices',
    'ecs:DescribeTaskDefinition',
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
  'resources': [
    'ec2:DescribeSubnets',
    'ecs:DescribeTaskDefinition',
    'elasticfilesystem:DescribeAccessPoints',
    'elasticfilesystem:DescribeFileSystems',
    'logs:DescribeLogGroups',
  ],
  'secrets': [
    'ecs:DescribeTaskDefinition',
    'secretsmanager:DescribeSecret',
    'ssm:DescribeParameters',
  ],
  'service': [
    'ecs:DescribeServices',
  ],
  'settings': [
    'ecs:DescribeServices',
    'ecs:DescribeTaskDefinition',
  ],
  'simulation': [
    'ecs:DescribeTaskDefinition',
    'iam:SimulatePrincipalPolicy',
  ],
  'target-health': [
    'ecs:DescribeServices',
    'elasticloadbalancing:DescribeTargetGroups',
    'elasticloadbalancing:DescribeTargetHealth',
  ],
  'task-definition': [
    'ecs:DescribeServiceDeployments',
    'ecs:DescribeServiceRevisions',
    'ecs:DescribeTaskDefinition',
    'ecs:ListServiceDeployments',
  ],
  'memory': [
    'cloudwatch:GetMetricStatistics',
  ],
  'trail': [
    'cloudtrail:LookupEvents',
    'ecs:DescribeServices',
    'ecs:DescribeTaskDefinition',
  ],
};

/** The kinds of evidence that AWS has some minutes after a stop only. */
export const LATER_SOURCES: readonly string[] = ['memory', 'trail'];
