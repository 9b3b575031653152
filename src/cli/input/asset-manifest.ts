import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

const SUFFIX = '.template.json';

interface AssetManifest {
  readonly files?: Readonly<Record<string, {
    readonly source?: { readonly path?: string };
    readonly destinations?: Readonly<Record<string, { readonly objectKey?: string }>>;
  }>>;
}

/** The name of the file beside a template of the CDK that says what the stack's assets are made from; absent for other templates. */
export const assetManifestOf = (template: string): string | undefined =>
  template.endsWith(SUFFIX) ? basename(template).replace(SUFFIX, '.assets.json') : undefined;

/** The file, beside a template of the CDK, that will be uploaded under a name. */
export function fileOfAsset(template: string, name: string): string | undefined {
  const manifest = assetManifestOf(template);
  const path = manifest === undefined ? undefined : join(dirname(template), manifest);
  if (path === undefined || !existsSync(path)) return undefined;
  const { files = {} } = JSON.parse(readFileSync(path, 'utf8')) as AssetManifest;
  return Object.values(files).find(({ destinations = {} }) => Object.values(destinations).some(({ objectKey }) => objectKey === name))
    ?.source?.path;
}
