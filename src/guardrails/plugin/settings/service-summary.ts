/**
 * The known properties of a container.
 */
export interface ContainerSummary {
  /**
   * The container's name.
   *
   * @default - known only at deployment
   */
  readonly name?: string;

  /**
   * The image. A part that is known only at deployment is `${…}`.
   *
   * @default - known only at deployment
   */
  readonly image?: string;

  /**
   * Whether the task stops when the container exits.
   *
   * @default - known only at deployment
   */
  readonly essential?: boolean;

  /**
   * The environment variables with known values.
   */
  readonly environment: { [name: string]: string };

  /**
   * The names of the environment variables that come from a secret or a parameter.
   */
  readonly secrets: string[];

  /**
   * The ports of the container.
   */
  readonly ports: number[];

  /**
   * The log driver.
   *
   * @default - none, or known only at deployment
   */
  readonly logDriver?: string;

  /**
   * The user of the container.
   *
   * @default - the image's own, or known only at deployment
   */
  readonly user?: string;

  /**
   * Whether the root file system is read-only.
   *
   * @default - known only at deployment
   */
  readonly readonlyRootFilesystem?: boolean;

  /**
   * The stop timeout of the container in seconds.
   *
   * @default - 30 seconds, or known only at deployment
   */
  readonly stopTimeoutSeconds?: number;

  /**
   * The hard memory limit of the container in MiB.
   *
   * @default - none, or known only at deployment
   */
  readonly memoryMiB?: number;

  /**
   * The names of properties whose values are known only at deployment. Rules should skip them.
   */
  readonly undecided: string[];
}

/**
 * The known properties of a Fargate service in the synthesized template, after escape hatches and Aspects.
 */
export interface ServiceSummary {
  /**
   * The construct path of the service.
   */
  readonly path: string;

  /**
   * The desired count.
   *
   * @default - the ECS default, or known only at deployment
   */
  readonly desiredCount?: number;

  /**
   * The CPU units of a task; 1024 are one vCPU.
   *
   * @default - known only at deployment
   */
  readonly cpu?: number;

  /**
   * The memory of a task in MiB.
   *
   * @default - known only at deployment
   */
  readonly memoryMiB?: number;

  /**
   * `X86_64` or `ARM64`.
   *
   * @default - `X86_64`, or known only at deployment
   */
  readonly cpuArchitecture?: string;

  /**
   * The operating system family, such as `LINUX`.
   *
   * @default - `LINUX`, or known only at deployment
   */
  readonly operatingSystem?: string;

  /**
   * The platform version of Fargate.
   *
   * @default - the latest, or known only at deployment
   */
  readonly platformVersion?: string;

  /**
   * The health check grace period in seconds.
   *
   * @default - none, or known only at deployment
   */
  readonly healthCheckGracePeriodSeconds?: number;

  /**
   * Whether ECS Exec is enabled.
   *
   * @default - known only at deployment
   */
  readonly enableExecuteCommand?: boolean;

  /**
   * Whether tasks get public IP addresses.
   *
   * @default - false, or known only at deployment
   */
  readonly assignPublicIp?: boolean;

  /**
   * The containers of a task. Empty if `containers` is in `undecided`.
   */
  readonly containers: ContainerSummary[];

  /**
   * The names of properties whose values are known only at deployment. Rules should skip them.
   */
  readonly undecided: string[];
}
