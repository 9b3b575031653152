import type { BaseService } from 'aws-cdk-lib/aws-ecs';

/** Whose tasks are diagnosed: a service, or a task definition that is run in a cluster without one. */
export type WatchedTasks = Pick<BaseService, 'node' | 'cluster' | 'taskDefinition'>;
