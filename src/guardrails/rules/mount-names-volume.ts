import { isKnown, UNKNOWN } from '../../facts/model/fact';
import type { ContainerRule } from '../model/rule';

export const mountNamesVolume: ContainerRule = {
  id: 'mount-names-volume',
  class: 'refused',
  judges: 'container',
  property: 'MountPoints',
  reads: ['task.containers.mountPoints', 'task.volumes'],
  title: 'Every mount point should name a volume of the task definition.',
  why: 'ECS rejects a task definition whose containers mount a volume that it does not declare.',
  fix: 'Call addVolume on the task definition with the sourceVolume of addMountPoints as its name. '
    + 'Do the same on taskDefinition of HardenedFargateService.',
  see: ['https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_MountPoint.html'],
  prevents: [],
  breaks: { mountPoints: { volume: 'cache' } },
  holds: ({ mountPoints }, { volumes }) => {
    if (!isKnown(mountPoints) || !isKnown(volumes)) return UNKNOWN;
    const declared = volumes.map(({ name }) => name);
    const mounted = new Set(mountPoints.flatMap(({ volume }) => typeof volume === 'string' ? [volume] : []));
    const missing = [...mounted].filter(name => !declared.includes(name));
    if (missing.length === 0) return true;
    const names = missing.map(name => `'${name}'`).join(' and ');
    return declared.every(isLiteral) ? { seen: `the task definition has no volume ${names}` } : UNKNOWN;
  },
};

/** A name that a symbol is in can turn out to be the missing one. */
const isLiteral = (name: unknown): boolean => typeof name === 'string' && !name.includes('${');
