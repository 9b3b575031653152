import { diffTemplate, ResourceImpact } from '@aws-cdk/cloudformation-diff';
import type { Resources } from './dependencies';
import { memoized } from '../../src/memoized';

export interface Template {
  readonly Resources: Resources;
}

/** Types whose removal costs data, an address that others know, permissions of what runs, or the service for a while. */
const REMOVAL_COUNTS = new Set([
  'AWS::EC2::VPC', 'AWS::EC2::Subnet', 'AWS::EC2::VPCEndpoint', 'AWS::EC2::SecurityGroup', 'AWS::ECS::Cluster', 'AWS::ECS::Service',
  'AWS::ElasticLoadBalancingV2::LoadBalancer', 'AWS::ElasticLoadBalancingV2::TargetGroup', 'AWS::ElasticLoadBalancingV2::Listener',
  'AWS::ElasticLoadBalancingV2::ListenerRule',
  'AWS::CertificateManager::Certificate', 'AWS::Route53::RecordSet', 'AWS::Logs::LogGroup', 'AWS::S3::Bucket', 'AWS::KMS::Key',
  'AWS::SNS::Topic', 'AWS::SQS::Queue', 'AWS::IAM::Role', 'AWS::Lambda::Function',
]);

/** Each revision of a task definition is a resource of its own; what attaches or calls holds no state and is made before the old one goes. */
const REPLACEMENT_IS_USUAL = new Set([
  'AWS::ECS::TaskDefinition', 'AWS::EC2::SubnetRouteTableAssociation', 'AWS::EC2::Route', 'AWS::EC2::SecurityGroupIngress',
  'AWS::EC2::SecurityGroupEgress', 'AWS::EC2::VPCGatewayAttachment', 'AWS::CloudWatch::Alarm',
  'AWS::ECS::ClusterCapacityProviderAssociations', 'AWS::ApplicationAutoScaling::ScalableTarget',
  'AWS::ApplicationAutoScaling::ScalingPolicy', 'AWS::EC2::FlowLog',
]);

const REPLACED = new Set<ResourceImpact>([ResourceImpact.WILL_REPLACE, ResourceImpact.MAY_REPLACE]);

/** The ids that an update gives another physical resource. */
export const replacedIds = (from: Template, to: Template): ReadonlySet<string> => new Set(impacts(from, to)
  .filter(({ impact }) => REPLACED.has(impact)).map(({ id }) => id));

/** The types of which an update replaces or removes something that counts, each with an id. */
export const lostTypes = (from: Template, to: Template): readonly (readonly [type: string, id: string])[] => impacts(from, to)
  .filter(({ impact, type }) => impact === ResourceImpact.WILL_DESTROY
    ? REMOVAL_COUNTS.has(type)
    : REPLACED.has(impact) && !REPLACEMENT_IS_USUAL.has(type))
  .map(({ type, id }) => [type, id] as const);

const impacts = (from: Template, to: Template) => impactsOf(from)(to);

/** Two questions are asked about each pair of templates. */
const impactsOf = memoized((from: Template) => memoized((to: Template) => findImpacts(from, to)));

function findImpacts(from: Template, to: Template) {
  const found: { readonly id: string; readonly type: string; readonly impact: ResourceImpact }[] = [];
  diffTemplate({ ...from }, { ...to }).resources.forEachDifference((id, { changeImpact }) => {
    const impact = changeImpact === ResourceImpact.WILL_ORPHAN ? ResourceImpact.WILL_DESTROY : changeImpact;
    found.push({ id, type: (from.Resources[id] ?? to.Resources[id]).Type, impact });
  });
  return found;
}
