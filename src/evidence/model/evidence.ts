import type { Gap } from './gap';
import type { MemoryPoint } from './memory-point';
import type { NamedResources } from './named-resources';
import type { ImageState, ResourceState, SecretState, SimulatedPermission } from './resource-state';
import type { Revision, ServiceSettings, TargetGroupSettings, TaskDefinitionSettings } from './settings';
import type { Rollout, TrailEvent } from './trail-event';

/** A container of a stopped task. What ECS leaves out is absent. */
export interface ContainerEvidence {
  readonly name?: string;
  readonly image?: string;
  readonly imageDigest?: string;
  /** Whether the end of this container ends the task; absent when the task definition was not read. */
  readonly essential?: boolean;
  readonly exitCode?: number;
  readonly reason?: string;
  readonly lastStatus?: string;
  readonly healthStatus?: string;
  /** The agent of ECS Exec, where the container has one. */
  readonly execAgent?: { readonly status?: string; readonly reason?: string };
  /** When this container ended, if the source says it. */
  readonly finishedAt?: string;
}

/** A network interface, volume or Service Connect attachment. */
export interface AttachmentEvidence {
  readonly type?: string;
  readonly status?: string;
  readonly statusReason?: string;
  readonly details: Readonly<Record<string, string>>;
}

/** A stopped task, in one form whatever it was read from. Times are ISO 8601. */
export interface StoppedTask {
  readonly taskArn?: string;
  readonly taskDefinitionArn?: string;
  readonly clusterArn?: string;
  readonly group?: string;
  readonly startedBy?: string;
  readonly launchType?: string;
  readonly capacityProviderName?: string;
  readonly platformVersion?: string;
  readonly availabilityZone?: string;
  readonly cpu?: string;
  readonly memory?: string;
  readonly lastStatus?: string;
  readonly desiredStatus?: string;
  readonly healthStatus?: string;
  readonly stopCode?: string;
  readonly stoppedReason?: string;
  readonly createdAt?: string;
  readonly pullStartedAt?: string;
  readonly pullStoppedAt?: string;
  readonly startedAt?: string;
  readonly stoppingAt?: string;
  readonly executionStoppedAt?: string;
  readonly stoppedAt?: string;
  readonly containers: readonly ContainerEvidence[];
  readonly attachments: readonly AttachmentEvidence[];
}

/** A service action, or the change of state of a deployment or its hook, that ECS reported by itself. */
export interface ServiceChange {
  readonly kind: 'deployment' | 'action';
  /** Such as `SERVICE_DEPLOYMENT_FAILED`. */
  readonly eventName?: string;
  readonly eventType?: string;
  readonly deploymentId?: string;
  /** How many of its tasks failed in a row. */
  readonly failedTasks?: number;
  /** The pause hook that waits for a decision. */
  readonly hookId?: string;
  readonly reason?: string;
}

/** A guardrail that the resources of a service break. */
export interface BrokenGuardrail {
  readonly guardrail: string;
  /** What was found there. */
  readonly seen: string;
  /** Whether synthesis refuses a template in which this is seen. */
  readonly refused?: boolean;
}

/** What synthesis knew of a service. */
export interface Synthesis {
  /** The guardrails whose findings did not stop it: those that are off, or less than an error. */
  readonly tolerated: readonly string[];
}

/** Everything that a diagnosis is made from: plain data, any part of which may be missing. */
export interface Evidence {
  readonly region?: string;
  readonly account?: string;
  readonly cluster?: string;
  readonly service?: string;
  /** When ECS reported the event. */
  readonly time?: string;
  readonly task: StoppedTask;
  readonly change?: ServiceChange;
  /** Messages of the service's own event list, newest first. */
  readonly serviceEvents: readonly string[];
  /** The last lines of the guilty container's log, oldest first. */
  readonly logTail: readonly string[];
  /** Guardrails that were overruled for this service, with the reasons. */
  readonly acknowledged: Readonly<Record<string, string>>;
  /** Absent where no guardrails judged the service when its app was synthesized. */
  readonly synthesis?: Synthesis;
  /** What the guardrails find in the resources of the service. */
  readonly broken?: readonly BrokenGuardrail[];
  /** The memory metric of the service or the task. */
  readonly memoryUse?: readonly MemoryPoint[];
  readonly targetGroup?: TargetGroupSettings;
  /** The images of the task, as their registry has them after the stop. */
  readonly images?: readonly ImageState[];
  /** The secrets and parameters of the task definition, as the account has them after the stop; never their values. */
  readonly secrets?: readonly SecretState[];
  /** Other things that the task uses, as the account has them after the stop. */
  readonly resources?: readonly ResourceState[];
  /** What IAM says of the permissions that the cause in question is about. */
  readonly simulated?: readonly SimulatedPermission[];
  readonly serviceSettings?: ServiceSettings;
  /** What the task was made from. */
  readonly taskDefinition?: TaskDefinitionSettings;
  /** What the revision that the task was made from does differently from the one before. */
  readonly revision?: Revision;
  readonly rollout?: Rollout;
  readonly named?: NamedResources;
  /** Who changed what before the stop, and who stopped the task, oldest first. */
  readonly trail?: readonly TrailEvent[];
  /** Of a deployment that failed: its tasks that stopped, each with evidence of its own. */
  readonly failedTasks?: readonly Evidence[];
  /** What could not be read, and why. */
  readonly gaps: readonly Gap[];
}
