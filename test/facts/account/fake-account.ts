import { networkAnswers } from './network-answers';
import { identityAnswers, loadBalancingAnswers, remainingAnswers } from './other-answers';
import { serviceAnswers } from './service-answers';
import { shortName } from '../../../src/aws/arn';
import type { Send } from '../../../src/evidence/collect/account';
import type { ReadAction } from '../../../src/evidence/collect/account-reads';
import type { Templates } from '../../../src/facts/template/templates';

type Input = Record<string, any>;
type Operation = (input: Input) => object;

/** What AWS answers a call with that names something which is not there. */
const missing = (name: string): never => {
  throw Object.assign(new Error(`${name}: it does not exist`), { name, $metadata: { httpStatusCode: 400 } });
};

/** The items that a call names, all of which have to be there. */
function named(list: readonly any[], key: string, ids: readonly string[] | undefined, error: string): readonly any[] {
  if (ids === undefined) return list;
  return ids.map(id => list.find(item => item[key] === id) ?? missing(error));
}

/** EC2 filters by the values of a property. */
const FILTERED: Readonly<Record<string, string>> = { 'vpc-id': 'VpcId', 'subnet-id': 'SubnetId', 'group-id': 'GroupId', 'dhcp-options-id': 'DhcpOptionsId' };

const filtered = (list: readonly any[], { Filters = [], Filter = Filters }: Input): readonly any[] =>
  list.filter(item => Filter.every(({ Name, Values }: Input) => Values.includes(item[FILTERED[Name]])));

/** The first page holds one item, so that whoever reads no further misses most. */
const paged = (list: readonly any[], name: string, input: Input, token = 'NextToken', next = token): object =>
  input[token] === undefined ? { [name]: list.slice(0, 1), ...list.length > 1 && { [next]: 'page-2' } } : { [name]: list.slice(1) };

/** An account in which templates are deployed, as it answers calls that are declared reads. */
export function fakeAccount(templates: Templates): Send {
  const operations = operationsOf(templates);
  return async (action, input) => JSON.parse(JSON.stringify((operations[action] ?? missing('UnknownOperationException'))(input)));
}

