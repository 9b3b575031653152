import { propertiesOf } from './network-answers';
import { idOf, physicalName, valueOf } from './physical-ids';
import type { Resource } from '../../../src/facts/template/resource';
import type { Templates } from '../../../src/facts/template/templates';

const each = <T>(templates: Templates, type: string, answer: (id: string, properties: Record<string, any>, resource: Resource) => T): T[] =>
  templates.ofType(type).map(resource => answer(idOf(resource), propertiesOf(templates, resource), resource));

/** What Elastic Load Balancing answers, attributes as they are kept. */
export function loadBalancingAnswers(templates: Templates): Readonly<Record<string, readonly any[]>> {
  const protectedLater = each(templates, 'Custom::LoadBalancerDeletionProtection', (_, properties) => JSON.stringify(properties));
  const Listeners = each(templates, 'AWS::ElasticLoadBalancingV2::Listener', (ListenerArn, properties) => ({ ListenerArn, ...properties }));
  const Rules = each(templates, 'AWS::ElasticLoadBalancingV2::ListenerRule', (RuleArn, { Priority, ...rule }) =>
    ({ RuleArn, IsDefault: false, ...rule, Priority: String(Priority), ListenerArn: rule.ListenerArn as string }));
  const forwardersOf = (group: string): readonly string[] => [
    ...Listeners.filter(listener => JSON.stringify(listener).includes(group)).map(listener => (listener as any).LoadBalancerArn),
    ...Rules.filter(rule => JSON.stringify(rule).includes(group))
      .map(rule => (Listeners.find(({ ListenerArn }) => ListenerArn === rule.ListenerArn) as any)?.LoadBalancerArn),
  ];
  return {
    LoadBalancers: each(templates, 'AWS::ElasticLoadBalancingV2::LoadBalancer', (LoadBalancerArn, properties) => ({
      LoadBalancerArn,
      Type: properties.Type ?? 'application',
      Scheme: properties.Scheme ?? 'internet-facing',
      SecurityGroups: properties.SecurityGroups,
      AvailabilityZones: (properties.Subnets ?? properties.SubnetMappings?.map(({ SubnetId }: any) => SubnetId) ?? [])
        .map((SubnetId: string) => ({ SubnetId })),
      attributes: [
        ...properties.LoadBalancerAttributes ?? [],
        ...protectedLater.some(call => call.includes(LoadBalancerArn)) ? [{ Key: 'deletion_protection.enabled', Value: 'true' }] : [],
      ],
    })),
    Listeners,
    Rules: [...Rules, ...Listeners.map(({ ListenerArn }) => ({ RuleArn: `${ListenerArn}/default`, ListenerArn, Priority: 'default', IsDefault: true }))],
    TargetGroups: each(templates, 'AWS::ElasticLoadBalancingV2::TargetGroup', (TargetGroupArn, { TargetGroupAttributes = [], ...properties }) => ({
      TargetGroupArn,
      HealthCheckEnabled: true,
      HealthCheckIntervalSeconds: 30,
      UnhealthyThresholdCount: 2,
      TargetType: 'instance',
      ...properties,
      LoadBalancerArns: [...new Set(forwardersOf(TargetGroupArn))],
      attributes: TargetGroupAttributes,
    })),
  };
}

const encoded = (document: unknown): string => encodeURIComponent(JSON.stringify(document));

