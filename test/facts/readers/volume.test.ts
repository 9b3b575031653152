import { UNKNOWN } from '../../../src/facts/model/fact';
import { readVolume } from '../../../src/facts/readers/volume';
import { Undecided } from '../../../src/facts/template/source/resolved';
import { templatesOf } from '../templates-of';

test('a volume of a file system that only deployment decides is unknown in all that depends on it', () => {
  const configuration = { FilesystemId: new Undecided('S/FileSystem'), TransitEncryption: 'EN${S/Suffix.Ref}' };
  expect(readVolume(templatesOf({}), { EFSVolumeConfiguration: configuration })).toMatchObject({
    name: UNKNOWN, efs: { fileSystemId: UNKNOWN, mountTargets: UNKNOWN, transitEncryption: UNKNOWN, iam: false },
  });
});

test('a volume of a file system that is there already is known by its id', () => {
  expect(readVolume(templatesOf({}), { Name: 'state', EFSVolumeConfiguration: { FilesystemId: 'fs-1', TransitEncryption: 'ENABLED' } }))
    .toMatchObject({ name: 'state', efs: { fileSystemId: 'fs-1', mountTargets: UNKNOWN, transitEncryption: true } });
});
