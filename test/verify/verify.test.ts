import * as ecs from 'aws-cdk-lib/aws-ecs';
import { CERTIFICATE, LISTENER, refersToMuch, templatesOf } from './an-app';
import { type Answers, COMPLETE, missing, platforms, TRUST } from './complete-account';
import type { Send } from '../../src/evidence/collect/account';
import { boundedAccount } from '../../src/evidence/collect/bounded-account';
import type { TemplateBody } from '../../src/facts/template/source/template-source';
import { Templates } from '../../src/facts/template/templates';
import { verify, VERIFY_READS } from '../../src/verify/verify';
import { sourceOf } from '../facts/templates-of';
import { soundService } from '../guardrails/corpus/parts/service';

const templates = templatesOf(refersToMuch);

async function verified(answers: Answers, app = templates) {
  const called = new Set<string>();
  const send: Send = async (action, input) => {
    called.add(action);
    return (answers[action] ?? missing('AccessDeniedException'))(input) as never;
  };
  const { problems, skipped, gaps } = await verify(app, boundedAccount(send));
  for (const { fix } of problems) expect(fix).toMatch(/^[A-Z].*\.$/);
  return { seen: problems.map(problem => problem.seen), skipped, gaps, called: [...called].sort() };
}

/** What is read for each template; whose credentials they are is asked before (verify-deployments.test.ts). */
const OF_TEMPLATES = VERIFY_READS.filter(action => action !== 'sts:GetCallerIdentity');

test('an account that has everything is in the way of nothing, and each declared call was made', async () => {
  expect(await verified(COMPLETE)).toEqual({ seen: [], skipped: [], gaps: [], called: [...OF_TEMPLATES].sort() });
});

const stackOf = (StackName: string, LogicalResourceId: string) => ({ PhysicalResourceId, LogicalResourceId: asked }: Record<string, string>) =>
  asked === undefined ? { StackResources: [{ StackName, LogicalResourceId, PhysicalResourceId }] } : missing('ValidationError', 'Stack with id Shop does not exist');

const audit = ({ logGroupNamePrefix }: Record<string, string>) => ({ logGroups: [{ logGroupName: logGroupNamePrefix }] });

const DENYING = encodeURIComponent(JSON.stringify({ Statement: [{ Effect: 'Allow', Action: ['ecr:*', 'logs:*', 'ssm:*', 'kms:*'], Resource: '*' }] }));
const OF_LAMBDA = TRUST.replace('ecs-tasks', 'lambda');

test.each<[string, Answers, string]>([
  ['an image', { 'ecr:DescribeImages': () => missing('ImageNotFoundException') }, 'the image shop/web:1.4.2 does not exist in ECR'],
  ['a repository', { 'ecr:DescribeImages': () => missing('RepositoryNotFoundException') }, 'the image shop/web:1.4.2 does not exist in ECR'],
  ['a platform', { 'ecr:BatchGetImage': () => platforms('arm64') }, 'the image shop/web:1.4.2 is for linux/arm64, but the task runs on linux/amd64'],
  ['a parameter', { 'ssm:DescribeParameters': () => ({ Parameters: [] }) }, 'LEVEL: the parameter shop/level does not exist'],
  ['a log group', { 'logs:DescribeLogGroups': () => ({ logGroups: [{ logGroupName: '/shop/web-old' }] }) }, 'the log group /shop/web does not exist'],
  ['a cluster', { 'ecs:DescribeClusters': () => ({ clusters: [] }) }, 'the cluster shared does not exist'],
  ['a subnet', { 'ec2:DescribeSubnets': () => ({ Subnets: [{ SubnetId: 'subnet-0a1', AvailableIpAddressCount: 7 }] }) }, 'the subnet subnet-0b2 does not exist in the Region'],
  [
    'free addresses',
    { 'ec2:DescribeSubnets': () => ({ Subnets: ['subnet-0a1', 'subnet-0b2'].map(SubnetId => ({ SubnetId, AvailableIpAddressCount: 0 })) }) },
    'no free IP address is left in subnet-0a1 and subnet-0b2',
  ],
  ['a certificate', { 'acm:DescribeCertificate': () => missing('ResourceNotFoundException') }, `the certificate ${CERTIFICATE} does not exist`],
  [
    'an issued certificate', { 'acm:DescribeCertificate': () => ({ Certificate: { Status: 'PENDING_VALIDATION' } }) },
    `the certificate ${CERTIFICATE} is not issued: its status is PENDING_VALIDATION`,
  ],
  [
    'a certificate of the domain', { 'acm:DescribeCertificate': () => ({ Certificate: { Status: 'ISSUED', SubjectAlternativeNames: ['*.shop.example.com'] } }) },
    `the certificate ${CERTIFICATE} is for *.shop.example.com, but not for shop.example.com, the name of the load balancer`,
  ],
  ['a listener', { 'elasticloadbalancing:DescribeRules': () => missing('ListenerNotFoundException') }, `the listener ${LISTENER} does not exist`],
  [
    'permission to read a secret', { 'iam:GetRolePolicy': () => ({ PolicyName: 'start', PolicyDocument: DENYING }) },
    "no policy of the execution role 'arn:aws:iam::111122223333:role/shop-execution' allows it to read 'PASSWORD'",
  ],
])('an account without %s is told so', async (_what, answers, seen) => {
  expect((await verified({ ...COMPLETE, ...answers })).seen).toEqual([seen]);
});

