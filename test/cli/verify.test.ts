import { file, hardenedFargate } from './run-cli';

test('the policy names the reads of verify and no value of a secret or a parameter', () => {
  const { status, stdout } = hardenedFargate(['verify', '--policy']);
  const actions: readonly string[] = JSON.parse(stdout).Statement.flatMap(({ Action }: { readonly Action: readonly string[] }) => Action).sort();
  expect(status).toBe(0);
  expect(actions).toEqual([
    'acm:DescribeCertificate', 'cloudformation:DescribeStackResources', 'cloudwatch:GetMetricStatistics', 'ec2:DescribeSubnets', 'ecr:BatchGetImage',
    'ecr:DescribeImages', 'ecr:DescribeRepositories', 'ecs:DescribeClusters', 'ecs:DescribeServices', 'elasticloadbalancing:DescribeLoadBalancers',
    'elasticloadbalancing:DescribeRules', 'elasticloadbalancing:DescribeTargetGroups', 'iam:GetPolicy', 'iam:GetPolicyVersion', 'iam:GetRole',
    'iam:GetRolePolicy', 'iam:ListAttachedRolePolicies', 'iam:ListRolePolicies', 'kms:DescribeKey', 'kms:GetKeyPolicy', 'logs:DescribeLogGroups',
    'secretsmanager:DescribeSecret', 'secretsmanager:GetResourcePolicy', 'servicequotas:GetServiceQuota', 'ssm:DescribeParameters',
  ]);
});

test('templates have to be named', () => {
  const { status, stderr } = hardenedFargate(['verify']);
  expect(status).toBe(2);
  expect(stderr).toContain('error: set the templates of the app with --template');
});

test('a template that refers to nothing needs nothing', () => {
  const { status, stdout } = hardenedFargate(['verify', '--template', file('empty.json', { Resources: {} }), '--region', 'eu-west-1']);
  expect(stdout).toBe('0 problems.\n');
  expect(status).toBe(0);
});

test('a file that is no template is unreadable', () => {
  expect(hardenedFargate(['verify', '--template', 'nothing.json', '--region', 'eu-west-1']).status).toBe(2);
});
