import { type App, Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import type * as ecr from 'aws-cdk-lib/aws-ecr';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as efs from 'aws-cdk-lib/aws-efs';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as logs from 'aws-cdk-lib/aws-logs';
import * as route53 from 'aws-cdk-lib/aws-route53';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as ssm from 'aws-cdk-lib/aws-ssm';
import {
  Capacity, Deployment, FailureThreshold, type HardenedFargateService, type HardenedFargateServiceProps, HardenedFargateTask, HardenedQueue,
  LoadBalancing, type NetworkLoadBalancingOptions, OptionalAlarm, type QueueScalingOptions, Scaling, SharedLoadBalancer,
  StopAnalysis, StopAnalyzer, VpcEndpoints,
} from '../../src/index';
import { certificateIn, type Differences, imageIn } from '../service/declare';

/** A value of a prop, and what has to be set beside it. */
export type Value = (stack: Stack) => Differences & {
  /** What is added to the service. */
  readonly afterwards?: (service: HardenedFargateService) => void;
};

/** The kinds of values that a prop can have, and the replacements and removals that a change between them may cause. */
export interface Row {
  readonly values: Readonly<Record<string, Value>>;
  /** Types of resources with the reason why replacing or removing them is right. */
  readonly allowed?: Readonly<Record<string, string>>;
}

const zoneIn = (stack: Stack) => stack.node.tryFindChild('Zone') as route53.IHostedZone | undefined ??
  route53.HostedZone.fromHostedZoneAttributes(stack, 'Zone', { hostedZoneId: 'Z1', zoneName: 'example.com' });

const named = (stack: Stack) => LoadBalancing.publicHttps({ domainName: 'shop.example.com', domainZone: zoneIn(stack) });

/** What every row starts from. */
export const base: Value = stack => ({ image: imageIn(stack), containerPort: 8080, loadBalancing: named(stack) });

const given = (differences: Differences): Value => () => differences;

const secret = (stack: Stack) => ecs.Secret.fromSecretsManager(secretsmanager.Secret.fromSecretNameV2(stack, 'Password', 'password'));
const flags = (stack: Stack) =>
  ecs.Secret.fromSsmParameter(ssm.StringParameter.fromSecureStringParameterAttributes(stack, 'Flags', { parameterName: '/flags' }));

const roleIn = (stack: Stack) => iam.Role.fromRoleArn(stack, 'Role', 'arn:aws:iam::111122223333:role/web');

const taskDefinitionIn = (stack: Stack) => {
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Own');
  taskDefinition.addContainer('web', { image: imageIn(stack), portMappings: [{ containerPort: 8080 }] });
  return taskDefinition;
};

const vpcIn = (stack: Stack) => new ec2.Vpc(stack, 'Vpc');
const clusterIn = (stack: Stack, id: string) =>
  new ecs.Cluster(stack, id, { vpc: vpcIn(stack), containerInsightsV2: ecs.ContainerInsights.ENABLED });

const GONE_ENDPOINT = { 'AWS::EC2::VPCEndpoint': 'the VPC is in the same stack, and no service in it needs the endpoint' };

/** ELB cannot move a load balancer to another VPC: a service behind one moves under another id, as docs/UPDATES.md says. */
const WORKER: Differences = { containerPort: undefined, loadBalancing: LoadBalancing.none() };

const ANOTHER_VPC = {
  'AWS::EC2::VPC': 'the VPC that was made here is not used any more',
  'AWS::EC2::Subnet': 'goes with its VPC',
  'AWS::EC2::SecurityGroup': 'belongs to one VPC',
  'AWS::EC2::VPCEndpoint': 'belongs to one VPC',
  'AWS::Logs::LogGroup': 'the record of rejected traffic goes with its VPC',
  'AWS::IAM::Role': 'the role of the flow log goes with its VPC',
  'AWS::EC2::FlowLog': 'goes with its VPC',
  'AWS::Lambda::Function': 'the function that closes the default group of a VPC goes with the VPC that was made here',
};

const ANOTHER_CLUSTER = {
  ...ANOTHER_VPC,
  'AWS::ECS::Service': 'a service cannot move to another cluster',
  'AWS::ECS::Cluster': 'the cluster that was made here is not used any more',
  'AWS::KMS::Key': 'the key of the record goes with the cluster, and is kept',
};

/** Every prop, with a value of each kind. */
export const ROWS: Readonly<Record<keyof HardenedFargateServiceProps, Row>> = {
  image: { values: { ecr: base, other: stack => ({ image: ecs.ContainerImage.fromEcrRepository(repositoryOf(stack), 'other') }) } },
  containerPort: { values: { 8080: given({ containerPort: 8080 }), 3000: given({ containerPort: 3000 }) } },
  loadBalancing: {
    values: {
      'public with a name': base,
      'public with a certificate': stack => ({ loadBalancing: LoadBalancing.publicHttps({ certificate: certificateIn(stack) }) }),
      'public and unprotected': stack =>
        ({ loadBalancing: LoadBalancing.publicHttps({ domainName: 'shop.example.com', domainZone: zoneIn(stack), deletionProtection: false }) }),
      'public for some': stack => ({
        loadBalancing: LoadBalancing.publicHttps({ certificate: certificateIn(stack), clients: [ec2.Peer.ipv4('203.0.113.0/24')], healthCheckPath: '/up' }),
      }),
      'internal': given({ loadBalancing: LoadBalancing.internal() }),
      'internal with a certificate': stack => ({ loadBalancing: LoadBalancing.internal({ certificate: certificateIn(stack) }) }),
      'network': given({ loadBalancing: LoadBalancing.network() }),
      'network with the name': stack => ({
        loadBalancing: LoadBalancing.network({ protocol: elbv2.Protocol.TLS, internetFacing: true, domainName: 'shop.example.com', domainZone: zoneIn(stack) }),
      }),
      'none': given({ containerPort: undefined, loadBalancing: LoadBalancing.none() }),
    },
    allowed: {
      'AWS::ElasticLoadBalancingV2::LoadBalancer': 'ELB cannot change the scheme of a load balancer; both exist until the tasks have moved',
      'AWS::ElasticLoadBalancingV2::TargetGroup': 'goes with its load balancer',
      'AWS::ElasticLoadBalancingV2::Listener': 'goes with its load balancer, and the redirect with the public name',
      'AWS::EC2::SecurityGroup': 'the group of a load balancer goes with it',
      'AWS::CertificateManager::Certificate': 'nobody asks for this name any more',
      'AWS::Route53::RecordSet': 'nobody asks for this name any more',
      'AWS::S3::Bucket': 'access logs leave the template with the load balancer, and are kept',
      'AWS::IAM::Role': 'the function that protects the load balancer goes with it',
      'AWS::Lambda::Function': 'the function that protects the load balancer goes with it',
      'AWS::EC2::Subnet': 'the public subnets of a VPC that was made here go with the public load balancer',
    },
  },
  taskDefinition: {
    values: {
      described: given({}),
      own: stack => ({ image: undefined, taskDefinition: taskDefinitionIn(stack) }),
    },
    allowed: {
      'AWS::ECS::TaskDefinition': 'another revision of another family; the service keeps its tasks until those of the new one are healthy',
      'AWS::IAM::Role': 'the roles that were made here are not used any more',
      'AWS::Logs::LogGroup': 'the log that was made here leaves the template, and is kept',
    },
  },
  portMappings: {
    values: {
      none: given({}),
      named: given({ portMappings: [{ name: 'http', containerPort: 8080 }] }),
      more: given({ portMappings: [{ name: 'admin', containerPort: 9090 }] }),
    },
  },
  cpu: { values: { default: given({}), large: given({ cpu: 1024 }) } },
  memoryLimitMiB: { values: { default: given({}), large: given({ memoryLimitMiB: 1024 }) } },
  ephemeralStorageGiB: { values: { default: given({}), large: given({ ephemeralStorageGiB: 100 }) } },
  cpuArchitecture: { values: { x86: given({}), arm: given({ cpuArchitecture: ecs.CpuArchitecture.ARM64 }) } },
  environment: { values: { none: given({}), some: given({ environment: { MODE: 'live' } }) } },
  environmentFiles: {
    values: {
      none: given({}),
      some: stack => ({ environmentFiles: [ecs.EnvironmentFile.fromBucket(s3.Bucket.fromBucketName(stack, 'Settings', 'settings'), 'shop.env')] }),
    },
  },
  secrets: {
    values: {
      'none': given({}),
      'in Secrets Manager': stack => ({ secrets: { PASSWORD: secret(stack) } }),
      'in the parameter store': stack => ({ secrets: { FLAGS: flags(stack) } }),
      'in both': stack => ({ secrets: { PASSWORD: secret(stack), FLAGS: flags(stack) } }),
    },
    allowed: GONE_ENDPOINT,
  },
  command: { values: { 'of the image': given({}), 'own': given({ command: ['serve'] }) } },
  entryPoint: { values: { 'of the image': given({}), 'own': given({ entryPoint: ['/bin/serve'] }) } },
  user: { values: { 'of the image': given({}), 'own': given({ user: '65532:65532' }) } },
  writablePaths: { values: { default: given({}), none: given({ writablePaths: [] }), more: given({ writablePaths: ['/tmp', '/cache'] }) } },
  healthCheck: { values: { none: given({}), some: given({ healthCheck: { command: ['CMD', '/bin/health'] } }) } },
  startupTime: { values: { default: given({}), long: given({ startupTime: Duration.minutes(5) }) } },
  drainTime: { values: { default: given({}), long: given({ drainTime: Duration.seconds(120) }) } },
  desiredCount: { values: { default: given({}), more: given({ desiredCount: 4 }) } },
  scaling: {
    values: {
      none: given({}),
      cpu: given({ scaling: Scaling.onUtilization({ maxCapacity: 4 }) }),
      all: given({
        scaling: Scaling.onUtilization({ minCapacity: 3, maxCapacity: 9, targetMemoryUtilizationPercent: 70, targetRequestsPerTask: 1000 }),
      }),
    },
  },
  deployment: {
    values: {
      'rolling': given({}),
      'rolling, guarded otherwise': given({ deployment: Deployment.rolling({ failureThreshold: FailureThreshold.count(5), resetOnHealthyTask: false }) }),
      'rolling, not back': given({ deployment: Deployment.rolling({ noRollbackReason: 'the schema of the database only goes forward' }) }),
      'blue/green': given({ deployment: Deployment.blueGreen() }),
      'canary': given({ deployment: Deployment.canary({ canaryPercent: 10 }) }),
      'linear': given({ deployment: Deployment.linear() }),
    },
    allowed: {
      'AWS::ElasticLoadBalancingV2::TargetGroup': 'the second group is used no more, as docs/UPDATES.md says',
      'AWS::ElasticLoadBalancingV2::ListenerRule': 'the rule that shifts requests is used no more, as docs/UPDATES.md says',
      'AWS::IAM::Role': 'nobody shifts requests any more',
    },
  },
  capacity: {
    values: {
      'onDemand': given({}),
      'spot': given({ capacity: Capacity.spotWithOnDemandBase({ base: 2 }) }),
      'all spot': given({ capacity: Capacity.spot('a batch that resumes where it stopped') }),
    },
  },
  cluster: {
    values: {
      made: given(WORKER),
      given: stack => ({ ...WORKER, cluster: clusterIn(stack, 'One') }),
      other: stack => ({ ...WORKER, cluster: clusterIn(stack, 'Other') }),
    },
    allowed: ANOTHER_CLUSTER,
  },
  vpc: { values: { made: given(WORKER), given: stack => ({ ...WORKER, vpc: vpcIn(stack) }) }, allowed: ANOTHER_VPC },
  vpcSubnets: {
    values: {
      default: stack => ({ vpc: vpcIn(stack) }),
      chosen: stack => ({ vpc: vpcIn(stack), vpcSubnets: { subnetGroupName: 'Private' } }),
    },
  },
  vpcEndpoints: {
    values: {
      default: stack => ({ vpc: vpcIn(stack) }),
      provision: stack => ({ vpc: vpcIn(stack), vpcEndpoints: VpcEndpoints.PROVISION }),
      existing: stack => ({ vpc: vpcIn(stack), vpcEndpoints: VpcEndpoints.EXISTING }),
    },
    allowed: { ...GONE_ENDPOINT, 'AWS::EC2::SecurityGroup': 'the group of the endpoints goes with the last of them' },
  },
  alarmTopic: {
    values: {
      made: given({}),
      given: stack => ({ alarmTopic: sns.Topic.fromTopicArn(stack, 'Oncall', 'arn:aws:sns:eu-central-1:111122223333:oncall') }),
      other: stack => ({ alarmTopic: sns.Topic.fromTopicArn(stack, 'Other', 'arn:aws:sns:eu-central-1:111122223333:other') }),
    },
    allowed: {
      'AWS::SNS::Topic': 'the topic that was made here is not used any more',
      'AWS::KMS::Key': 'the key of that topic opens nothing that is kept',
    },
  },
  stopAnalysis: {
    values: {
      'in the stack': given({}),
      'declared apart': stack => ({ stopAnalysis: StopAnalysis.by(new StopAnalyzer(new Stack(stack.node.root as App, 'Watch'), 'Analyzer', { services: [] })) }),
      'of the account': stack => ({ stopAnalysis: StopAnalysis.by(new StopAnalyzer(new Stack(stack.node.root as App, 'Watch'), 'Analyzer')) }),
      'imported': stack => ({
        stopAnalysis: StopAnalysis.by(StopAnalyzer.fromStopAnalyzerAttributes(stack, 'Analyzer', {
          topicArn: 'arn:aws:sns:eu-central-1:111122223333:stops',
          queueArn: 'arn:aws:sqs:eu-central-1:111122223333:stops',
          deadLetterQueueArn: 'arn:aws:sqs:eu-central-1:111122223333:lost-stops',
        })),
      }),
      'none': stack => ({
        stopAnalysis: StopAnalysis.none('the platform team watches it'),
        alarmTopic: sns.Topic.fromTopicArn(stack, 'Oncall', 'arn:aws:sns:eu-central-1:111122223333:oncall'),
      }),
    },
    allowed: {
      'AWS::SQS::Queue': 'goes with the analyzer of the stack; its dead letters are kept, and the rules of the next one are there before',
      'AWS::Logs::LogGroup': 'the log of the analyzer of the stack leaves the template, and is kept',
      'AWS::Lambda::Function': 'the analyzer of the stack is not used any more',
      'AWS::IAM::Role': 'goes with the analyzer of the stack',
      'AWS::SNS::Topic': 'the topic that was made here is not used any more',
      'AWS::KMS::Key': 'the key of that topic opens nothing that is kept',
      'AWS::Events::Rule': 'rules lie beside the queue or in the stack of the service',
      'AWS::Lambda::EventSourceMapping': 'goes with the analyzer of the stack',
    },
  },
  alarms: {
    values: {
      default: given({}),
      more: given({ alarms: { more: Object.values(OptionalAlarm), latencyP99: Duration.millis(500), rollback: false } }),
    },
  },
  enableExecuteCommand: { values: { default: given({}), off: given({ enableExecuteCommand: false }) }, allowed: GONE_ENDPOINT },
  logging: {
    values: {
      'to CloudWatch': stack => ({ vpc: vpcIn(stack) }),
      'to Splunk': stack => ({
        logging: ecs.LogDrivers.splunk({ url: 'https://splunk.example.com', secretToken: secret(stack) }), vpc: vpcIn(stack),
      }),
    },
    allowed: GONE_ENDPOINT,
  },
  logGroup: {
    values: { made: given({}), given: stack => ({ logGroup: logs.LogGroup.fromLogGroupName(stack, 'Own', '/shop/web') }) },
    allowed: { 'AWS::Logs::LogGroup': 'the log that was made here leaves the template, and is kept' },
  },
  serviceName: {
    values: { made: given({}), given: given({ serviceName: 'web' }), other: given({ serviceName: 'shop' }) },
    allowed: { 'AWS::ECS::Service': 'the name of a service cannot change; the new one is made before the old one goes' },
  },
  family: { values: { made: given({}), given: given({ family: 'web' }) } },
  taskRole: {
    values: { made: given({}), given: stack => ({ taskRole: roleIn(stack) }) },
    allowed: { 'AWS::IAM::Role': 'the role that was made here is not used any more' },
  },
  executionRole: {
    values: { made: given({}), given: stack => ({ executionRole: roleIn(stack) }) },
    allowed: { 'AWS::IAM::Role': 'the role that was made here is not used any more' },
  },
  securityGroups: {
    values: {
      made: stack => ({ vpc: vpcIn(stack) }),
      given: stack => ({ vpc: vpcIn(stack), securityGroups: [ec2.SecurityGroup.fromSecurityGroupId(stack, 'Own', 'sg-0123456789abcdef0')] }),
    },
    allowed: { 'AWS::EC2::SecurityGroup': 'the group that was made here is not used any more' },
  },
  logRetention: { values: { default: given({}), year: given({ logRetention: logs.RetentionDays.ONE_YEAR }) } },
  logEncryptionKey: {
    values: {
      none: given({}),
      given: stack => ({ logEncryptionKey: kms.Key.fromKeyArn(stack, 'LogKey', 'arn:aws:kms:eu-central-1:111122223333:key/a-key') }),
    },
  },
  removalPolicy: {
    values: {
      default: given({}), retain: given({ removalPolicy: RemovalPolicy.RETAIN }), destroy: given({ removalPolicy: RemovalPolicy.DESTROY }),
    },
    allowed: {
      'AWS::IAM::Role': 'the function that protects the load balancer, or empties buckets, goes with its task',
      'AWS::Lambda::Function': 'the function that protects the load balancer, or empties buckets, goes with its task',
    },
  },
};

/** A VPC with two load balancers that services share, and a listener of the CDK: what is there whether the service uses it or not. */
const platformIn = (stack: Stack) => {
  const vpc = vpcIn(stack);
  const listener = new elbv2.ApplicationLoadBalancer(stack, 'Plain', { vpc }).addListener('Listener', {
    port: 80, open: false, defaultAction: elbv2.ListenerAction.fixedResponse(404),
  });
  return { vpc, one: new SharedLoadBalancer(stack, 'One', { vpc }), other: new SharedLoadBalancer(stack, 'Other', { vpc }), listener };
};

const behind = (choose: (platform: ReturnType<typeof platformIn>) => LoadBalancing): Value => stack => {
  const platform = platformIn(stack);
  return { vpc: platform.vpc, loadBalancing: choose(platform) };
};

/** A service on a port that forwards connections. */
const network = (options: NetworkLoadBalancingOptions): Value => () => ({ loadBalancing: LoadBalancing.network(options) });

const behindShared = (deployment?: Deployment): Value => stack =>
  ({ ...behind(({ one }) => LoadBalancing.shared(one, { paths: ['/shop/*'] }))(stack), deployment });

const beside = (afterwards: (service: HardenedFargateService, stack: Stack) => void): Value => stack =>
  ({ vpc: vpcIn(stack), afterwards: service => afterwards(service, stack) });

function filesIn(stack: Stack, vpc: ec2.IVpc): efs.IAccessPoint {
  const files = new efs.FileSystem(stack, 'Files', { vpc, encrypted: true });
  return files.addAccessPoint('Shop', { path: '/shop', createAcl: { ownerUid: '1', ownerGid: '1', permissions: '750' }, posixUser: { uid: '1', gid: '1' } });
}

const jobIn = (stack: Stack, { cluster }: HardenedFargateService) => new HardenedFargateTask(stack, 'Schema', { image: imageIn(stack), cluster });

const onQueue = (options: Partial<QueueScalingOptions>): Value => stack =>
  ({ ...WORKER, scaling: Scaling.onQueue(new HardenedQueue(stack, 'Mails'), { maxCapacity: 4, backlogPerTask: 10, ...options }) });

/** Changes of a prop that need more around them than the row of that prop has. */
export const FURTHER_ROWS: Readonly<Record<string, Row>> = {
  'scaling of a worker': {
    values: {
      'none': given(WORKER),
      'by CPU': given({ ...WORKER, scaling: Scaling.onUtilization({ maxCapacity: 4 }) }),
      'by a queue': onQueue({}),
      'by a queue, from zero': onQueue({ minCapacity: 0, taskProtection: true }),
      'by a queue, and CPU': onQueue({ targetCpuUtilizationPercent: 60, maxMessageAge: Duration.hours(2) }),
    },
    allowed: { 'AWS::SQS::Queue': 'the queue that the test makes leaves the template with its use, and is kept' },
  },
  'the options of LoadBalancing.network': {
    values: {
      'TCP': network({}),
      'TLS': stack => network({ protocol: elbv2.Protocol.TLS, certificate: certificateIn(stack) })(stack),
      'on another port': network({ port: 9000 }),
      'for some': network({ clients: [ec2.Peer.ipv4('203.0.113.0/24')] }),
      'checked otherwise': network({ healthCheckPort: 8080, healthCheckPath: '/up' }),
      'without the addresses of clients': network({ preserveClientIp: false }),
      'for PrivateLink': network({ enforceSecurityGroupInboundRulesOnPrivateLinkTraffic: false }),
      'unprotected': network({ deletionProtection: false }),
    },
    allowed: {
      'AWS::S3::Bucket': 'there are access logs of TLS only, and the bucket is kept',
      'AWS::IAM::Role': 'the function that protects the load balancer goes with its task',
      'AWS::Lambda::Function': 'the function that protects the load balancer goes with its task',
    },
  },
  'deployment, behind a load balancer to share,': {
    values: {
      'rolling': behindShared(),
      'blue/green': behindShared(Deployment.blueGreen()),
      'canary': behindShared(Deployment.canary({ canaryPercent: 10 })),
      'linear': behindShared(Deployment.linear()),
    },
    allowed: ROWS.deployment.allowed,
  },
  'containers and files beside the application': {
    values: {
      'none': beside(() => undefined),
      'a sidecar': beside((service, stack) => service.addSidecar('Proxy', { image: imageIn(stack), memoryLimitMiB: 64 })),
      'an init container': beside((service, stack) => service.addInitContainer('Schema', { image: imageIn(stack), memoryLimitMiB: 64 })),
      'a log router': stack => ({
        ...beside((service) => service.addLogRouter('Router', { image: imageIn(stack), memoryLimitMiB: 64 }))(stack),
        logging: ecs.LogDrivers.firelens({ options: { Name: 'cloudwatch' } }),
      }),
      'a file system': beside((service, stack) => service.mountFileSystem(filesIn(stack, service.vpc), { containerPath: '/files' })),
    },
    allowed: { 'AWS::EC2::SecurityGroup': 'the file system that the test makes leaves the template with its use' },
  },
  'a task before the deployment': {
    values: {
      'none': beside(() => undefined),
      'one': beside((service, stack) => service.runBeforeDeployment(jobIn(stack, service))),
      'one that may take longer': beside((service, stack) => service.runBeforeDeployment(jobIn(stack, service), { timeout: Duration.minutes(50) })),
    },
    allowed: {
      'AWS::Logs::LogGroup': 'the logs of the task and of what runs it leave the template, and are kept',
      'AWS::IAM::Role': 'goes with the task, and with what runs it',
      'AWS::Lambda::Function': 'what runs tasks before deployments goes with the last of them',
      'AWS::EC2::SecurityGroup': 'the group of the task goes with it',
    },
  },
  'loadBalancing, with load balancers to share,': {
    values: {
      'internal': behind(() => LoadBalancing.internal()),
      'shared, by path': behind(({ one }) => LoadBalancing.shared(one, { paths: ['/shop/*'] })),
      'shared, by host': behind(({ one }) => LoadBalancing.shared(one, { hosts: ['shop.example.com'], healthCheckPath: '/up' })),
      'shared, first of all': behind(({ one }) => LoadBalancing.shared(one, { paths: ['/shop/*'], priority: 1 })),
      'another shared one': behind(({ other }) => LoadBalancing.shared(other, { paths: ['/shop/*'] })),
      'network': behind(() => LoadBalancing.network()),
      'a listener': behind(({ listener }) => LoadBalancing.listener(listener, { paths: ['/shop/*'] })),
      'none': stack => ({ vpc: platformIn(stack).vpc, ...WORKER }),
    },
    allowed: {
      'AWS::ElasticLoadBalancingV2::LoadBalancer': 'the load balancer of the service is not used any more',
      'AWS::ElasticLoadBalancingV2::Listener': 'goes with its load balancer',
      'AWS::ElasticLoadBalancingV2::TargetGroup': 'a target group cannot be on two load balancers, which both exist until the tasks have moved',
      'AWS::ElasticLoadBalancingV2::ListenerRule': 'a rule belongs to one listener',
      'AWS::EC2::SecurityGroup': 'the group of a load balancer goes with it',
      'AWS::S3::Bucket': 'access logs leave the template with the load balancer, and are kept',
    },
  },
};

function repositoryOf(stack: Stack): ecr.IRepository {
  imageIn(stack);
  return stack.node.findChild('Images') as ecr.Repository;
}
