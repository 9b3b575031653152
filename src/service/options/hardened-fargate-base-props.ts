import type { Duration, RemovalPolicy } from 'aws-cdk-lib';
import type * as ec2 from 'aws-cdk-lib/aws-ec2';
import type * as ecs from 'aws-cdk-lib/aws-ecs';
import type * as iam from 'aws-cdk-lib/aws-iam';
import type * as kms from 'aws-cdk-lib/aws-kms';
import type * as logs from 'aws-cdk-lib/aws-logs';
import type * as sns from 'aws-cdk-lib/aws-sns';
import type { StopAnalysis } from './stop-analysis';
import type { VpcEndpoints } from '../../network/vpc-endpoints-choice';

/** Props that `HardenedFargateService` and `HardenedFargateTask` share: the application, and where its tasks run. */
export interface HardenedFargateBaseProps {
  /**
   * The CPU units of a task; 1024 are one vCPU.
   *
   * @default 256
   * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html#fargate-tasks-size
   */
  readonly cpu?: number;

  /**
   * The memory of a task in MiB. Fargate supports certain amounts for each `cpu`. The application can use the memory
   * that the other containers of the task leave.
   *
   * @default - the smallest amount that Fargate supports for `cpu`: two MiB for each CPU unit
   */
  readonly memoryLimitMiB?: number;

  /**
   * The ephemeral storage of a task in GiB, from 21 to 200. It holds the images and the files that containers write.
   *
   * @default - 20 GiB
   */
  readonly ephemeralStorageGiB?: number;

  /**
   * The CPU architecture of the tasks. An image asset is built for it, unless the asset sets `platform`.
   *
   * @default CpuArchitecture.X86_64
   */
  readonly cpuArchitecture?: ecs.CpuArchitecture;

  /**
   * Plain environment variables, at most 100. Anyone who can view the task definition can read them; use `secrets`
   * for credentials.
   *
   * @default - none
   */
  readonly environment?: { [name: string]: string };

  /**
   * Files in S3 with more environment variables. ECS reads them when a task starts. The execution role gets
   * permission to read them.
   *
   * @default - none
   */
  readonly environmentFiles?: ecs.EnvironmentFile[];

  /**
   * Environment variables whose values ECS reads from Secrets Manager or Parameter Store when a task starts. The
   * execution role gets permission to read only these.
   *
   * @default - none
   */
  readonly secrets?: { [name: string]: ecs.Secret };

  /**
   * The command that the container runs.
   *
   * @default - the image's own
   */
  readonly command?: string[];

  /**
   * The entry point of the container.
   *
   * @default - the image's own
   */
  readonly entryPoint?: string[];

  /**
   * The user, and optionally the group, that the application runs as, such as `65532:65532`.
   *
   * @default - the image's own
   */
  readonly user?: string;

  /**
   * The folders that the application can write to. The rest of the file system is read-only. Each folder is an empty
   * volume, which is deleted with the task. Its owner is root with the permissions 0755. If the image declares the
   * path as a `VOLUME`, the folder keeps the owner and the permissions of the image.
   *
   * @default ['/tmp']
   * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/bind-mounts.html
   */
  readonly writablePaths?: string[];

  /**
   * The time that the application needs to finish its work after SIGTERM: 2 to 120 seconds. It sets the
   * deregistration delay of the load balancer and the stop timeout of the container.
   *
   * @default Duration.seconds(30)
   */
  readonly drainTime?: Duration;

  /**
   * The cluster of the tasks, which run in its VPC. To share the cluster, the VPC, and the endpoints of another
   * hardened service, pass its `cluster`.
   *
   * @default - a cluster is created in `vpc` or in a new VPC, with Container Insights and a log of ECS Exec sessions
   */
  readonly cluster?: ecs.ICluster;

  /**
   * The VPC of the tasks. If `cluster` is set, this must be the VPC of that cluster.
   *
   * @default - a VPC is created with isolated subnets in two Availability Zones, and the VPC endpoints that the tasks
   * need. With its cluster it costs about 52 USD a month, and more with ECS Exec and secrets (docs/COSTS.md).
   */
  readonly vpc?: ec2.IVpc;

  /**
   * The subnets of the tasks, with IPv4 addresses or dual-stack. IPv6-only subnets work for a worker whose image has
   * the dual-stack name of its ECR registry. They also need existing VPC endpoints, or a NAT gateway with NAT64.
   *
   * @default - the private subnets with egress; the isolated subnets if the VPC has no others
   */
  readonly vpcSubnets?: ec2.SubnetSelection;

  /**
   * Who provides the VPC endpoints that tasks need. It is required for an imported VPC, because its endpoints are not
   * known.
   *
   * @default - missing endpoints are created in a VPC of the same app
   */
  readonly vpcEndpoints?: VpcEndpoints;

  /**
   * The stop analyzer that diagnoses stopped tasks. One `StopAnalyzer` can serve the services of many stacks.
   *
   * @default StopAnalysis.inStack() - one analyzer for all services and tasks of the stack with the same topic
   */
  readonly stopAnalysis?: StopAnalysis;

  /**
   * The topic for alarms and diagnoses of stopped tasks. An analyzer of `StopAnalysis.by` sends its diagnoses to its
   * own topic.
   *
   * If the app declares the topic and its key, alarms get permission to publish. An imported key must allow the
   * analyzer and `cloudwatch.amazonaws.com` to use it; `alias/aws/sns` does not. An imported policy, or one that is
   * added later, must allow alarms to publish.
   *
   * @default - the topic of the stop analyzer, `stopAnalyzer.topic`, which needs your subscription
   */
  readonly alarmTopic?: sns.ITopic;

  /**
   * The log group of the tasks. It is used without changes.
   *
   * @default - a log group is created
   */
  readonly logGroup?: logs.ILogGroup;

  /**
   * The family of the task definition.
   *
   * @default - generated from the path of the construct
   */
  readonly family?: string;

  /**
   * The role of the application. Grants and the permissions for ECS Exec are added to it. A role that is imported
   * with `mutable: false` must have them already.
   *
   * @default - a role is created, with permissions for ECS Exec only
   */
  readonly taskRole?: iam.IRole;

  /**
   * The role that ECS uses to start a task. Permissions for the image, the log group, and the secrets are added to
   * it. A role that is imported with `mutable: false` must have them already. No endpoints are created for what its
   * other policies allow.
   *
   * @default - a role is created, with the permissions that the task needs
   */
  readonly executionRole?: iam.IRole;

  /**
   * The retention period of the application's log.
   *
   * @default RetentionDays.THREE_MONTHS
   */
  readonly logRetention?: logs.RetentionDays;

  /**
   * The key that encrypts the application's log. Its policy must allow CloudWatch Logs to use it.
   *
   * @default - a key that CloudWatch Logs owns
   * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html
   */
  readonly logEncryptionKey?: kms.IKey;

  /**
   * What happens to logs, session logs and their key, access logs, failed invocations, and shared endpoints when they
   * leave the stack. `RemovalPolicy.DESTROY` is for temporary environments; it also turns off the deletion protection
   * of the load balancer.
   *
   * @default RemovalPolicy.RETAIN - they are retained; after a first deployment that fails, only logs are retained
   */
  readonly removalPolicy?: RemovalPolicy;
}