test('a role without trust is told, and one that does not exist', async () => {
  const role = COMPLETE['iam:GetRole'];
  const untrusted = (input: { readonly RoleName: string }) => input.RoleName === 'shop-web'
    ? { Role: { RoleName: 'shop-web', Arn: 'arn:aws:iam::111122223333:role/shop-web', AssumeRolePolicyDocument: OF_LAMBDA } } : role(input);
  expect((await verified({ ...COMPLETE, 'iam:GetRole': untrusted })).seen).toEqual([
    "'arn:aws:iam::111122223333:role/shop-web' does not trust ecs-tasks.amazonaws.com; 'arn:aws:iam::111122223333:role/shop-web' also trusts lambda.amazonaws.com",
  ]);
  const gone = (input: { readonly RoleName: string }) => input.RoleName === 'shop-web' ? missing('NoSuchEntityException') : role(input);
  expect((await verified({ ...COMPLETE, 'iam:GetRole': gone })).seen).toEqual(['the role arn:aws:iam::111122223333:role/shop-web does not exist']);
});

test.each([
  [() => missing('ResourceNotFoundException'), 'PASSWORD: the secret shop/password does not exist'],
  [() => ({ ARN: 'arn', DeletedDate: '2026-11-20' }), 'PASSWORD: the secret shop/password is scheduled for deletion'],
])('a secret that cannot be used is told (%#)', async (secret, seen) => {
  const answers = { ...COMPLETE, 'secretsmanager:DescribeSecret': ({ SecretId }: Record<string, string>) => SecretId === 'shop/token' ? missing('ResourceNotFoundException') : secret() };
  expect((await verified(answers)).seen).toContain(seen);
});

test.each<[string, Answers, string]>([
  ['service', { 'ecs:DescribeServices': () => ({ services: [{ serviceArn: 'arn:service', status: 'ACTIVE' }] }) }, 'a service named web already exists'],
  ['log group', { 'logs:DescribeLogGroups': audit }, 'a log group named /shop/audit already exists'],
  ['load balancer', { 'elasticloadbalancing:DescribeLoadBalancers': () => ({ LoadBalancers: [{ LoadBalancerArn: 'arn:balancer' }] }) }, 'a load balancer named shop already exists'],
  ['target group', { 'elasticloadbalancing:DescribeTargetGroups': () => ({ TargetGroups: [{ TargetGroupArn: 'arn:group' }] }) }, 'a target group named web already exists'],
  ['repository', { 'ecr:DescribeRepositories': () => ({ repositories: [{ repositoryName: 'shop/tools' }] }) }, 'a repository named shop/tools already exists'],
  ['role', { 'iam:GetRole': input => ({ Role: { RoleName: input.RoleName, AssumeRolePolicyDocument: TRUST } }) }, 'a role named shop-operator already exists'],
  [
    'secret', { 'secretsmanager:DescribeSecret': ({ SecretId }) => SecretId === 'shop/token' ? { ARN: 'arn:token' } : COMPLETE['secretsmanager:DescribeSecret']({ SecretId }) },
    'a secret named shop/token already exists',
  ],
])('a name of a %s that something else has is told, with the stack that has it', async (_what, answers, seen) => {
  expect((await verified({ ...COMPLETE, ...answers })).seen).toEqual([`${seen} and belongs to no stack`]);
  const inOther = { ...COMPLETE, ...answers, 'cloudformation:DescribeStackResources': stackOf('Other', 'Some') };
  expect((await verified(inOther)).seen).toEqual([`${seen} and belongs to the stack Other`]);
});

