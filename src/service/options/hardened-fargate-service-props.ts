import type { Duration, RemovalPolicy } from 'aws-cdk-lib';
import type * as ec2 from 'aws-cdk-lib/aws-ec2';
import type * as ecs from 'aws-cdk-lib/aws-ecs';
import type * as iam from 'aws-cdk-lib/aws-iam';
import type * as kms from 'aws-cdk-lib/aws-kms';
import type * as logs from 'aws-cdk-lib/aws-logs';
import type * as sns from 'aws-cdk-lib/aws-sns';
import type { Capacity } from './capacity';
import type { Deployment } from './deployment';
import type { Scaling } from './scaling';
import type { StopAnalysis } from './stop-analysis';
import type { VpcEndpoints } from '../../network/vpc-endpoints-choice';
import type { AlarmOptions } from '../../observability/alarm-options';
import type { LoadBalancing } from '../load-balancing/load-balancing';

/** What a hardened service runs, and how it is reached. */
export interface HardenedFargateServiceProps {
  /**
   * The image of the application: a folder with a Dockerfile, or an image in ECR.
   *
   * Tasks in isolated subnets reach no other registry: an image from elsewhere needs a `vpc` with egress.
   */
  readonly image: ecs.ContainerImage;

  /**
   * The TCP port that the application listens on, on all addresses of its task.
   *
   * @default - none; `loadBalancing` needs one
   */
  readonly containerPort?: number;

  /**
   * Further ports of the application, each with a `name` where Service Connect or a caller refers to it. `containerPort` may be among
   * them, to be given a name and an `appProtocol`.
   *
   * @default - `containerPort` alone
   */
  readonly portMappings?: ecs.PortMapping[];

  /**
   * How requests reach the service.
   *
   * @default LoadBalancing.none() - the service is a worker, which nobody can connect to
   */
  readonly loadBalancing?: LoadBalancing;

  /**
   * The CPU units of a task; 1024 are one vCPU.
   *
   * @default 256
   * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html#fargate-tasks-size
   */
  readonly cpu?: number;

  /**
   * The memory of a task in MiB. Fargate offers certain amounts with each `cpu`. The application may use what the other
   * containers of its task leave.
   *
   * @default - the smallest that Fargate offers with `cpu`: two MiB for each unit
   */
  readonly memoryLimitMiB?: number;

  /**
   * The storage of a task in GiB, 21 to 200, for its images and what its containers write.
   *
   * @default - the 20 GiB that every task has
   */
  readonly ephemeralStorageGiB?: number;

  /**
   * The processor that tasks run on. A folder with a Dockerfile is built for it, unless its `platform` says otherwise.
   *
   * @default CpuArchitecture.X86_64
   */
  readonly cpuArchitecture?: ecs.CpuArchitecture;

  /**
   * Settings that everybody may read who can see the task definition. At most 100.
   *
   * @default - none
   */
  readonly environment?: { [name: string]: string };

  /**
   * Files in S3 with more settings. ECS reads them when a task starts, and the execution role is allowed to.
   *
   * @default - none
   */
  readonly environmentFiles?: ecs.EnvironmentFile[];

  /**
   * Environment variables whose values ECS reads from Secrets Manager or the SSM parameter store when a task starts. The
   * execution role is allowed to read exactly these.
   *
   * @default - none
   */
  readonly secrets?: { [name: string]: ecs.Secret };

  /**
   * The command that the container runs.
   *
   * @default - that of the image
   */
  readonly command?: string[];

  /**
   * The entry point of the container.
   *
   * @default - that of the image
   */
  readonly entryPoint?: string[];

  /**
   * The user, and optionally the group, that the application runs as, such as `65532:65532`.
   *
   * @default - that of the image
   */
  readonly user?: string;

  /**
   * The folders that the application writes to; everything else is read-only. Each is an empty volume that ends with the
   * task. It belongs to root, unless the image declares the path as a `VOLUME`: then it keeps the owner that it has there.
   *
   * @default ['/tmp']
   * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/bind-mounts.html
   */
  readonly writablePaths?: string[];

  /**
   * A check that runs inside the container. Its `startPeriod` and `retries` follow from `startupTime` when they are left out.
   *
   * @default - only the load balancer checks the tasks
   */
  readonly healthCheck?: ecs.HealthCheck;

  /**
   * How long the application needs from its start until it can serve requests, at worst. Grace period, start period of the
   * health check and the pace of scaling follow from it.
   *
   * @default Duration.seconds(60)
   */
  readonly startupTime?: Duration;

  /**
   * How long the application needs to finish what it is doing when it is told to stop: 2 to 120 seconds. The load balancer
   * waits as long before it cuts connections, and Fargate before it kills the container.
   *
   * @default Duration.seconds(30)
   */
  readonly drainTime?: Duration;

  /**
   * The number of tasks that run. It cannot be set together with `scaling`.
   *
   * @default 2 - unless `scaling` decides
   */
  readonly desiredCount?: number;

  /**
   * How the number of tasks follows the load.
   *
   * @default - the number of tasks stays `desiredCount`
   */
  readonly scaling?: Scaling;

  /**
   * How the service goes from one version to the next.
   *
   * @default Deployment.rolling()
   */
  readonly deployment?: Deployment;

