import { createHash } from 'node:crypto';
import type { Resource } from '../../../src/facts/template/resource';

export const PLACE = { partition: 'aws', region: 'eu-west-1', account: '111122223333' } as const;

const arn = (service: string, resource: string): string => `arn:aws:${service}:${PLACE.region}:${PLACE.account}:${resource}`;

/** Twelve digits that a resource always has. */
const digits = ({ key }: Resource): string => createHash('md5').update(key).digest('hex').slice(0, 12);

const nameOf = (resource: Resource, property: string): string => {
  const name = resource.properties[property];
  return typeof name === 'string' && !name.includes('${') ? name : `${resource.logicalId}-${digits(resource)}`;
};

/** As CloudFormation names a bucket of a stack that is called `shop`. */
const bucketName = (resource: Resource): string => `shop-${resource.logicalId.toLowerCase()}-${digits(resource)}`;

type Values = Readonly<Record<string, string>>;

const id = (prefix: string) => (resource: Resource): Values => ({ Ref: `${prefix}-0${digits(resource)}` });

/** What `Ref` and attributes of resources give once they are deployed. */
const PHYSICAL: Readonly<Record<string, ((resource: Resource) => Values) | undefined>> = {
  'AWS::EC2::VPC': resource => ({ Ref: `vpc-0${digits(resource)}`, VpcId: `vpc-0${digits(resource)}`, CidrBlock: String(resource.properties.CidrBlock) }),
  'AWS::EC2::Subnet': id('subnet'),
  'AWS::EC2::RouteTable': id('rtb'),
  'AWS::EC2::NatGateway': resource => ({ Ref: `nat-0${digits(resource)}`, NatGatewayId: `nat-0${digits(resource)}` }),
  'AWS::EC2::InternetGateway': id('igw'),
  'AWS::EC2::EgressOnlyInternetGateway': id('eigw'),
  'AWS::EC2::NetworkAcl': id('acl'),
  'AWS::EC2::VPCEndpoint': id('vpce'),
  'AWS::EC2::DHCPOptions': id('dopt'),
  'AWS::EC2::EIP': resource => ({ Ref: '203.0.113.7', AllocationId: `eipalloc-0${digits(resource)}` }),
  'AWS::EC2::PrefixList': resource => ({ Ref: `pl-0${digits(resource)}`, PrefixListId: `pl-0${digits(resource)}` }),
  'AWS::EC2::SecurityGroup': resource => ({ Ref: `sg-0${digits(resource)}`, GroupId: `sg-0${digits(resource)}` }),
  'AWS::ECS::Cluster': resource => ({ Ref: nameOf(resource, 'ClusterName'), Arn: arn('ecs', `cluster/${nameOf(resource, 'ClusterName')}`) }),
  'AWS::ECS::TaskDefinition': resource => ({ Ref: arn('ecs', `task-definition/${nameOf(resource, 'Family')}:3`) }),
  'AWS::ECS::Service': resource => ({
    Ref: arn('ecs', `service/cluster/${nameOf(resource, 'ServiceName')}`),
    Name: nameOf(resource, 'ServiceName'),
    ServiceArn: arn('ecs', `service/cluster/${nameOf(resource, 'ServiceName')}`),
  }),
  'AWS::ElasticLoadBalancingV2::LoadBalancer': resource => ({
    Ref: arn('elasticloadbalancing', `loadbalancer/app/lb-${digits(resource)}/50dc6c495c0c9188`), LoadBalancerFullName: `app/lb-${digits(resource)}/50dc6c495c0c9188`,
  }),
  'AWS::ElasticLoadBalancingV2::Listener': resource => ({ Ref: arn('elasticloadbalancing', `listener/app/lb/50dc6c495c0c9188/${digits(resource)}`) }),
  'AWS::ElasticLoadBalancingV2::ListenerRule': resource => ({ Ref: arn('elasticloadbalancing', `listener-rule/app/lb/50dc6c495c0c9188/f2f7/${digits(resource)}`) }),
  'AWS::ElasticLoadBalancingV2::TargetGroup': resource => ({
    Ref: arn('elasticloadbalancing', `targetgroup/tg-${digits(resource)}/73e2d6bc24d8a067`), TargetGroupFullName: `targetgroup/tg-${digits(resource)}/73e2d6bc24d8a067`,
  }),
  'AWS::IAM::Role': resource => ({ Ref: nameOf(resource, 'RoleName'), Arn: `arn:aws:iam::${PLACE.account}:role/${nameOf(resource, 'RoleName')}` }),
  'AWS::IAM::ManagedPolicy': resource => ({ Ref: `arn:aws:iam::${PLACE.account}:policy/${nameOf(resource, 'ManagedPolicyName')}` }),
  'AWS::Logs::LogGroup': resource => ({ Ref: nameOf(resource, 'LogGroupName'), Arn: arn('logs', `log-group:${nameOf(resource, 'LogGroupName')}:*`) }),
  'AWS::CloudWatch::Alarm': resource => ({ Ref: nameOf(resource, 'AlarmName'), Arn: arn('cloudwatch', `alarm:${nameOf(resource, 'AlarmName')}`) }),
  'AWS::ECR::Repository': resource => ({
    Ref: `repository-${digits(resource)}`,
    Arn: arn('ecr', `repository/repository-${digits(resource)}`),
    RepositoryUri: `${PLACE.account}.dkr.ecr.${PLACE.region}.amazonaws.com/repository-${digits(resource)}`,
  }),
  'AWS::SecretsManager::Secret': resource => ({ Ref: arn('secretsmanager', `secret:${nameOf(resource, 'Name')}-AbCdEf`) }),
  'AWS::SSM::Parameter': resource => ({ Ref: nameOf(resource, 'Name') }),
  'AWS::KMS::Key': resource => ({ Ref: digits(resource), Arn: arn('kms', `key/${digits(resource)}`) }),
  'AWS::KMS::Alias': resource => ({ Ref: String(resource.properties.AliasName) }),
  'AWS::EFS::FileSystem': resource => ({
    Ref: `fs-0${digits(resource)}`, FileSystemId: `fs-0${digits(resource)}`, Arn: arn('elasticfilesystem', `file-system/fs-0${digits(resource)}`),
  }),
  'AWS::EFS::AccessPoint': id('fsap'),
  'AWS::EFS::MountTarget': id('fsmt'),
  'AWS::S3::Bucket': resource => ({ Ref: bucketName(resource), Arn: `arn:aws:s3:::${bucketName(resource)}` }),
  'AWS::SNS::Topic': resource => ({ Ref: arn('sns', `topic-${digits(resource)}`) }),
};

/** What a resource is known by in the account: its ARN, or its id where it has none. */
export const idOf = (resource: Resource): string => {
  const { Ref, Arn = Ref } = PHYSICAL[resource.type]?.(resource) ?? { Ref: `${resource.type}/${digits(resource)}` };
  return ['AWS::EFS::FileSystem', 'AWS::S3::Bucket'].includes(resource.type) ? Ref : Arn;
};

/** What a reference to a resource gives once it is deployed. */
export const valueOf = (resource: Resource, attribute: string): string => PHYSICAL[resource.type]?.(resource)[attribute] ?? `${digits(resource)}-${attribute}`;

/** The name that a resource has in API answers. */
export const physicalName = (resource: Resource, property: string): string => nameOf(resource, property);
