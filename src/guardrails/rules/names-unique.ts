import { isKnown, type Known, UNKNOWN } from '../../facts/model/fact';
import type { TaskRule } from '../model/rule';

export const namesUnique: TaskRule = {
  id: 'names-unique',
  class: 'refused',
  judges: 'task',
  property: 'ContainerDefinitions',
  reads: ['task.containers.name', 'task.volumes'],
  title: 'The containers and volumes of a task should have unique names.',
  why: 'ECS rejects a task definition if two of its containers or two of its volumes have the same name.',
  fix: 'Give each container and volume a unique name in addContainer and addVolume, or in the override. '
    + 'HardenedFargateService names the containers and volumes that it adds.',
  see: ['https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html'],
  prevents: [],
  breaks: {
    containers: { mountPoints: { volume: 'cache' } },
    volumes: [{ name: 'cache', efs: undefined }, { name: 'cache', efs: undefined }],
  },
  holds: ({ containers, volumes }) => {
    const twice = [...repeated('containers', containers), ...repeated('volumes', volumes)];
    if (twice.length > 0) return { seen: twice.join('; ') };
    return isKnown(containers) && isKnown(volumes) || UNKNOWN;
  },
};

function repeated(kind: string, things: Known<readonly { readonly name: Known<string> }[]>): readonly string[] {
  const names = (isKnown(things) ? things : []).map(({ name }) => name).filter(isKnown).filter(name => !name.includes('${?}'));
  return [...new Set(names.filter((name, index) => names.indexOf(name) !== index))].map(name => `two ${kind} are named '${name}'`);
}
