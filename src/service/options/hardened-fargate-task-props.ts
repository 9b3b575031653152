import type { Duration, RemovalPolicy } from 'aws-cdk-lib';
import type * as ec2 from 'aws-cdk-lib/aws-ec2';
import type * as ecs from 'aws-cdk-lib/aws-ecs';
import type * as kms from 'aws-cdk-lib/aws-kms';
import type * as logs from 'aws-cdk-lib/aws-logs';
import type * as sns from 'aws-cdk-lib/aws-sns';
import type { StopAnalysis } from './stop-analysis';
import type { VpcEndpoints } from '../../network/vpc-endpoints-choice';

/** What a task runs that begins and ends, on a schedule or when somebody asks for it. */
export interface HardenedFargateTaskProps {
  /**
   * The image of the application: a folder with a Dockerfile, or an image in ECR.
   */
  readonly image: ecs.ContainerImage;

  /**
   * The CPU units of the task; 1024 are one vCPU.
   *
   * @default 256
   */
  readonly cpu?: number;

  /**
   * The memory of the task in MiB. Fargate offers certain amounts with each `cpu`.
   *
   * @default - the smallest that Fargate offers with `cpu`: two MiB for each unit
   */
  readonly memoryLimitMiB?: number;

  /**
   * The processor that the image is built for.
   *
   * @default CpuArchitecture.X86_64
   */
  readonly cpuArchitecture?: ecs.CpuArchitecture;

  /**
   * Settings that everybody may read who can see the task definition.
   *
   * @default - none
   */
  readonly environment?: { [name: string]: string };

  /**
   * Environment variables whose values ECS reads from Secrets Manager or the SSM parameter store when the task starts.
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
   * The folders that the application writes to; everything else is read-only.
   *
   * @default ['/tmp']
   */
  readonly writablePaths?: string[];

  /**
   * How long the application needs to finish what it is doing when it is told to stop: 2 to 120 seconds.
   *
   * @default Duration.seconds(30)
   */
  readonly drainTime?: Duration;

  /**
   * The cluster to run in; its VPC is that of the task. Pass the `cluster` of a hardened service to share cluster, VPC and endpoints.
   *
   * @default - a cluster is made, with Container Insights
   */
  readonly cluster?: ecs.ICluster;

  /**
   * The VPC to run in. With `cluster` it has to be the VPC of that cluster.
   *
   * @default - a VPC is made, with isolated subnets in two Availability Zones
   */
  readonly vpc?: ec2.IVpc;

  /**
   * The subnets that the task runs in.
   *
   * @default - the private subnets with egress, or the isolated ones where there are no others
   */
  readonly vpcSubnets?: ec2.SubnetSelection;

  /**
   * Who provides the VPC endpoints that the task needs. An imported VPC needs an answer, because its endpoints cannot be seen.
   *
   * @default - a VPC of the same app gets those that it lacks
   */
  readonly vpcEndpoints?: VpcEndpoints;

  /**
   * Who says why a task stopped.
   *
   * @default StopAnalysis.inStack() - an analyzer that the services and tasks of the stack share which report to the same topic
   */
  readonly stopAnalysis?: StopAnalysis;

  /**
   * The topic that diagnoses of stopped tasks and alarms are sent to; with an analyzer that is declared apart, alarms only.
   *
   * @default - that of the stop analyzer, for you to subscribe to
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
   */
  readonly logEncryptionKey?: kms.IKey;

  /**
   * What becomes of logs, of invocations that failed, and of the record of Exec sessions when they leave the stack:
   * `RemovalPolicy.RETAIN`, or `RemovalPolicy.DESTROY` for an environment to throw away.
   *
   * @default RemovalPolicy.RETAIN
   */
  readonly removalPolicy?: RemovalPolicy;
}
