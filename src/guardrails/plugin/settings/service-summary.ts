/**
 * What is known of one container of a service.
 */
export interface ContainerSummary {
  /**
   * The container's name.
   *
   * @default - only deployment decides it
   */
  readonly name?: string;

  /**
   * The image as it is written; a part that only deployment decides stands as `${…}`.
   *
   * @default - only deployment decides it
   */
  readonly image?: string;

  /**
   * Whether the end of this container ends the task.
   *
   * @default - only deployment decides it
   */
  readonly essential?: boolean;

  /**
   * The environment variables whose values are known.
   */
  readonly environment: { [name: string]: string };

  /**
   * The names of the variables that come from a secret or a parameter.
   */
  readonly secrets: string[];

  /**
   * The ports that the container listens on.
   */
  readonly ports: number[];

  /**
   * The log driver.
   *
   * @default - none, or only deployment decides it
   */
  readonly logDriver?: string;

  /**
   * The user that the program runs as.
   *
   * @default - that of the image, or only deployment decides it
   */
  readonly user?: string;

  /**
   * Whether the root file system is read-only.
   *
   * @default - only deployment decides it
   */
  readonly readonlyRootFilesystem?: boolean;

  /**
   * How long the container may take to stop.
   *
   * @default - the 30 seconds of ECS, or only deployment decides it
   */
  readonly stopTimeoutSeconds?: number;

  /**
   * The memory at which the container is killed.
   *
   * @default - none, or only deployment decides it
   */
  readonly memoryMiB?: number;

  /**
   * Names of the properties above that are set, but that only deployment decides; a fair rule does not judge them.
   */
  readonly undecided: string[];
}

/**
 * What is known of one Fargate service, as CloudFormation will get it: after escape hatches, Aspects and late values.
 */
export interface ServiceSummary {
  /**
   * The construct path of the service.
   */
  readonly path: string;

  /**
   * The number of tasks at the start.
   *
   * @default - that of ECS, or only deployment decides it
   */
  readonly desiredCount?: number;

  /**
   * The CPU units of a task, of which 1024 are one vCPU.
   *
   * @default - only deployment decides it
   */
  readonly cpu?: number;

  /**
   * The memory of a task.
   *
   * @default - only deployment decides it
   */
  readonly memoryMiB?: number;

  /**
   * `X86_64` or `ARM64`.
   *
   * @default - `X86_64`, or only deployment decides it
   */
  readonly cpuArchitecture?: string;

  /**
   * The operating system family, such as `LINUX`.
   *
   * @default - `LINUX`, or only deployment decides it
   */
  readonly operatingSystem?: string;

  /**
   * The platform version of Fargate.
   *
   * @default - the latest one, or only deployment decides it
   */
  readonly platformVersion?: string;

  /**
   * How long a new task's failing health checks are passed over.
   *
   * @default - no time at all, or only deployment decides it
   */
  readonly healthCheckGracePeriodSeconds?: number;

  /**
   * Whether people may open sessions in the containers.
   *
   * @default - only deployment decides it
   */
  readonly enableExecuteCommand?: boolean;

  /**
   * Whether tasks get public addresses.
   *
   * @default - they get none, or only deployment decides it
   */
  readonly assignPublicIp?: boolean;

  /**
   * The containers of a task; none where `containers` is undecided.
   */
  readonly containers: ContainerSummary[];

  /**
   * Names of the properties above that are set, but that only deployment decides; a fair rule does not judge them.
   */
  readonly undecided: string[];
}