test.each<[string, Answers, string]>([
  ['a priority that is free', { 'elasticloadbalancing:DescribeRules': () => ({ Rules: [{ RuleArn: 'arn:rule/7', Priority: '7' }, { RuleArn: 'arn:rule/12', Priority: '12' }] }) }, 'Set another priority, such as 13.'],
  [
    'the request for a higher quota', { 'ecs:DescribeClusters': () => ({ clusters: [{ activeServicesCount: 5000 }] }) },
    'Run aws service-quotas request-service-quota-increase --service-code ecs --quota-code L-9EF96962 --desired-value 5001, or use another cluster.',
  ],
  [
    'how the image is built', { 'ecr:BatchGetImage': () => platforms('arm64') },
    'Build the image with docker buildx build --platform linux/amd64, or change the CPU architecture of the task definition.',
  ],
])('the fix names %s', async (_what, answers, fix) => {
  const account: Answers = { ...COMPLETE, ...answers };
  const send: Send = async (action, input) => account[action](input) as never;
  expect((await verify(templates, boundedAccount(send))).problems.map(problem => problem.fix)).toEqual([fix]);
});

test('what the stack itself has is not in its way', async () => {
  const [{ logicalId }] = templates.ofType('AWS::Logs::LogGroup').filter(({ properties }) => properties.LogGroupName === '/shop/audit');
  const answers = { ...COMPLETE, 'logs:DescribeLogGroups': audit, 'cloudformation:DescribeStackResources': stackOf('Shop', logicalId) };
  expect((await verified(answers)).seen).toEqual([]);
  const ofStage = { ...answers, 'cloudformation:DescribeStackResources': stackOf('Shop-Stage', logicalId) };
  expect((await verified(ofStage)).seen).toEqual(['a log group named /shop/audit already exists and belongs to the stack Shop-Stage']);
});

test('a priority that another rule has is told, unless the rule is the stack\'s own', async () => {
  const taken = { ...COMPLETE, 'elasticloadbalancing:DescribeRules': () => ({ Rules: [{ RuleArn: 'arn:rule/7', Priority: '7' }] }) };
  expect((await verified(taken)).seen).toEqual(['the priority 7 is taken by a rule of no stack']);
  expect((await verified({ ...taken, 'cloudformation:DescribeStackResources': stackOf('Shop', 'Rule') })).seen).toEqual([]);
});

const quota = (QuotaCode: string, Value: number): Answers => ({
  'servicequotas:GetServiceQuota': input => input.QuotaCode === QuotaCode
    ? { Quota: { ...(COMPLETE['servicequotas:GetServiceQuota'](input) as { readonly Quota: object }).Quota, Value } } : COMPLETE['servicequotas:GetServiceQuota'](input),
});

test.each([
  ['L-3032A538', 5, 'the new services need 2 vCPU and 4 are in use, but the quota is 5 (Fargate On-Demand vCPU resource count, L-3032A538)'],
  ['L-9EF96962', 3, 'the cluster shared would have 4 services, but the quota is 3 (Services per cluster, L-9EF96962)'],
  ['L-7EED9B64', 1, 'the listener would have 2 rules, but the quota of a load balancer is 1 (Rules per Application Load Balancer, L-7EED9B64)'],
])('a quota that does not suffice is told: %s', async (code, value, seen) => {
  expect((await verified({ ...COMPLETE, ...quota(code, value) })).seen).toEqual([seen]);
  const deployed = { ...COMPLETE, ...quota(code, value), 'cloudformation:DescribeStackResources': () => ({ StackResources: [{}] }) };
  expect((await verified(deployed)).seen).toEqual([]);
});

test('tasks that run on Fargate Spot alone have a quota of their own', async () => {
  const atSpot = templatesOf(stack => void soundService(stack, {
    task: { cpu: 1024, memoryLimitMiB: 2048 }, service: { desiredCount: 2, capacityProviderStrategies: [{ capacityProvider: 'FARGATE_SPOT', weight: 1 }] },
  }));
  const answers: Answers = {
    ...COMPLETE,
    'servicequotas:GetServiceQuota': input => input.QuotaCode === 'L-36FBB829'
      ? { Quota: { QuotaName: 'Fargate Spot vCPU resource count', Value: 1 } } : COMPLETE['servicequotas:GetServiceQuota'](input),
  };
  expect((await verified(answers, atSpot)).seen).toEqual([
    'the new services need 2 vCPU and 0 are in use, but the quota is 1 (Fargate Spot vCPU resource count, L-36FBB829)',
  ]);
});

