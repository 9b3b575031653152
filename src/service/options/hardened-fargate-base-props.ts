import type { Duration, RemovalPolicy } from 'aws-cdk-lib';
import type * as ec2 from 'aws-cdk-lib/aws-ec2';
import type * as ecs from 'aws-cdk-lib/aws-ecs';
import type * as kms from 'aws-cdk-lib/aws-kms';
import type * as logs from 'aws-cdk-lib/aws-logs';
import type * as sns from 'aws-cdk-lib/aws-sns';
import type { StopAnalysis } from './stop-analysis';
import type { VpcEndpoints } from '../../network/vpc-endpoints-choice';

/** What tasks run, where, and who is told when they fail: the same for a service and for a task that ends by itself. */
export interface HardenedFargateBaseProps {
  /**
   * The image of the application: a folder with a Dockerfile, or an image in ECR.
   *
   * Tasks in isolated subnets reach no other registry: an image from elsewhere needs a `vpc` with egress.
   */
  readonly image: ecs.ContainerImage;

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
   * How long the application needs to finish what it is doing when it is told to stop: 2 to 120 seconds. Fargate waits as
   * long before it kills the container, and a load balancer before it cuts connections.
   *
   * @default Duration.seconds(30)
   */
  readonly drainTime?: Duration;

  /**
   * The cluster to run in; its VPC is that of the tasks. Pass the `cluster` of one hardened service to the next to share
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
   * The subnets that tasks run in, with IPv4 addresses or dual-stack. Subnets with IPv6 addresses only suit tasks that no load
   * balancer sends requests to: their endpoints have to exist, or a NAT gateway for IPv4 (NAT64), and their image needs the
   * dual-stack name of its ECR registry.
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
   * Who says why a task stopped. One `StopAnalyzer` can serve the services and tasks of many stacks.
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
   * @default - that of the stop analyzer, for you to subscribe to; an analyzer of the stack makes an encrypted one
   */
  readonly alarmTopic?: sns.ITopic;

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
   * What becomes of what holds records when it leaves the stack: logs, the record of Exec sessions with its key, access logs,
   * invocations that failed, and shared endpoints. `RemovalPolicy.RETAIN`, or `RemovalPolicy.DESTROY` for an environment to throw
   * away, whose load balancer is not protected from deletion either.
   *
   * @default RemovalPolicy.RETAIN - they are kept, and a load balancer is protected; a first deployment that fails keeps logs only
   */
  readonly removalPolicy?: RemovalPolicy;
}
