import type { Fact, Known } from './fact';
import type { Place } from './place';
import type { GrantFacts, ThingFacts } from './role';

/** Whose registry an image comes from: it decides which hosts the task must reach. */
export type Registry = 'ecr' | 'ecr-public' | 'docker-hub' | 'other';

export interface ImageFacts {
  /** The reference as written; a part that only deployment decides stands as `${…}`. */
  readonly reference: string;
  readonly registry: Known<Registry>;
  readonly tag: Fact<string>;
  readonly digest: Fact<string>;
  /** The private repository in ECR; absent for an image of another registry. */
  readonly repository?: Fact<ThingFacts>;
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
  /** The customer managed key that encrypts it; absent where AWS's own key does. */
  readonly kmsKey?: Fact<ThingFacts>;
  /** What the secret's own policy says; nothing where the app declares none. */
  readonly grants?: Known<readonly GrantFacts[]>;
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
  /** The objects in S3 that more variables come from, with the policies of their buckets. */
  readonly environmentObjects: Known<readonly ThingFacts[]>;
  readonly secrets: Known<readonly SecretFacts[]>;
  readonly portMappings: Known<readonly PortMappingFacts[]>;
  readonly logConfiguration: Fact<LogConfigurationFacts>;
  readonly healthCheck: Fact<ContainerHealthCheckFacts>;
  readonly stopTimeoutSeconds: Fact<number>;
  /** Names of the parameters that are set and that Fargate refuses, such as `privileged`. */
  readonly unsupportedParameters: Known<readonly string[]>;
}