test.each(OF_TEMPLATES)('what %s does not tell is unknown, and no problem', async action => {
  const { seen, gaps } = await verified(Object.fromEntries(Object.entries(COMPLETE).filter(([name]) => name !== action)));
  expect(seen).toEqual([]);
  expect(gaps.map(({ source }) => source)).toEqual([action]);
});

test('an image that the deployment pushes is not looked for, and said to be left out', async () => {
  const image = ecs.ContainerImage.fromRegistry('111122223333.dkr.ecr.eu-west-1.amazonaws.com/cdk-hnb659fds-container-assets-111122223333-eu-west-1:0a1b2c');
  const { seen, skipped, called } = await verified({}, templatesOf(stack => void soundService(stack, { container: { image } })));
  expect(seen).toEqual([]);
  expect(called).not.toContain('ecr:DescribeImages');
  expect(skipped.map(each => each.seen)).toEqual([
    'the app builds the image cdk-hnb659fds-container-assets-111122223333-eu-west-1:0a1b2c, and its deployment pushes it',
  ]);
});

describe('what is not checked is named', () => {
  const Parameters = Object.fromEntries(['Image', 'Secret', 'Role', 'Group', 'Cluster', 'Subnet', 'Listener', 'Certificate', 'Name'].map(name => [name, { Type: 'String' }]));
  const container = (Image: unknown, rest = {}) => ({ Name: 'app', Image, ...rest });
  const appWith = (resources: Record<string, readonly [type: string, properties: object]>, name?: string) => {
    const Resources = Object.fromEntries(Object.entries(resources).map(([id, [Type, Properties]]) => [id, { Type, Properties }]));
    return new Templates([{ ...sourceOf('Shop', { Parameters, Resources } as TemplateBody), name, environment: { region: 'eu-west-1' } }]);
  };
  const task = (properties: object) => ['AWS::ECS::TaskDefinition', { RequiresCompatibilities: ['FARGATE'], Cpu: '256', Memory: '512', ...properties }] as const;
  const service = (properties: object = {}) => ['AWS::ECS::Service', {
    LaunchType: 'FARGATE', Cluster: 'shared', TaskDefinition: { Ref: 'Task' }, DesiredCount: 1, NetworkConfiguration: { AwsvpcConfiguration: { Subnets: ['subnet-0a1'] } }, ...properties,
  }] as const;
  const withContainer = (image: unknown, rest = {}) => ({ Task: task({ ContainerDefinitions: [container(image, rest)] }), Service: service() });
  const ECR = '111122223333.dkr.ecr.eu-west-1.amazonaws.com/shop/web:1.4.2';
  const secret = (ValueFrom: unknown) => withContainer(ECR, { Secrets: [{ Name: 'TOKEN', ValueFrom }] });
  const logs = (options: object) => withContainer(ECR, { LogConfiguration: { LogDriver: 'awslogs', Options: options } });
  const listener = (CertificateArn: unknown) =>
    ({ Https: ['AWS::ElasticLoadBalancingV2::Listener', { LoadBalancerArn: 'arn', Port: 443, Certificates: [{ CertificateArn }] }] as const });

  test.each<[string, Parameters<typeof appWith>[0], string]>([
    ['an image of another registry', withContainer('public.ecr.aws/nginx/nginx:1.27'), 'the image public.ecr.aws/nginx/nginx:1.27 is not in a private repository of ECR'],
    ['an image of another Region', withContainer(ECR.replace('eu-west-1', 'us-east-1')), `the image ${ECR.replace('eu-west-1', 'us-east-1')} is in another Region, us-east-1`],
    ['an image that a parameter names', withContainer({ Ref: 'Image' }), 'its image is known only at deployment'],
    ['an image whose tag a parameter names', withContainer({ 'Fn::Sub': ECR.replace('1.4.2', '${Name}') }), 'a part of its image name is known only at deployment'],
    [
      'an image of a repository of the app',
      { ...withContainer({ 'Fn::Sub': '${Images.RepositoryUri}:1.4.2' }), Images: ['AWS::ECR::Repository', {}] }, 'the app creates the repository of the image',
    ],
    ['a secret of another Region', secret('arn:aws:secretsmanager:us-east-1:111122223333:secret:shop/token-AbCdEf'), 'TOKEN: the secret is in another Region, us-east-1'],
    ['a parameter of another Region', secret('arn:aws:ssm:us-east-1:111122223333:parameter/shop/token'), 'TOKEN: the secret is in another Region, us-east-1'],
    ['a secret that a parameter names', secret({ Ref: 'Secret' }), 'TOKEN: the secret is known only at deployment'],
    ['a log group that a parameter names', logs({ 'awslogs-group': { Ref: 'Group' } }), 'its log group is known only at deployment'],
    ['a log group of another Region', logs({ 'awslogs-group': '/shop', 'awslogs-region': 'us-east-1' }), 'it writes to a log group in another Region, us-east-1'],
    ['a role that a parameter names', { Task: task({ ExecutionRoleArn: { Ref: 'Role' }, ContainerDefinitions: [container(ECR)] }), Service: service() }, 'the role is known only at deployment'],
    ['a cluster that a parameter names', { ...withContainer(ECR), Service: service({ Cluster: { Ref: 'Cluster' } }) }, 'its cluster is known only at deployment'],
    ['a number of tasks that a parameter gives', { ...withContainer(ECR), Service: service({ DesiredCount: { Ref: 'Name' } }) }, 'the number or size of its tasks is known only at deployment; their vCPUs were not counted'],
    [
      'a subnet that a parameter names',
      { ...withContainer(ECR), Service: service({ NetworkConfiguration: { AwsvpcConfiguration: { Subnets: [{ Ref: 'Subnet' }, 'subnet-0a1'] } } }) }, 'the subnets of its tasks are known only at deployment',
    ],
    ['a certificate that a parameter names', listener({ Ref: 'Certificate' }), 'the certificate is known only at deployment'],
    ['a server certificate of IAM', listener('arn:aws:iam::111122223333:server-certificate/shop'), 'the certificate arn:aws:iam::111122223333:server-certificate/shop is not in AWS Certificate Manager'],
    [
      'a listener that a parameter names', { Rule: ['AWS::ElasticLoadBalancingV2::ListenerRule', { ListenerArn: { Ref: 'Listener' }, Priority: 1 }] },
      'the listener of the rule is known only at deployment',
    ],
    ['a name that a parameter gives', { Audit: ['AWS::Logs::LogGroup', { LogGroupName: { 'Fn::Sub': '/shop/${Name}' } }] }, 'a part of the name of the log group is known only at deployment'],
  ])('%s', async (_what, resources, seen) => {
    expect(await verified(COMPLETE, appWith(resources, 'Shop'))).toMatchObject({ skipped: [{ seen }], gaps: [] });
  });

  test('the cluster and the quotas of a service whose stack has no name', async () => {
    const { skipped, called } = await verified(COMPLETE, appWith(withContainer(ECR)));
    expect(skipped).toMatchObject([{ seen: 'its stack has no name outside a cloud assembly, so its cluster and quotas were not checked' }]);
    expect(called).not.toContain('ecs:DescribeClusters');
  });

  test('nothing that the app creates itself', async () => {
    const resources = {
      ...withContainer(ECR, { LogConfiguration: { LogDriver: 'awslogs', Options: { 'awslogs-group': { Ref: 'Group1' } } }, Secrets: [{ Name: 'TOKEN', ValueFrom: { Ref: 'Token' } }] }),
      Service: service({ Cluster: { Ref: 'Cluster1' } }),
      Group1: ['AWS::Logs::LogGroup', {}] as const,
      Token: ['AWS::SecretsManager::Secret', {}] as const,
      Cluster1: ['AWS::ECS::Cluster', {}] as const,
    };
    expect(await verified(COMPLETE, appWith(resources, 'Shop'))).toMatchObject({ skipped: [], gaps: [] });
  });
});

test('what the app creates itself is not asked for, only the image of a repository that is there, and whether the stack is', async () => {
  const { seen, called } = await verified({}, templatesOf(stack => void soundService(stack)));
  expect({ seen, called }).toEqual({ seen: [], called: ['cloudformation:DescribeStackResources', 'ecr:DescribeImages'] });
});
