import { isKnown, type Known, UNKNOWN } from '../../facts/model/fact';
import type { ContainerRule } from '../model/rule';

/** What ECS answers: https://github.com/eagletmt/hako/pull/54. */
export const volumesFromNamesContainer: ContainerRule = {
  id: 'volumes-from-names-container',
  class: 'refused',
  judges: 'container',
  property: 'VolumesFrom',
  reads: ['task.containers.name', 'task.containers.volumesFrom'],
  title: 'Every volumesFrom should name a container of the task.',
  why: 'ECS rejects a task definition if a container mounts the volumes of a container that is not in it.',
  fix: 'Set sourceContainer of addVolumesFrom to the name of another container in the task definition. '
    + 'Do the same on taskDefinition of HardenedFargateService.',
  see: ['https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_VolumeFrom.html'],
  prevents: [],
  breaks: { volumesFrom: ['sidecar'] },
  holds: ({ volumesFrom }, { containers }) => {
    if (!isKnown(volumesFrom) || !isKnown(containers)) return UNKNOWN;
    const names = containers.map(({ name }) => name);
    const missing = volumesFrom.filter(isKnown).filter(name => !names.includes(name));
    if (missing.length === 0) return volumesFrom.every(isKnown) || UNKNOWN;
    return names.every(isLiteral)
      ? { seen: `the task definition has no container ${missing.map(name => `'${name}'`).join(' and ')}` }
      : UNKNOWN;
  },
};

/** A name that a symbol is in can turn out to be the missing one. */
const isLiteral = (name: Known<string>): boolean => isKnown(name) && !name.includes('${');
