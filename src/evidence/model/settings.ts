/** What a task definition says of one container; never the value of a variable. */
export interface ContainerSettings {
  readonly name: string;
  readonly image?: string;
  readonly essential: boolean;
  /** The container's own limit in MiB; absent where that of the task holds. */
  readonly memory?: number;
  readonly ports: readonly number[];
  /** Of its health check; absent where it has none. */
  readonly startPeriodSeconds?: number;
  /** Where the awslogs driver writes to. */
  readonly logGroup?: string;
  readonly logStreamPrefix?: string;
  readonly logRegion?: string;
}

/** The task definition that the stopped task was made from. */
export interface TaskDefinitionSettings {
  readonly taskDefinitionArn?: string;
  readonly cpu?: string;
  readonly memory?: string;
  readonly executionRoleArn?: string;
  readonly taskRoleArn?: string;
  readonly containers: readonly ContainerSettings[];
}

/** What of a task definition can change. */
export type ChangeAspect =
  | 'image'
  | 'command'
  | 'working directory'
  | 'user'
  | 'memory'
  | 'ports'
  | 'health check'
  | 'essential'
  | 'read-only root'
  | 'mounts'
  | 'dependencies'
  | 'environment'
  | 'environment files'
  | 'secrets'
  | 'log'
  | 'containers'
  | 'cpu'
  | 'task role'
  | 'execution role'
  | 'architecture'
  | 'ephemeral storage'
  | 'volumes';

/** One thing that a new revision of a task definition does differently, in words; never the value of a variable. */
export interface Change {
  /** What kind of thing, such as `image` or `environment`. */
  readonly aspect: ChangeAspect;
  readonly words: string;
}

/** What differs between two revisions of a task definition. */
export interface Revision {
  /** Such as `task definition revision 7 → 8`. */
  readonly name: string;
  readonly changes: readonly Change[];
}

/** Why a load balancer takes a target for unhealthy, in its own words. */
export interface TargetHealth {
  readonly address?: string;
  readonly port?: number;
  readonly state?: string;
  /** Such as `Target.Timeout`. */
  readonly reason?: string;
  readonly description?: string;
}

/** A target group with its health check. */
export interface TargetGroupSettings {
  readonly arn?: string;
  readonly port?: number;
  readonly protocol?: string;
  /** `ip` for tasks on Fargate. */
  readonly targetType?: string;
  readonly checkProtocol?: string;
  /** Absent where health is checked on the port that the requests go to. */
  readonly checkPort?: number;
  readonly path?: string;
  /** The HTTP codes that count as healthy, such as `200-299`. */
  readonly matcher?: string;
  readonly intervalSeconds?: number;
  readonly timeoutSeconds?: number;
  readonly unhealthyThreshold?: number;
  readonly targets: readonly TargetHealth[];
}

/** What a service is set to. */
export interface ServiceSettings {
  readonly desiredCount?: number;
  readonly gracePeriodSeconds?: number;
  readonly targetGroupArn?: string;
  /** The port that the load balancer sends requests to. */
  readonly containerPort?: number;
}
