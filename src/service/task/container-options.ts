import type { Duration } from 'aws-cdk-lib';
import type * as ecs from 'aws-cdk-lib/aws-ecs';

/** Options for an additional container. */
export interface ContainerOptions {
  /** The image of the container. From isolated subnets, tasks can pull only from ECR. */
  readonly image: ecs.ContainerImage;

  /** The hard memory limit of the container in MiB. It is a part of the task's memory. */
  readonly memoryLimitMiB: number;

  /**
   * The CPU units that are reserved for the container.
   *
   * @default - none; containers share the CPU of the task
   */
  readonly cpu?: number;

  /**
   * Plain environment variables, at most 100. Anyone who can view the task definition can read them; use `secrets`
   * for credentials.
   *
   * @default - none
   */
  readonly environment?: { [name: string]: string };

  /**
   * Environment variables whose values ECS reads from Secrets Manager or Parameter Store when a task starts.
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
   * The user, and optionally the group, that the container runs as.
   *
   * @default - the image's own
   */
  readonly user?: string;

  /**
   * The folders that the container can write to. The rest of the file system is read-only.
   *
   * @default - none
   */
  readonly writablePaths?: string[];
}

/** Options for a sidecar container, which runs as long as the application. */
export interface SidecarOptions extends ContainerOptions {
  /**
   * The ports of the container. Service Connect needs their `name`. The application reaches them at `localhost`.
   *
   * @default - none
   */
  readonly portMappings?: ecs.PortMapping[];

  /**
   * A health check that runs in the container. The application starts after the check has passed once.
   *
   * @default - none; the application starts after the container has started
   */
  readonly healthCheck?: ecs.HealthCheck;

  /**
   * Whether the task stops when the container exits.
   *
   * @default true
   */
  readonly essential?: boolean;

  /**
   * Whether ECS restarts the container when it exits. Only `OptionalAlarm.CONTAINER_RESTARTS` reports restarts.
   *
   * @default false
   */
  readonly enableRestartPolicy?: boolean;

  /**
   * Whether the application can start before the container.
   *
   * @default false - the application starts after the container and stops before it, so the container receives its
   * last output
   */
  readonly startsAlongside?: boolean;

  /**
   * The stop timeout of the container, which begins after the application has stopped: 2 to 120 seconds.
   *
   * @default - the `drainTime` of the service
   */
  readonly stopTimeout?: Duration;
}