function operationsOf(templates: Templates): { readonly [action in ReadAction]?: Operation } {
  const { clusters, services, taskDefinitions } = serviceAnswers(templates);
  const network = networkAnswers(templates);
  const balancing = loadBalancingAnswers(templates);
  const { Roles, ManagedPolicies } = identityAnswers(templates);
  const rest = remainingAnswers(templates);
  const role = ({ RoleName }: Input) => Roles.find(each => each.RoleName === RoleName) ?? missing('NoSuchEntityException');
  const ec2 = (name: string, list: readonly any[]): Operation => input => paged(filtered(list, input), name, input);
  const of = (list: readonly any[], key: string, id: string, error: string) => named(list, key, [id], error)[0];
  // Secrets Manager finds a secret by its name, and by an ARN without the six characters at its end.
  const secret = (id: string) => rest.Secrets.find(({ ARN, Name }: Input) => [ARN, Name, ARN.slice(0, -'-AbCdEf'.length)].includes(id)) ?? missing('ResourceNotFoundException');
  const without = (item: Input, ...names: readonly string[]): Input =>
    Object.fromEntries(Object.entries(item).filter(([name]) => !names.includes(name)));
  return {
    'ecs:ListClusters': () => ({ clusterArns: clusters.map(({ clusterArn }) => clusterArn) }),
    'ecs:DescribeClusters': ({ clusters: names, include }) => ({
      clusters: clusters.filter(({ clusterArn, clusterName }) => names.includes(clusterArn) || names.includes(clusterName))
        .map(cluster => include.includes('CONFIGURATIONS') ? cluster : without(cluster, 'configuration')),
    }),
    'ecs:ListServices': input => paged(services.map(({ serviceArn }) => serviceArn), 'serviceArns', input, 'nextToken'),
    'ecs:DescribeServices': ({ services: names }) => names.length > 10 ? missing('InvalidParameterException') : {
      services: services.filter(({ serviceArn, serviceName }) => names.includes(serviceArn) || names.includes(serviceName)),
    },
    'ecs:DescribeTaskDefinition': ({ taskDefinition }) => ({
      taskDefinition: taskDefinitions.find(({ taskDefinitionArn }) => shortName(taskDefinitionArn) === shortName(taskDefinition)) ?? missing('ClientException'),
    }),
    'ec2:DescribeSubnets': ec2('Subnets', network.Subnets),
    'ec2:DescribeVpcs': ec2('Vpcs', network.Vpcs.map(vpc => without(vpc, 'attributes'))),
    'ec2:DescribeVpcAttribute': ({ VpcId, Attribute }) =>
      ({ VpcId, [Attribute.replace('enable', 'Enable')]: { Value: network.Vpcs.find(vpc => vpc.VpcId === VpcId)?.attributes[Attribute] } }),
    'ec2:DescribeDhcpOptions': ec2('DhcpOptions', network.DhcpOptions),
    'route53:ListHostedZonesByVPC': () => ({ HostedZoneSummaries: [], MaxItems: 100 }),
    'ec2:DescribeRouteTables': ec2('RouteTables', network.RouteTables),
    'ec2:DescribeNetworkAcls': ec2('NetworkAcls', network.NetworkAcls),
    'ec2:DescribeNatGateways': ec2('NatGateways', network.NatGateways),
    'ec2:DescribeVpcEndpoints': ec2('VpcEndpoints', network.VpcEndpoints),
    'ec2:DescribeSecurityGroups': ec2('SecurityGroups', network.SecurityGroups),
    'elasticloadbalancing:DescribeTargetGroups': ({ TargetGroupArns }) => ({
      TargetGroups: named(balancing.TargetGroups, 'TargetGroupArn', TargetGroupArns, 'TargetGroupNotFoundException').map(group => without(group, 'attributes')),
    }),
    'elasticloadbalancing:DescribeTargetGroupAttributes': ({ TargetGroupArn }) => ({ Attributes: of(balancing.TargetGroups, 'TargetGroupArn', TargetGroupArn, 'TargetGroupNotFoundException').attributes }),
    'elasticloadbalancing:DescribeTargetHealth': () => ({ TargetHealthDescriptions: [] }),
    'elasticloadbalancing:DescribeLoadBalancers': ({ LoadBalancerArns }) => ({
      LoadBalancers: named(balancing.LoadBalancers, 'LoadBalancerArn', LoadBalancerArns, 'LoadBalancerNotFoundException').map(each => without(each, 'attributes')),
    }),
    'elasticloadbalancing:DescribeLoadBalancerAttributes': ({ LoadBalancerArn }) => ({ Attributes: of(balancing.LoadBalancers, 'LoadBalancerArn', LoadBalancerArn, 'LoadBalancerNotFoundException').attributes }),
    'elasticloadbalancing:DescribeListeners': ({ LoadBalancerArn, ...input }) =>
      paged(balancing.Listeners.filter(listener => listener.LoadBalancerArn === LoadBalancerArn), 'Listeners', input, 'Marker', 'NextMarker'),
    'elasticloadbalancing:DescribeRules': ({ ListenerArn, ...input }) =>
      paged(balancing.Rules.filter(rule => rule.ListenerArn === ListenerArn), 'Rules', input, 'Marker', 'NextMarker'),
    'iam:GetRole': input => ({ Role: without(role(input), 'inline', 'attached') }),
    'iam:ListRolePolicies': input => ({ PolicyNames: role(input).inline.map(({ PolicyName }: Input) => PolicyName), IsTruncated: false }),
    'iam:GetRolePolicy': input => of(role(input).inline, 'PolicyName', input.PolicyName, 'NoSuchEntityException'),
    'iam:ListAttachedRolePolicies': input => ({ AttachedPolicies: role(input).attached.map((PolicyArn: string) => ({ PolicyArn })), IsTruncated: false }),
    'iam:GetPolicy': ({ PolicyArn }) => ({ Policy: { Arn: of(ManagedPolicies, 'arn', PolicyArn, 'NoSuchEntityException').arn, DefaultVersionId: 'v2' } }),
    'iam:GetPolicyVersion': ({ PolicyArn, VersionId }) => VersionId === 'v2'
      ? { PolicyVersion: { Document: of(ManagedPolicies, 'arn', PolicyArn, 'NoSuchEntityException').document } } : missing('NoSuchEntityException'),
    'logs:DescribeLogGroups': ({ logGroupIdentifiers }) => ({ logGroups: rest.logGroups.filter(({ logGroupName }) => logGroupIdentifiers.includes(logGroupName)) }),
    'cloudwatch:DescribeAlarms': ({ AlarmTypes: [type], ...input }) =>
      type === 'MetricAlarm' ? paged(rest.MetricAlarms, 'MetricAlarms', input) : { CompositeAlarms: rest.CompositeAlarms },
    'application-autoscaling:DescribeScalableTargets': () => ({ ScalableTargets: rest.ScalableTargets.map(target => without(target, 'scheduledActions')) }),
    'application-autoscaling:DescribeScheduledActions': () => ({ ScheduledActions: rest.ScalableTargets.flatMap(({ ResourceId, scheduledActions }) => scheduledActions.map((each: object) => ({ ...each, ResourceId }))) }),
    'elasticfilesystem:DescribeFileSystems': ({ FileSystemId }) => ({ FileSystems: named(rest.FileSystems, 'FileSystemId', [FileSystemId], 'FileSystemNotFound') }),
    'elasticfilesystem:DescribeMountTargets': ({ FileSystemId }) =>
      ({ MountTargets: rest.MountTargets.filter(target => target.FileSystemId === FileSystemId).map(target => without(target, 'securityGroups')) }),
    'elasticfilesystem:DescribeMountTargetSecurityGroups': ({ MountTargetId }) => ({ SecurityGroups: of(rest.MountTargets, 'MountTargetId', MountTargetId, 'MountTargetNotFound').securityGroups }),
    'ecr:DescribeRepositories': ({ repositoryNames }) => ({
      repositories: named(rest.repositories, 'repositoryName', repositoryNames, 'RepositoryNotFoundException').map(each => without(each, 'policy', 'lifecyclePolicy')),
    }),
    'ecr:GetRepositoryPolicy': ({ repositoryName }) => ({ policyText: of(rest.repositories, 'repositoryName', repositoryName, 'RepositoryNotFoundException').policy ?? missing('RepositoryPolicyNotFoundException') }),
    'ecr:GetLifecyclePolicy': ({ repositoryName }) => ({ lifecyclePolicyText: of(rest.repositories, 'repositoryName', repositoryName, 'RepositoryNotFoundException').lifecyclePolicy ?? missing('LifecyclePolicyNotFoundException') }),
    'secretsmanager:DescribeSecret': ({ SecretId }) => without(secret(SecretId), 'policy'),
    'secretsmanager:GetResourcePolicy': ({ SecretId }) => {
      const { ARN, Name, policy } = secret(SecretId);
      return { ARN, Name, ResourcePolicy: policy };
    },
    'kms:DescribeKey': ({ KeyId }) => ({ KeyMetadata: without(rest.Keys.find(key => [key.Arn, key.KeyId, ...key.aliases].includes(KeyId)) ?? missing('NotFoundException'), 'policy', 'aliases') }),
    'kms:GetKeyPolicy': ({ KeyId }) => ({ Policy: of(rest.Keys, 'KeyId', KeyId, 'NotFoundException').policy }),
  };
}
