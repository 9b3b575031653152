import type { Duration, RemovalPolicy } from 'aws-cdk-lib';
import type * as ec2 from 'aws-cdk-lib/aws-ec2';
import type * as ecs from 'aws-cdk-lib/aws-ecs';
import type * as iam from 'aws-cdk-lib/aws-iam';
import type * as kms from 'aws-cdk-lib/aws-kms';
import type * as logs from 'aws-cdk-lib/aws-logs';
import type * as sns from 'aws-cdk-lib/aws-sns';
import type { StopAnalysis } from './stop-analysis';
import type { VpcEndpoints } from '../../network/vpc-endpoints-choice';

/** What a hardened service and a hardened task have in common: an application, and where its tasks run. */
export interface HardenedFargateBaseProps {
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
   * How long the application needs to finish what it is doing when it is told to stop: 2 to 120 seconds. The load balancer
   * waits as long before it cuts connections, and Fargate before it kills the container.
   *
   * @default Duration.seconds(30)
   */
  readonly drainTime?: Duration;

  /**
   * The cluster to run in; its VPC is where the tasks run. Pass the `cluster` of one hardened service to the next to share
   * cluster, VPC and endpoints.
   *
   * @default - a cluster is made, with Container Insights and a record of every Exec session, in `vpc` or in a VPC of its own
   */
  readonly cluster?: ecs.ICluster;

  /**
   * The VPC to run in. With `cluster` it has to be the VPC of that cluster.
   *
   * @default - a VPC is made, with isolated subnets and the VPC endpoints that they need in two Availability Zones: about 52 USD a
   * month with its cluster, and more for Exec and secrets (docs/COSTS.md)
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
   * @default StopAnalysis.inStack() - an analyzer that the services and tasks of the stack share which report to the same topic
   */
  readonly stopAnalysis?: StopAnalysis;

  /**
   * The topic that alarms and diagnoses of stopped tasks are sent to; with an analyzer that is declared apart, alarms only.
   *
   * Alarms may use its key and publish to it, where the app declares them. A key from elsewhere has to let the analyzer
   * and `cloudwatch.amazonaws.com` use it (`alias/aws/sns` never does), and a policy from elsewhere, or given to the topic
   * later, alarms publish.
   *
   * @default - that of the stop analyzer, `stopAnalyzer.topic` of a service, for you to subscribe to; it is encrypted in an analyzer of the
   * stack
   */
  readonly alarmTopic?: sns.ITopic;

  /**
   * The log group of the tasks. It is used as it is.
   *
   * @default - one is made
   */
  readonly logGroup?: logs.ILogGroup;

  /**
   * The name that the revisions of the task definition share.
   *
   * @default - the CDK makes one from the path of the construct
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
   * What becomes of logs, the record of Exec sessions with its key, access logs, invocations that failed and shared endpoints
   * when they leave the stack: `RemovalPolicy.RETAIN`, or `RemovalPolicy.DESTROY` for an environment to throw away, whose load balancer is
   * not protected from deletion either.
   *
   * @default RemovalPolicy.RETAIN - they are kept, and the load balancer is protected; a first deployment that fails keeps logs only
   */
  readonly removalPolicy?: RemovalPolicy;
}
