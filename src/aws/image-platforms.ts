/** The types of a manifest that lists an image for several platforms; only such a manifest tells the platforms. */
export const IMAGE_INDEXES: readonly string[] = [
  'application/vnd.oci.image.index.v1+json', 'application/vnd.docker.distribution.manifest.list.v2+json',
];

interface Manifest {
  readonly platform?: { readonly os?: string; readonly architecture?: string };
}

/** The platforms that an index lists, such as `linux/arm64`; absent for a text that is none. */
export function platformsOfIndex(index: string): readonly string[] | undefined {
  try {
    const { manifests } = JSON.parse(index) as { readonly manifests?: readonly Manifest[] };
    // Attestations of a build have the platform `unknown/unknown`.
    return manifests?.flatMap(({ platform }) => platform ? `${platform.os}/${platform.architecture}` : [])
      .filter(platform => platform !== 'unknown/unknown');
  } catch {
    return undefined;
  }
}

const ARCHITECTURES: Readonly<Record<string, string>> = { ARM64: 'arm64', X86_64: 'amd64' };

/** The platform that a task runs its images on, by the runtime platform of its task definition. */
export const platformOfTask = (cpuArchitecture = 'X86_64', operatingSystemFamily = 'LINUX'): string =>
  `${operatingSystemFamily.startsWith('WINDOWS') ? 'windows' : 'linux'}/${ARCHITECTURES[cpuArchitecture] ?? 'amd64'}`;
