import type { Resource } from '../template/resource';
import type { Resolved, ResolvedObject } from '../template/source/resolved';

/** A resource in which a task stands, in the words of a task definition and of a service. */
export interface TaskInResource {
  readonly task: Resource;
  readonly service: Resource;
  /** Where parts of the task definition stand in the resource: the first that a place begins with counts. */
  readonly places: readonly (readonly [inTask: string, inResource: string])[];
}

/** The same resource with other properties; its getters are not copied by spreading. */
export const withProperties = (resource: Resource, properties: ResolvedObject): Resource => ({
  ...resource,
  condition: resource.condition,
  dependsOn: resource.dependsOn,
  properties: { RequiresCompatibilities: ['FARGATE'], NetworkMode: 'awsvpc', ...properties },
});

/** What a container logs to CloudWatch Logs, in the words of a task definition. */
export const awslogs = (group: Resolved, prefix: Resolved): Resolved => ({
  LogDriver: 'awslogs',
  Options: { 'awslogs-group': group, 'awslogs-region': '${AWS::Region}', 'awslogs-stream-prefix': prefix },
});
