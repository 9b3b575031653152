import type { ContainerFacts } from './container';
import type { Fact, Known } from './fact';
import type { Place } from './place';
import type { RoleFacts } from './role';

export interface TaskFacts {
  readonly at: Place;
  readonly cpu: Fact<number>;
  readonly memoryMiB: Fact<number>;
  readonly executionRole: Fact<RoleFacts>;
  readonly taskRole: Fact<RoleFacts>;
  readonly containers: Known<readonly ContainerFacts[]>;
  /** Names of the task's own parameters that are set and that Fargate refuses, such as `ipcMode`. */
  readonly unsupportedParameters: Known<readonly string[]>;
}
