import { platformOfTask, platformsOfIndex } from '../../src/aws/image-platforms';

test.each<[string | undefined, string | undefined, string]>([
  [undefined, undefined, 'linux/amd64'],
  ['X86_64', 'LINUX', 'linux/amd64'],
  ['ARM64', 'LINUX', 'linux/arm64'],
  ['X86_64', 'WINDOWS_SERVER_2022_CORE', 'windows/amd64'],
  ['SPARC', undefined, 'linux/amd64'],
])('a task on %s with %s pulls images for a platform', (architecture, family, platform) => {
  expect(platformOfTask(architecture, family)).toBe(platform);
});

test.each<[string, string, readonly string[] | undefined]>([
  ['that lists manifests', '{"manifests":[{"platform":{"os":"linux","architecture":"arm64"}},{"digest":"sha256:1"}]}', ['linux/arm64']],
  ['with the attestations of a build', '{"manifests":[{"platform":{"os":"unknown","architecture":"unknown"}}]}', []],
  ['without manifests', '{"layers":[]}', undefined],
  ['that is cut off', '{"manifests":[', undefined],
])('the platforms of an index %s', (_, index, platforms) => expect(platformsOfIndex(index)).toEqual(platforms));
