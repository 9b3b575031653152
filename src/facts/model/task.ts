import type { ContainerFacts } from './container';
import type { DatabaseFacts } from './database';
import type { Fact, Known } from './fact';
import type { Place } from './place';
import type { RoleFacts } from './role';
import type { VolumeFacts } from './volume';

export interface TaskFacts {
  readonly at: Place;
  /** Absent where CloudFormation generates it. */
  readonly family: Fact<string>;
  /** In CPU units, of which 1024 are one vCPU. */
  readonly cpu: Fact<number>;
  readonly memoryMiB: Fact<number>;
  /** Absent for the 20 GiB that every task has. */
  readonly ephemeralStorageGiB: Fact<number>;
  /** Absent for Linux. */
  readonly operatingSystem: Fact<string>;
  /** Absent for `X86_64`. */
  readonly cpuArchitecture: Fact<string>;
  readonly executionRole: Fact<RoleFacts>;
  readonly taskRole: Fact<RoleFacts>;
  readonly containers: Known<readonly ContainerFacts[]>;
  readonly volumes: Known<readonly VolumeFacts[]>;
  /** The databases and caches of the app that the containers are told of. */
  readonly databases: Known<readonly DatabaseFacts[]>;
  /** The length of the whole task definition, without what only deployment decides. */
  readonly leastBytes: Known<number>;
  /** Names of the task's own parameters that are set and that Fargate refuses, such as `ipcMode`. */
  readonly unsupportedParameters: Known<readonly string[]>;
}