/** What IAM answers, documents encoded as it does. */
export function identityAnswers(templates: Templates): Readonly<Record<string, readonly any[]>> {
  const attached = [...each(templates, 'AWS::IAM::Policy', (_, policy) => policy), ...each(templates, 'AWS::IAM::RolePolicy', (_, { RoleName, ...policy }) => ({ ...policy, Roles: [RoleName] }))];
  const managed = each(templates, 'AWS::IAM::ManagedPolicy', (arn, { PolicyDocument, Roles = [] }) => ({ arn, Roles, document: encoded(PolicyDocument) }));
  return {
    Roles: each(templates, 'AWS::IAM::Role', (Arn, { AssumeRolePolicyDocument, PermissionsBoundary, Policies = [], ManagedPolicyArns = [] }, resource) => {
      const RoleName = physicalName(resource, 'RoleName');
      return {
        Arn,
        RoleName,
        AssumeRolePolicyDocument: encoded(AssumeRolePolicyDocument),
        ...PermissionsBoundary && { PermissionsBoundary: { PermissionsBoundaryArn: PermissionsBoundary, PermissionsBoundaryType: 'Policy' } },
        inline: [...Policies, ...attached.filter(({ Roles = [] }) => Roles.includes(RoleName))]
          .map(({ PolicyName, PolicyDocument }: any) => ({ RoleName, PolicyName, PolicyDocument: encoded(PolicyDocument) })),
        attached: [...ManagedPolicyArns, ...managed.filter(({ Roles }) => Roles.includes(RoleName)).map(({ arn }) => arn)],
      };
    }),
    ManagedPolicies: managed,
  };
}

/** What the other services answer. */
export const remainingAnswers = (templates: Templates): Readonly<Record<string, readonly any[]>> => ({
  logGroups: each(templates, 'AWS::Logs::LogGroup', (arn, { RetentionInDays, KmsKeyId }, resource) =>
    ({ arn, logGroupName: physicalName(resource, 'LogGroupName'), retentionInDays: RetentionInDays, kmsKeyId: KmsKeyId })),
  MetricAlarms: each(templates, 'AWS::CloudWatch::Alarm', (AlarmArn, { AlarmActions = [], ActionsEnabled = true, Dimensions, Metrics, MetricName, Namespace }, resource) =>
    ({ AlarmArn, AlarmName: physicalName(resource, 'AlarmName'), ActionsEnabled, AlarmActions, Dimensions, Metrics, MetricName, Namespace })),
  CompositeAlarms: each(templates, 'AWS::CloudWatch::CompositeAlarm', (AlarmArn, { AlarmRule }) => ({ AlarmArn, AlarmRule })),
  ScalableTargets: each(templates, 'AWS::ApplicationAutoScaling::ScalableTarget', (_, { ScheduledActions = [], ...target }) => ({ ...target, scheduledActions: ScheduledActions })),
  FileSystems: each(templates, 'AWS::EFS::FileSystem', (FileSystemId, _, resource) => ({ FileSystemId, FileSystemArn: valueOf(resource, 'Arn') })),
  MountTargets: each(templates, 'AWS::EFS::MountTarget', (MountTargetId, { FileSystemId, SubnetId, SecurityGroups }) =>
    ({ MountTargetId, FileSystemId, SubnetId, LifeCycleState: 'available', securityGroups: SecurityGroups })),
  repositories: each(templates, 'AWS::ECR::Repository', (repositoryArn, { RepositoryPolicyText, LifecyclePolicy, ImageTagMutability = 'MUTABLE' }, resource) => ({
    repositoryArn,
    repositoryUri: valueOf(resource, 'RepositoryUri'),
    repositoryName: valueOf(resource, 'Ref'),
    imageTagMutability: ImageTagMutability,
    lifecyclePolicy: LifecyclePolicy?.LifecyclePolicyText,
    policy: RepositoryPolicyText && JSON.stringify(RepositoryPolicyText),
  })),
  Secrets: each(templates, 'AWS::SecretsManager::Secret', (ARN, { KmsKeyId, Name }) => ({
    ARN,
    Name,
    KmsKeyId,
    policy: each(templates, 'AWS::SecretsManager::ResourcePolicy', (_, { SecretId, ResourcePolicy }) => SecretId === ARN ? [JSON.stringify(ResourcePolicy)] : []).flat()[0],
  })),
  Keys: each(templates, 'AWS::KMS::Key', (Arn, { KeyPolicy }, resource) => ({
    Arn,
    KeyId: valueOf(resource, 'Ref'),
    policy: JSON.stringify(KeyPolicy),
    aliases: each(templates, 'AWS::KMS::Alias', (_, { TargetKeyId, AliasName }) => [Arn, valueOf(resource, 'Ref')].includes(TargetKeyId) ? [AliasName] : []).flat(),
  })),
});
