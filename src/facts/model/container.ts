import type { Fact, Known } from './fact';
import type { Place } from './place';

/** Whose registry an image comes from: it decides which hosts the task must reach. */
export type Registry = 'ecr' | 'ecr-public' | 'docker-hub' | 'other';

export interface ImageFacts {
  /** The reference as written; a part that only deployment decides stands as `${…}`. */
  readonly reference: string;
  readonly registry: Known<Registry>;
  readonly tag: Fact<string>;
  readonly digest: Fact<string>;
}

export interface EnvironmentVariable {
  readonly name: string;
  readonly value: Known<string>;
}

/** Where a secret comes from before the container starts. */
export type SecretStore = 'secretsmanager' | 'ssm';

export interface SecretFacts {
  readonly name: string;
  /** The reference as written, without the JSON key, version stage and version id that may follow a secret's ARN. */
  readonly reference: Known<string>;
  readonly store: Known<SecretStore>;
}

export interface ContainerHealthCheckFacts {
  readonly intervalSeconds: Fact<number>;
  readonly timeoutSeconds: Fact<number>;
  readonly retries: Fact<number>;
  readonly startPeriodSeconds: Fact<number>;
}

export interface PortMappingFacts {
  readonly containerPort: Fact<number>;
  readonly hostPort: Fact<number>;
}

export interface LogConfigurationFacts {
  readonly driver: Known<string>;
  readonly options: Known<Readonly<Record<string, Known<string>>>>;
}

export interface ContainerFacts {
  readonly at: Place;
  readonly name: Known<string>;
  readonly image: Known<ImageFacts>;
  readonly essential: Known<boolean>;
  readonly environment: Known<readonly EnvironmentVariable[]>;
  readonly secrets: Known<readonly SecretFacts[]>;
  readonly portMappings: Known<readonly PortMappingFacts[]>;
  readonly logConfiguration: Fact<LogConfigurationFacts>;
  readonly healthCheck: Fact<ContainerHealthCheckFacts>;
  readonly stopTimeoutSeconds: Fact<number>;
  /** Names of the parameters that are set and that Fargate refuses, such as `privileged`. */
  readonly unsupportedParameters: Known<readonly string[]>;
}
