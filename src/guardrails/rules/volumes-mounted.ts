import type { ContainerFacts } from '../../facts/model/container';
import { type Fact, isKnown, UNKNOWN } from '../../facts/model/fact';
import type { TaskRule } from '../model/rule';

export const volumesMounted: TaskRule = {
  id: 'volumes-mounted',
  class: 'hygiene',
  promised: true,
  judges: 'task',
  property: 'Volumes',
  reads: ['task.containers.mountPoints', 'task.volumes'],
  title: 'Containers should mount every volume of their task definition.',
  why: 'A volume that no container mounts has no effect. '
    + 'If the root file system is read-only, the application cannot write to the path that the volume is for.',
  fix: 'Call addMountPoints on the container with the name of the volume as sourceVolume, or remove the volume. '
    + 'HardenedFargateService mounts a volume on each of its writablePaths; remove the override.',
  see: ['https://docs.aws.amazon.com/AmazonECS/latest/developerguide/bind-mounts.html'],
  prevents: [],
  breaks: { volumes: [{ name: 'cache', efs: undefined }] },
  holds: ({ containers, volumes }) => {
    if (!isKnown(containers) || !isKnown(volumes)) return UNKNOWN;
    const mounted = containers.flatMap(volumesOf);
    const idle = volumes.map(({ name }) => name).filter(name => !mounted.includes(name));
    if (idle.length === 0) return true;
    const isCertain = [...mounted, ...idle].every(name => typeof name === 'string' && !name.includes('${'));
    return isCertain ? { seen: `no container mounts the volume ${idle.map(name => `'${String(name)}'`).join(' or ')}` } : UNKNOWN;
  },
};

const volumesOf = ({ mountPoints }: ContainerFacts): readonly Fact<string>[] =>
  isKnown(mountPoints) ? mountPoints.map(({ volume }) => volume).filter(name => name !== undefined) : [UNKNOWN];
