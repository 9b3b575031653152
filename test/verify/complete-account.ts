import { ROLE } from './an-app';

/** An error of AWS, by its name. */
export const missing = (name: string, message = 'no'): never => {
  throw Object.assign(new Error(message), { name });
};

export type Answers = Readonly<Record<string, (input: any) => object>>;

const document = (Statement: readonly object[]): string => encodeURIComponent(JSON.stringify({ Version: '2012-10-17', Statement }));

export const TRUST = document([{ Effect: 'Allow', Principal: { Service: 'ecs-tasks.amazonaws.com' }, Action: 'sts:AssumeRole' }]);

/** What the start of the tasks needs. */
export const START = document([
  { Effect: 'Allow', Action: ['ecr:*', 'logs:*'], Resource: '*' },
  { Effect: 'Allow', Action: 'secretsmanager:GetSecretValue', Resource: 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:shop/password-AbCdEf' },
  { Effect: 'Allow', Action: 'ssm:GetParameters', Resource: 'arn:aws:ssm:eu-west-1:111122223333:parameter/shop/level' },
  { Effect: 'Allow', Action: 'kms:Decrypt', Resource: 'arn:aws:kms:eu-west-1:111122223333:key/0a1b2c3d' },
]);

const INDEX = 'application/vnd.oci.image.index.v1+json';

export const platforms = (...architectures: readonly string[]) => ({
  images: [{
    imageManifest: JSON.stringify({
      mediaType: INDEX, manifests: architectures.map(architecture => ({ platform: { os: 'linux', architecture } })),
    }),
  }],
});

const noStack = (): never => missing('ValidationError', 'Stack with id Shop does not exist');

const QUOTAS: Readonly<Record<string, object>> = {
  'L-3032A538': {
    QuotaName: 'Fargate On-Demand vCPU resource count',
    Value: 6,
    UsageMetric: { MetricNamespace: 'AWS/Usage', MetricName: 'ResourceCount', MetricDimensions: { Service: 'Fargate' } },
  },
  'L-9EF96962': { QuotaName: 'Services per cluster', Value: 5000 },
  'L-7EED9B64': { QuotaName: 'Rules per Application Load Balancer', Value: 100 },
};

/** An account that has everything that the app refers to and nothing that it creates. */
export const COMPLETE: Answers = {
  'acm:DescribeCertificate': () => ({ Certificate: { Status: 'ISSUED', DomainName: 'example.com', SubjectAlternativeNames: ['example.com', '*.example.com'] } }),
  'cloudformation:DescribeStackResources': noStack,
  'cloudwatch:GetMetricStatistics': () => ({ Datapoints: [{ Maximum: 3 }, { Maximum: 4 }] }),
  'ec2:DescribeSubnets': ({ Filters: [{ Values }] }) => ({ Subnets: Values.map((SubnetId: string) => ({ SubnetId, AvailableIpAddressCount: 7 })) }),
  'ecr:BatchGetImage': () => platforms('amd64', 'arm64'),
  'ecr:DescribeImages': () => ({ imageDetails: [{ imageManifestMediaType: INDEX }] }),
  'ecr:DescribeRepositories': () => missing('RepositoryNotFoundException'),
  'ecs:DescribeClusters': () => ({ clusters: [{ status: 'ACTIVE', activeServicesCount: 3 }] }),
  'ecs:DescribeServices': () => ({ services: [], failures: [{ reason: 'MISSING' }] }),
  'elasticloadbalancing:DescribeLoadBalancers': () => missing('LoadBalancerNotFoundException'),
  'elasticloadbalancing:DescribeRules': () => ({ Rules: [{ RuleArn: 'arn:rule/1', Priority: '1' }, { RuleArn: 'arn:rule/default', Priority: 'default', IsDefault: true }] }),
  'elasticloadbalancing:DescribeTargetGroups': () => missing('TargetGroupNotFoundException'),
  'iam:GetPolicy': () => ({ Policy: { DefaultVersionId: 'v1' } }),
  'iam:GetPolicyVersion': () => ({ PolicyVersion: { Document: document([]) } }),
  'iam:GetRole': ({ RoleName }) => RoleName === 'shop-operator' ? missing('NoSuchEntityException') : {
    Role: { Arn: ROLE.replace('shop-execution', RoleName), RoleName, AssumeRolePolicyDocument: TRUST },
  },
  'iam:GetRolePolicy': () => ({ PolicyName: 'start', PolicyDocument: START }),
  'iam:ListAttachedRolePolicies': () => ({ AttachedPolicies: [{ PolicyArn: 'arn:aws:iam::111122223333:policy/own' }] }),
  'iam:ListRolePolicies': () => ({ PolicyNames: ['start'] }),
  'kms:DescribeKey': () => ({ KeyMetadata: { KeyId: '0a1b2c3d', Arn: 'arn:aws:kms:eu-west-1:111122223333:key/0a1b2c3d' } }),
  'kms:GetKeyPolicy': () => ({ Policy: decodeURIComponent(document([{ Effect: 'Allow', Principal: { AWS: 'arn:aws:iam::111122223333:root' }, Action: 'kms:*', Resource: '*' }])) }),
  'logs:DescribeLogGroups': ({ logGroupNamePrefix }) => ({ logGroups: logGroupNamePrefix === '/shop/web' ? [{ logGroupName: '/shop/web' }] : [] }),
  'secretsmanager:DescribeSecret': ({ SecretId }) => SecretId === 'shop/token' ? missing('ResourceNotFoundException') : {
    ARN: 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:shop/password-AbCdEf', KmsKeyId: 'arn:aws:kms:eu-west-1:111122223333:key/0a1b2c3d',
  },
  'secretsmanager:GetResourcePolicy': () => ({ ARN: 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:shop/password-AbCdEf', Name: 'shop/password' }),
  'servicequotas:GetServiceQuota': ({ QuotaCode }) => ({ Quota: QUOTAS[QuotaCode] }),
  'ssm:DescribeParameters': () => ({ Parameters: [{ Name: '/shop/level' }] }),
};
