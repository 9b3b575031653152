import type { MountPointFacts } from '../model/container';
import { isKnown, type Known, UNKNOWN } from '../model/fact';
import { asItems } from '../template/items';
import { asBoolean, asList, asLiteral, asString, at, orElse, type Resolved } from '../template/source/resolved';

/**
 * Reads the paths in a container at which a volume or a file system in memory is seen; unknown when they are those of
 * another container.
 */
export function readMountPoints(container: Resolved): Known<readonly MountPointFacts[]> {
  const volumes = asList(at(container, 'MountPoints'));
  const inMemory = asList(at(container, 'LinuxParameters', 'Tmpfs'));
  const borrowed = asList(at(container, 'VolumesFrom'));
  if (!isKnown(volumes) || !isKnown(inMemory) || !isKnown(borrowed) || borrowed.length > 0) return UNKNOWN;
  return [
    ...volumes.map((mount): MountPointFacts => ({
      path: literal(at(mount, 'ContainerPath')),
      volume: asLiteral(at(mount, 'SourceVolume')),
      readOnly: orElse(asBoolean(at(mount, 'ReadOnly')), false),
    })),
    ...inMemory.map((mount): MountPointFacts => ({
      path: literal(at(mount, 'ContainerPath')),
      readOnly: asItems(at(mount, 'MountOptions')).includes('ro'),
    })),
  ];
}

const literal = (value: Resolved): Known<string> => {
  const text = asString(value);
  return typeof text === 'string' && !text.includes('${') ? text : UNKNOWN;
};
