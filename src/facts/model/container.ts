import type { Fact, Known } from './fact';
import type { Place } from './place';
import type { RepositoryFacts } from './repository';
import type { GrantFacts, PolicyHolderFacts } from './role';

/** Whose registry an image comes from: it decides which hosts the task must reach. */
export type Registry = 'ecr' | 'ecr-public' | 'docker-hub' | 'other';

export interface ImageFacts {
  /** The reference as written; a part that only deployment decides stands as `${…}`. */
  readonly reference: string;
  readonly registry: Known<Registry>;
  readonly tag: Fact<string>;
  readonly digest: Fact<string>;
  /** The Region of a private repository in ECR; absent for the one that the task runs in. */
  readonly region?: Fact<string>;
  /** Whether the host of a private repository in ECR answers on IPv6 as well. */
  readonly dualStack?: Fact<boolean>;
  /** The private repository in ECR; absent for an image of another registry. */
  readonly repository?: Fact<PolicyHolderFacts>;
  /** The private repository in ECR as the app declares it; absent for one that was made elsewhere. */
  readonly declared?: Fact<RepositoryFacts>;
  /** What is known of an image that the app builds itself; absent for one that is built elsewhere. */
  readonly built?: Fact<BuiltImageFacts>;
}

/** What a Dockerfile and its build say of an image. */
export interface BuiltImageFacts {
  /** The processor that the image is built for, as ECS calls it; absent when it is that of the machine that builds it. */
  readonly cpuArchitecture: Fact<string>;
  /** The user that the Dockerfile ends with; absent when it leaves the user to its base image. */
  readonly user: Fact<string>;
}

/** A parameter of a template, whose value is given at deployment. */
export interface ParameterFacts {
  readonly name: string;
  /** Whether CloudFormation hides its value. */
  readonly noEcho: boolean;
  /** Whether the template lists the values that it can have. */
  readonly choices: boolean;
}

export interface EnvironmentVariable {
  readonly name: string;
  readonly value: Known<string>;
  /** The parameter that gives the value, or a hidden part of it; absent where none does. */
  readonly parameter?: ParameterFacts;
}

/** Where a secret comes from before the container starts. */
export type SecretStore = 'secretsmanager' | 'ssm';

export interface SecretFacts {
  readonly name: string;
  /** Whether the log driver gets it, instead of the container. */
  readonly ofLogDriver?: Known<boolean>;
  /** The reference as written, without the JSON key, version stage and version id that may follow a secret's ARN. */
  readonly reference: Known<string>;
  readonly store: Known<SecretStore>;
  /** The Region that it is kept in; absent for the one that the task runs in. */
  readonly region?: Fact<string>;
  /** The reference with everything that follows it. */
  readonly valueFrom?: Known<string>;
  /** The customer managed key that encrypts it; absent where AWS's own key does. */
  readonly kmsKey?: Fact<PolicyHolderFacts>;
  /** What the secret's own policy says; nothing where the app declares none. */
  readonly grants?: Known<readonly GrantFacts[]>;
}

export interface ContainerHealthCheckFacts {
  /** How it is run (`CMD`, `CMD-SHELL` or `NONE`), and what. */
  readonly command?: Known<readonly Known<string>[]>;
  readonly intervalSeconds: Fact<number>;
  readonly timeoutSeconds: Fact<number>;
  readonly retries: Fact<number>;
  readonly startPeriodSeconds: Fact<number>;
}

/** A container that has to get somewhere before another one starts. */
export interface DependencyFacts {
  readonly container: Known<string>;
  /** `START`, `COMPLETE`, `SUCCESS` or `HEALTHY`. */
  readonly condition: Known<string>;
}

/** A path in a container at which something else than its image is seen. */
export interface MountPointFacts {
  readonly path: Known<string>;
  readonly readOnly: Known<boolean>;
  /** The name of the volume; absent for a file system in memory. */
  readonly volume?: Fact<string>;
}

/** A log group that the app declares. */
export interface LogGroupFacts {
  /** Absent when log lines are kept for ever. */
  readonly retentionDays: Fact<number>;
}

export interface PortMappingFacts {
  readonly containerPort: Fact<number>;
  readonly hostPort: Fact<number>;
  /** The name by which Service Connect and VPC Lattice refer to the port. */
  readonly name?: Fact<string>;
}

/** How much a process of a container may use of something that the kernel counts; -1 is no limit. */
export interface UlimitFacts {
  readonly name: Known<string>;
  readonly soft: Fact<number>;
  readonly hard: Fact<number>;
}

export interface LogConfigurationFacts {
  readonly driver: Known<string>;
  readonly options: Known<Readonly<Record<string, Known<string>>>>;
  /** The Region that the awslogs driver writes to; absent for the one that the task runs in. */
  readonly region?: Fact<string>;
  /** Where the awslogs driver writes to; unknown for a log group that was made elsewhere. */
  readonly group?: Fact<LogGroupFacts>;
}

export interface ContainerFacts {
  readonly at: Place;
  readonly name: Known<string>;
  readonly image: Known<ImageFacts>;
  readonly essential: Known<boolean>;
  readonly environment: Known<readonly EnvironmentVariable[]>;
  /** ARNs of the files in S3 that more variables come from. */
  readonly environmentFiles: Known<readonly Known<string>[]>;
  /** The objects in S3 that more variables come from, with the policies of their buckets. */
  readonly environmentObjects: Known<readonly PolicyHolderFacts[]>;
  readonly secrets: Known<readonly SecretFacts[]>;
  readonly portMappings: Known<readonly PortMappingFacts[]>;
  readonly logConfiguration: Fact<LogConfigurationFacts>;
  /** Whether it is the FireLens log router of the task. */
  readonly routesLogs: Known<boolean>;
  readonly healthCheck: Fact<ContainerHealthCheckFacts>;
  readonly stopTimeoutSeconds: Fact<number>;
  /** Whether ECS restarts the container when it exits, without stopping the task. */
  readonly restarts: Known<boolean>;
  /** CPU units that are reserved for the container. */
  readonly cpu: Fact<number>;
  /** The hard limit: a container that wants more is killed. */
  readonly memoryMiB: Fact<number>;
  readonly memoryReservationMiB: Fact<number>;
  readonly user: Fact<string>;
  readonly readonlyRootFilesystem: Known<boolean>;
  readonly mountPoints: Known<readonly MountPointFacts[]>;
  /** The containers whose volumes it mounts, too. */
  readonly volumesFrom: Known<readonly Known<string>[]>;
  readonly ulimits: Known<readonly UlimitFacts[]>;
  readonly dependsOn: Known<readonly DependencyFacts[]>;
  /** Whether the first process of the container reaps others. */
  readonly initProcess: Known<boolean>;
  /** Whether ECS starts all tasks of a deployment from the image that the tag means when it begins: `enabled`, unless it is set. */
  readonly versionConsistency: Known<string>;
  /** The secret with the account at the registry of the image. */
  readonly repositoryCredentials: Fact<SecretFacts>;
  /** Names of the parameters that are set and that Fargate refuses, such as `privileged`. */
  readonly unsupportedParameters: Known<readonly string[]>;
}
