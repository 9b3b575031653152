import type { Duration } from 'aws-cdk-lib';
import type * as ec2 from 'aws-cdk-lib/aws-ec2';
import type * as ecs from 'aws-cdk-lib/aws-ecs';
import type { Capacity } from './capacity';
import type { Deployment } from './deployment';
import type { HardenedFargateBaseProps } from './hardened-fargate-base-props';
import type { Scaling } from './scaling';
import type { AlarmOptions } from '../../observability/alarm-options';
import type { LoadBalancing } from '../load-balancing/load-balancing';

/** What a hardened service runs, and how it is reached. */
export interface HardenedFargateServiceProps extends HardenedFargateBaseProps {
  /**
   * The image of the application: a folder with a Dockerfile, or an image in ECR.
   *
   * Tasks in isolated subnets reach no other registry: an image from elsewhere needs a `vpc` with egress.
   *
   * @default - none; it is required, unless `taskDefinition` is given
   */
  readonly image?: ecs.ContainerImage;

  /**
   * A task definition of your own, in place of `image` and of every other prop that describes a task: it is used as it is, and the
   * guardrails judge it as that of any other service. The application is the container with `containerPort`, or else the default one.
   *
   * @default - one is made from `image`
   */
  readonly taskDefinition?: ecs.FargateTaskDefinition;

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
   * The name of the service. A service with a name cannot be replaced while it is there: what replaces it, such as another `cluster`,
   * needs another name.
   *
   * @default - CloudFormation makes one
   */
  readonly serviceName?: string;

  /**
   * The security groups of the tasks. They are used as they are, but for the rules that let the load balancer in.
   *
   * @default - one is made, which nobody may connect to until it is said who
   */
  readonly securityGroups?: ec2.ISecurityGroup[];
}
