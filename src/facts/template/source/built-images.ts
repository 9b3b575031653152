import { existsSync, readFileSync } from 'fs';
import { join, resolve } from 'path';

/** How the CDK is going to build one image of an app. */
export interface ImageBuild {
  /** The platform that the build asks for, such as `linux/arm64`. */
  readonly platform?: string;
  /** The stage of the Dockerfile that the build stops at. */
  readonly target?: string;
  /** The text of the Dockerfile, where there is one. */
  readonly dockerfile?: string;
}

interface AssetManifest {
  readonly dockerImages?: Readonly<Record<string, {
    readonly source: {
      readonly directory?: string;
      readonly dockerFile?: string;
      readonly dockerBuildTarget?: string;
      readonly platform?: string;
    };
    readonly destinations: Readonly<Record<string, { readonly imageTag: string }>>;
  }>>;
}

/** The images that a stack's app builds itself, by the tag under which the CDK will push them. */
export function readBuiltImages(outdir: string, manifest: string): ReadonlyMap<string, ImageBuild> {
  const file = join(outdir, manifest);
  const { dockerImages = {} } = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) as AssetManifest : {};
  return new Map(Object.values(dockerImages).flatMap(({ source, destinations }) => {
    const build = {
      platform: source.platform,
      target: source.dockerBuildTarget,
      dockerfile: textOf(outdir, source.directory, source.dockerFile),
    };
    return Object.values(destinations).map(({ imageTag }) => [imageTag, build] as const);
  }));
}

/** The CDK names the folder by its whole path when it is told not to copy it, as for the command line of SAM. */
function textOf(outdir: string, directory: string | undefined, name = 'Dockerfile'): string | undefined {
  const file = directory === undefined ? undefined : resolve(outdir, directory, name);
  return file !== undefined && existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}
