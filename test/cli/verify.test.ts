import { join } from 'node:path';
import { file, FOLDER, hardenedFargate } from './run-cli';

test('the policy names the reads of verify and no value of a secret or a parameter', () => {
  const { status, stdout } = hardenedFargate(['verify', '--policy']);
  const actions: readonly string[] = JSON.parse(stdout).Statement.flatMap(({ Action }: { readonly Action: readonly string[] }) => Action).sort();
  expect(status).toBe(0);
  expect(actions).toEqual([
    'acm:DescribeCertificate', 'cloudformation:DescribeStackResources', 'cloudwatch:GetMetricStatistics', 'ec2:DescribeSubnets', 'ecr:BatchGetImage',
    'ecr:DescribeImages', 'ecr:DescribeRepositories', 'ecs:DescribeClusters', 'ecs:DescribeServices', 'elasticloadbalancing:DescribeLoadBalancers',
    'elasticloadbalancing:DescribeRules', 'elasticloadbalancing:DescribeTargetGroups', 'iam:GetPolicy', 'iam:GetPolicyVersion', 'iam:GetRole',
    'iam:GetRolePolicy', 'iam:ListAttachedRolePolicies', 'iam:ListRolePolicies', 'kms:DescribeKey', 'kms:GetKeyPolicy', 'logs:DescribeLogGroups',
    'secretsmanager:DescribeSecret', 'secretsmanager:GetResourcePolicy', 'servicequotas:GetServiceQuota', 'ssm:DescribeParameters', 'sts:GetCallerIdentity',
  ]);
});

test('the policy is about the Region that is named', () => {
  expect(hardenedFargate(['verify', '--policy', '--region', 'eu-west-1']).stdout).toContain('"arn:*:acm:eu-west-1:*:certificate/*"');
});

test('what could not be read is told by its reason, and 0 problems are no promise', () => {
  const listeners = [1, 2, 3, 4].map(index => `arn:aws:elasticloadbalancing:eu-west-1:111122223333:listener/app/a/1/${index}`);
  const Resources = {
    Rule: { Type: 'AWS::ElasticLoadBalancingV2::ListenerRule', Properties: { ListenerArn: listeners[0], Priority: 1 } },
    Audit: { Type: 'AWS::Logs::LogGroup', Properties: { LogGroupName: '/shop/audit' } },
    Web: { Type: 'AWS::ElasticLoadBalancingV2::TargetGroup', Properties: { Name: 'web' } },
    Shop: { Type: 'AWS::ElasticLoadBalancingV2::LoadBalancer', Properties: { Name: 'shop' } },
    Tools: { Type: 'AWS::ECR::Repository', Properties: { RepositoryName: 'tools' } },
  };
  const { status, stdout, stderr } = hardenedFargate(['verify', '--template', file('app.json', { Resources }), '--region', 'eu-west-1', '--profile', 'nope'], { env: { HOME: FOLDER } });
  expect(stdout).toMatch(/^not read\n {2}- (?:[\w:]+, ){3}and 2 more calls: the call has no valid credentials \(.* in the profile 'nope'\); sign in, or name a profile that has them\n\n/);
  expect(stdout).toMatch(/\n0 problems, but some data was not read\.\n$/);
  expect(stderr).toContain('reading logs:DescribeLogGroups\n');
  expect(status).toBe(2);
});

describe('the Region of templates that do not name one', () => {
  const image = { 'Fn::Join': ['', ['111122223333.dkr.ecr.eu-west-1.', { Ref: 'AWS::URLSuffix' }, '/shop/web:1.4.2']] };
  const Resources = {
    Task: { Type: 'AWS::ECS::TaskDefinition', Properties: { RequiresCompatibilities: ['FARGATE'], Cpu: '256', Memory: '512', ContainerDefinitions: [{ Name: 'app', Image: image }] } },
    Service: { Type: 'AWS::ECS::Service', Properties: { LaunchType: 'FARGATE', TaskDefinition: { Ref: 'Task' } } },
  };
  const verify = (env: NodeJS.ProcessEnv, options: readonly string[] = []) => hardenedFargate(['verify', '--template', file('image.json', { Resources }), ...options], { env: { HOME: FOLDER, AWS_EC2_METADATA_DISABLED: 'true', ...env } });

  test('is that of the environment, so that their images are looked for', () => {
    expect(verify({ AWS_REGION: 'eu-west-1' }).stderr).toContain('reading ecr:DescribeImages\n');
  });

  const AWS_CONFIG_FILE = join(FOLDER, file('aws-config', '[default]\nregion = eu-west-1\n[profile shop]\nregion = eu-west-1\n[profile bare]\noutput = json\n'));

  test.each([
    ['that is named', {}, ['--profile', 'shop']],
    ['that the environment names', { AWS_PROFILE: 'shop' }, []],
    ['that is the default', {}, []],
  ])('is that of the profile %s, where nothing else names one', (_what, env, options) => {
    expect(verify({ AWS_CONFIG_FILE, ...env }, options).stderr).toContain('reading ecr:DescribeImages\n');
  });

  test.each([
    ['a profile', {}],
    ['a profile without a Region', { AWS_CONFIG_FILE, AWS_PROFILE: 'bare' }],
  ])('has to be named where neither the environment nor %s does', (_what, env) => {
    const { status, stderr } = verify(env);
    expect(stderr).toContain('error: a template does not name its Region; set the Region of the deployment with --region or AWS_REGION, or in the profile');
    expect(status).toBe(2);
  });
});

test('templates have to be named', () => {
  const { status, stderr } = hardenedFargate(['verify']);
  expect(status).toBe(2);
  expect(stderr).toContain('error: required option \'--template <file...>\' not specified');
});

test('a template that refers to nothing needs nothing', () => {
  const { status, stdout } = hardenedFargate(['verify', '--template', file('empty.json', { Resources: {} }), '--region', 'eu-west-1']);
  expect(stdout).toBe('0 problems.\n');
  expect(status).toBe(0);
});

test('a template that cannot be read is told before the account is read', () => {
  const Resources = { Audit: { Type: 'AWS::Logs::LogGroup', Properties: { LogGroupName: '/shop/audit' } } };
  const { stderr } = hardenedFargate(['verify', '--template', 'nothing.json', file('audit.json', { Resources }), '--region', 'eu-west-1'], { env: { HOME: FOLDER, AWS_EC2_METADATA_DISABLED: 'true' } });
  expect(stderr).toMatch(/^nothing\.json: no such file[^\n]*\nreading logs:DescribeLogGroups\n/);
});

test('a file that is no template is unreadable', () => {
  expect(hardenedFargate(['verify', '--template', 'nothing.json', '--region', 'eu-west-1']).status).toBe(2);
});
