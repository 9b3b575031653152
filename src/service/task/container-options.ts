import type { Duration } from 'aws-cdk-lib';
import type * as ecs from 'aws-cdk-lib/aws-ecs';

/** A container beside that of the application. */
export interface ContainerOptions {
  /** The image of the container. Tasks in isolated subnets reach no other registry than ECR. */
  readonly image: ecs.ContainerImage;

  /** The memory in MiB at which the container is killed. The task has to have it. */
  readonly memoryLimitMiB: number;

  /**
   * The CPU units that the container has when all want some.
   *
   * @default - it shares the CPU of the task with the others
   */
  readonly cpu?: number;

  /**
   * Settings that everybody may read who can see the task definition. At most 100.
   *
   * @default - none
   */
  readonly environment?: { [name: string]: string };

  /**
   * Environment variables whose values ECS reads from Secrets Manager or the SSM parameter store.
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
   * The user, and optionally the group, that the container runs as.
   *
   * @default - that of the image
   */
  readonly user?: string;

  /**
   * The folders that the container writes to; everything else is read-only.
   *
   * @default - none
   */
  readonly writablePaths?: string[];
}

/** A container that runs as long as the application. */
export interface SidecarOptions extends ContainerOptions {
  /**
   * The ports that the container listens on, each with a `name` where Service Connect refers to it. The application reaches them under
   * `localhost`.
   *
   * @default - none
   */
  readonly portMappings?: ecs.PortMapping[];

  /**
   * A check that runs inside the container. The application starts when it has passed once.
   *
   * @default - the application starts when the container has started
   */
  readonly healthCheck?: ecs.HealthCheck;

  /**
   * Whether the task stops when the container does.
   *
   * @default true
   */
  readonly essential?: boolean;

  /**
   * Whether ECS starts the container again when it ends. Nothing tells of that but `OptionalAlarm.CONTAINER_RESTARTS`.
   *
   * @default false
   */
  readonly enableRestartPolicy?: boolean;

  /**
   * Whether the application may start before the container.
   *
   * @default false - it starts after the container, and so stops before it: what it says while it stops is still heard
   */
  readonly startsAlongside?: boolean;

  /**
   * How long the container may take to stop, after the application has: 2 to 120 seconds.
   *
   * @default - `drainTime` of the service
   */
  readonly stopTimeout?: Duration;
}
