import { ranByStates } from './state-machine';
import { asItems } from '../template/items';
import { at, isOpen, type Resolved, type ResolvedObject } from '../template/resolved';
import type { Resource } from '../template/resource';

/** A place in a resource that has ECS run tasks, with what it says in the words of a service. */
export interface TaskRun {
  readonly property: string;
  readonly asService: Resource;
}

/** The types of resources that start tasks by themselves. */
export const STARTERS = [
  'AWS::Events::Rule', 'AWS::Scheduler::Schedule', 'AWS::Pipes::Pipe', 'AWS::StepFunctions::StateMachine', 'AWS::ECS::TaskSet',
] as const;

type Starter = typeof STARTERS[number];

/** Whether a resource may have ECS run tasks; a rule whose targets depend on a condition may. */
export const mayRunTasks = (resource: Resource): boolean => isOpen(resource.properties.Targets) || taskRunsOf(resource).length > 0;

/** Everything in a resource that has ECS run tasks. */
export const taskRunsOf = (resource: Resource): readonly TaskRun[] =>
  PARAMETERS[resource.type as Starter](resource.properties).flatMap(([property, parameters, taskDefinition]) =>
    parameters === undefined ? [] : [{ property, asService: asService(resource, parameters, taskDefinition) }]);

type Found = readonly [property: string, parameters: Resolved, taskDefinition: Resolved];

const PARAMETERS: { readonly [type in Starter]: (properties: ResolvedObject) => readonly Found[] } = {
  'AWS::Events::Rule': ({ Targets: targets }) => asItems(targets).map((target, index) =>
    found(`Properties.Targets.${index}.EcsParameters`, at(target, 'EcsParameters'))),
  'AWS::Scheduler::Schedule': ({ Target: target }) => [found('Properties.Target.EcsParameters', at(target, 'EcsParameters'))],
  'AWS::Pipes::Pipe': ({ TargetParameters: target }) =>
    [found('Properties.TargetParameters.EcsTaskParameters', at(target, 'EcsTaskParameters'))],
  'AWS::StepFunctions::StateMachine': properties => {
    const runs = ranByStates(properties);
    return runs === 'unread' ? [] : runs.map(parameters => ['Properties.Definition', parameters, at(parameters, 'TaskDefinition')]);
  },
  'AWS::ECS::TaskSet': properties => [['Properties', properties, properties.TaskDefinition]],
};

const found = (property: string, parameters: Resolved): Found => [property, parameters, at(parameters, 'TaskDefinitionArn')];

/** Each of these services writes `AwsvpcConfiguration` in its own way. */
function asService(resource: Resource, parameters: Resolved, taskDefinition: Resolved): Resource {
  const network = at(parameters, 'NetworkConfiguration');
  const configuration = at(network, 'AwsVpcConfiguration') ?? at(network, 'AwsvpcConfiguration');
  return {
    ...resource,
    condition: resource.condition,
    dependsOn: resource.dependsOn,
    properties: {
      TaskDefinition: taskDefinition,
      LaunchType: at(parameters, 'LaunchType'),
      CapacityProviderStrategy: at(parameters, 'CapacityProviderStrategy'),
      NetworkConfiguration: configuration === undefined ? undefined : { AwsvpcConfiguration: configuration },
      Cluster: resource.properties.Cluster,
    },
  };
}
