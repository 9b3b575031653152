import { basename, dirname, resolve } from 'node:path';
import { fileOfAsset } from './asset-manifest';
import type { Expression, TemplateBody, TemplateResource, TemplateSource } from '../../facts/template/source/template-source';

/** A template that was read from a file. */
export interface TemplateFile {
  readonly file: string;
  /** Tells this template from every other one that is read with it. */
  readonly stack: string;
  readonly body: TemplateBody;
}

type Place = NonNullable<TemplateSource['nestedIn']>;

/** Which of the files are nested stacks of others, as far as the stacks name them. */
export function nestedTemplates(files: readonly TemplateFile[]): ReadonlyMap<TemplateFile, Place> {
  const nested = new Map<TemplateFile, Place>();
  const parents = new Map<TemplateFile, TemplateFile>();
  for (const parent of files) {
    for (const [logicalId, resource] of Object.entries(parent.body.Resources ?? {})) {
      const child = templateOf(resource, parent, files);
      if (child === undefined || nested.has(child) || isAbove(child, parent, parents)) continue;
      nested.set(child, { stack: parent.stack, logicalId });
      parents.set(child, parent);
    }
  }
  return nested;
}

/** A template that nests itself would have no end. */
const isAbove = (file: TemplateFile, below: TemplateFile | undefined, parents: ReadonlyMap<TemplateFile, TemplateFile>): boolean =>
  below !== undefined && (file === below || isAbove(file, parents.get(below), parents));

/** Where a nested stack says which template is its own; SAM makes such a stack of an application. */
const TEMPLATE: Readonly<Record<string, string | undefined>> = {
  'AWS::CloudFormation::Stack': 'TemplateURL',
  'AWS::Serverless::Application': 'Location',
};

/** A nested stack names its template as a file beside its own, as an asset of the CDK, or by a URL that ends in the file's name. */
function templateOf(
  { Type, Properties, Metadata }: TemplateResource,
  { file }: TemplateFile,
  files: readonly TemplateFile[],
): TemplateFile | undefined {
  const property = TEMPLATE[Type];
  if (property === undefined) return undefined;
  const url = lastTextOf(Properties?.[property]);
  const beside = [url, Metadata?.['aws:asset:path'], fileOfAsset(file, basename(url))]
    .filter(name => typeof name === 'string' && name !== '')
    .map(name => resolve(dirname(file), String(name)));
  const sameName = files.filter(other => basename(other.file) === basename(url));
  return files.find(other => beside.includes(resolve(other.file))) ?? (sameName.length === 1 ? sameName[0] : undefined);
}

/** The end of a text, which is where a URL names its file, also when its beginning is put together at deployment. */
function lastTextOf(expression: Expression | undefined): string {
  if (typeof expression === 'string') return expression;
  if (typeof expression !== 'object' || expression === null) return '';
  return lastTextOf(
    Array.isArray(expression) ? expression.at(-1) : lastPartOf(expression as { readonly [name: string]: Expression | undefined }),
  );
}

const lastPartOf = ({ 'Fn::Sub': text, 'Fn::Join': parts }: { readonly [name: string]: Expression | undefined }): Expression | undefined =>
  Array.isArray(text) ? text[0] : text ?? parts;
