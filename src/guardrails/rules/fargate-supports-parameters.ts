import type { ContainerFacts } from '../../facts/model/container';
import { isKnown, type Known } from '../../facts/model/fact';
import type { Place } from '../../facts/model/place';
import type { ServiceFacts } from '../../facts/model/service';
import type { TaskFacts } from '../../facts/model/task';
import type { TaskRule } from '../model/rule';

export const fargateSupportsParameters: TaskRule = {
  id: 'fargate-supports-parameters',
  class: 'refused',
  judges: 'task',
  property: 'ContainerDefinitions',
  reads: ['task.containers.name', 'task.containers.unsupportedParameters', 'task.unsupportedParameters', 'unsupportedParameters'],
  title: 'The task definition and the service should use only parameters that Fargate supports.',
  why: 'ECS rejects a Fargate task definition or service with other parameters, and CloudFormation rolls back the stack.',
  fix: 'Remove the parameter from the props of HardenedFargateService, addContainer, ecs.LinuxParameters, ecs.FargateTaskDefinition, '
    + 'or ecs.CfnService. If an override sets it, remove the override.',
  see: [
    'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html',
    'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs_service-options.html',
  ],
  prevents: ['capacity/configuration'],
  breaks: { unsupportedParameters: ['ipcMode'] },
  holds: (task, service) => {
    const ofService = setIn('the service', service?.unsupportedParameters ?? []);
    const refused = [...setIn('the task definition', task.unsupportedParameters), ...ofContainers(task)];
    if (refused.length > 0) return { seen: [...refused, ...ofService].join('; ') };
    return service === undefined || ofService.length === 0 || { seen: ofService.join('; '), at: placeIn(service) };
  },
};

const setIn = (owner: string, names: Known<readonly string[]>): readonly string[] =>
  isKnown(names) && names.length > 0 ? [`${owner} sets ${names.join(', ')}`] : [];

const ofContainers = ({ containers }: TaskFacts): readonly string[] => (isKnown(containers) ? containers : []).flatMap(ofContainer);

const ofContainer = ({ name, unsupportedParameters: names }: ContainerFacts, index: number): readonly string[] =>
  setIn(isKnown(name) ? `container '${name}'` : `container ${index + 1}`, names);

/** A task definition may be sound while one of its services is not. */
function placeIn({ at, unsupportedParameters: names }: ServiceFacts): Place {
  const [first = ''] = isKnown(names) ? names : [];
  const [property] = first.split('.');
  return { ...at, property: `${at.property}.${property.charAt(0).toUpperCase()}${property.slice(1)}` };
}