  /**
   * The capacity that tasks run on.
   *
   * @default Capacity.onDemand()
   */
  readonly capacity?: Capacity;

  /**
   * The cluster to run in; its VPC is that of the service. Pass the `cluster` of one hardened service to the next to share
   * cluster, VPC and endpoints.
   *
   * @default - a cluster is made, with Container Insights and a record of every Exec session
   */
  readonly cluster?: ecs.ICluster;

  /**
   * The VPC to run in. With `cluster` it has to be the VPC of that cluster.
   *
   * @default - a VPC is made, with isolated subnets in two Availability Zones
   */
  readonly vpc?: ec2.IVpc;

  /**
   * The subnets that tasks run in, with IPv4 addresses or dual-stack. Subnets with IPv6 addresses only suit a worker whose
   * endpoints exist, or that has a NAT gateway for IPv4 (NAT64), and whose image has the dual-stack name of its ECR registry.
   *
   * @default - the private subnets with egress, or the isolated ones where there are no others
   */
  readonly vpcSubnets?: ec2.SubnetSelection;

  /**
   * Who provides the VPC endpoints that tasks need. An imported VPC needs an answer, because its endpoints cannot be seen.
   *
   * @default - a VPC of the same app gets those that it lacks
   */
  readonly vpcEndpoints?: VpcEndpoints;

  /**
   * Who says why a task stopped. One `StopAnalyzer` can serve the services of many stacks.
   *
   * @default StopAnalysis.inStack() - an analyzer that the services of the stack share which report to the same topic
   */
  readonly stopAnalysis?: StopAnalysis;

  /**
   * The topic that alarms and diagnoses of stopped tasks are sent to; with an analyzer that is declared apart, alarms only.
   *
   * Alarms may use its key and publish to it, where the app declares them. A key from elsewhere has to let the analyzer
   * and `cloudwatch.amazonaws.com` use it (`alias/aws/sns` never does), and a policy from elsewhere, or given to the topic
   * later, alarms publish.
   *
   * @default - that of the stop analyzer, `stopAnalyzer.topic`, for you to subscribe to; an analyzer of the stack makes an encrypted one
   */
  readonly alarmTopic?: sns.ITopic;

  /**
   * What is watched beyond the alarms that every service has, and whether an alarm rolls deployments back.
   *
   * @default - nothing more is watched; with load balancing, a deployment whose tasks fail requests is rolled back
   */
  readonly alarms?: AlarmOptions;

  /**
   * Whether people may open sessions in the containers.
   *
   * @default - they may when the cluster keeps an encrypted record of every session, as the one does that is made here
   */
  readonly enableExecuteCommand?: boolean;

  /**
   * Where the log of the application goes to. `ecs.LogDrivers.firelens` needs a router: `service.addLogRouter()`.
   *
   * A diagnosis quotes the log of CloudWatch only; of any other it says where to look.
   *
   * @default - to `logGroup`, without blocking the application
   */
  readonly logging?: ecs.LogDriver;

  /**
   * The log group of the tasks. It is used as it is.
   *
   * @default - one is made
   */
  readonly logGroup?: logs.ILogGroup;

  /**
   * The name of the service. A service with a name cannot be replaced while it is there: what replaces it, such as another `cluster`,
   * needs another name.
   *
   * @default - CloudFormation makes one
   */
  readonly serviceName?: string;

  /**
   * The name that the revisions of the task definition share.
   *
   * @default - the CDK makes one from the path of the service
   */
  readonly family?: string;

  /**
   * What the application may do. It is used as it is, but for what it is granted and for ECS Exec, which one that is imported with
   * `mutable: false` has to allow by itself.
   *
   * @default - a role is made that allows nothing but ECS Exec
   */
  readonly taskRole?: iam.IRole;

  /**
   * What ECS may do before the application starts. Image, log group and secrets grant it what they need; one that is imported with
   * `mutable: false` has to allow that by itself. Endpoints for what only its own policies allow are not seen.
   *
   * @default - a role is made that allows what the task needs
   */
  readonly executionRole?: iam.IRole;

  /**
   * The security groups of the tasks. They are used as they are, but for the rules that let the load balancer in.
   *
   * @default - one is made, which nobody may connect to until it is said who
   */
  readonly securityGroups?: ec2.ISecurityGroup[];

  /**
   * How long the log of the application is kept.
   *
   * @default RetentionDays.THREE_MONTHS
   */
  readonly logRetention?: logs.RetentionDays;

  /**
   * The key that encrypts the log of the application. Its policy has to let CloudWatch Logs use it.
   *
   * @default - CloudWatch Logs encrypts with a key of its own
   * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html
   */
  readonly logEncryptionKey?: kms.IKey;

  /**
   * What becomes of logs, the record of Exec sessions with its key, access logs and shared endpoints when they leave the
   * stack: `RemovalPolicy.RETAIN`, or `RemovalPolicy.DESTROY` for an environment to throw away, whose load balancer is
   * not protected from deletion either.
   *
   * @default RemovalPolicy.RETAIN - they are kept, and the load balancer is protected; a first deployment that fails keeps logs only
   */
  readonly removalPolicy?: RemovalPolicy;
}
