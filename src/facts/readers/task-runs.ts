import { ranByStates } from './state-machine';
import { asItems } from '../template/items';
import type { Resource } from '../template/resource';
import { at, isOpen, type Resolved, type ResolvedObject } from '../template/source/resolved';

/** A place in a resource that has ECS run tasks, with what it says in the words of a service. */
export interface TaskRun {
  readonly property: string;
  readonly asService: Resource;
  /** How the resource spells a property of a service that stands there. */
  readonly spelled: (property: string) => string;
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
  RUNS[resource.type as Starter](resource.properties).flatMap(({ property, parameters, taskDefinition, cluster, spelled = asIs }) =>
    parameters === undefined ? [] : [{ property, asService: asService(resource, { parameters, taskDefinition, cluster }), spelled }]);

interface Run {
  readonly property: string;
  readonly parameters: Resolved;
  readonly taskDefinition: Resolved;
  readonly cluster: Resolved;
  readonly spelled?: TaskRun['spelled'];
}

const asIs: TaskRun['spelled'] = property => property;

/** Some resources write `AwsVpcConfiguration` where a service writes `AwsvpcConfiguration`. */
const withCapitalV: TaskRun['spelled'] = property => property.replace('AwsvpcConfiguration', 'AwsVpcConfiguration');

const RUNS: { readonly [type in Starter]: (properties: ResolvedObject) => readonly Run[] } = {
  'AWS::Events::Rule': ({ Targets: targets }) => asItems(targets).map((target, index) => ({
    ...ofTarget(`Properties.Targets.${index}.EcsParameters`, at(target, 'EcsParameters'), at(target, 'Arn')),
    spelled: withCapitalV,
  })),
  'AWS::Scheduler::Schedule': ({ Target: target }) =>
    [ofTarget('Properties.Target.EcsParameters', at(target, 'EcsParameters'), at(target, 'Arn'))],
  'AWS::Pipes::Pipe': ({ TargetParameters: parameters, Target: cluster }) =>
    [ofTarget('Properties.TargetParameters.EcsTaskParameters', at(parameters, 'EcsTaskParameters'), cluster)],
  'AWS::StepFunctions::StateMachine': properties => {
    const runs = ranByStates(properties);
    const property = properties.DefinitionString === undefined ? 'Properties.Definition' : 'Properties.DefinitionString';
    return runs === 'unread' ? [] : runs.map(parameters => ({
      property, parameters, taskDefinition: at(parameters, 'TaskDefinition'), cluster: at(parameters, 'Cluster'), spelled: () => property,
    }));
  },
  'AWS::ECS::TaskSet': properties => [{
    property: 'Properties',
    parameters: properties,
    taskDefinition: properties.TaskDefinition,
    cluster: properties.Cluster,
    spelled: withCapitalV,
  }],
};

const ofTarget = (property: string, parameters: Resolved, cluster: Resolved): Run =>
  ({ property, parameters, taskDefinition: at(parameters, 'TaskDefinitionArn'), cluster });

/** Each of these services writes `AwsvpcConfiguration` in its own way. */
function asService(resource: Resource, { parameters, taskDefinition, cluster }: Omit<Run, 'property'>): Resource {
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
      Cluster: cluster,
    },
  };
}
