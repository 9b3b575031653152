import { dirname } from 'node:path';
import { assetManifestOf } from './asset-manifest';
import { nestedTemplates, type TemplateFile } from './nested-templates';
import { parseTemplate } from './parse-template';
import { nameOf, readText } from './read-text';
import { inTheirEnvironments } from './stack-environments';
import { unlessTooDeep } from './unless-too-deep';
import { UnreadableInput } from './unreadable-input';
import { readBuiltImages } from '../../facts/template/source/built-images';
import type { TemplateBody, TemplateSource } from '../../facts/template/source/template-source';

/** What template files hold, beside everything in them that cannot be read. */
export interface ReadTemplates {
  readonly sources: readonly TemplateSource[];
  readonly unreadable: readonly UnreadableInput[];
}

/** Reads CloudFormation templates together: they may import each other's exports and be nested stacks of each other. */
export async function readTemplates(inputs: readonly string[]): Promise<ReadTemplates> {
  const results = await Promise.all([...new Set(inputs)].map(readTemplate));
  const parsed = results.flatMap(result => result instanceof UnreadableInput ? [] : [result]);
  const nested = nestedTemplates(parsed);
  return {
    sources: inTheirEnvironments(parsed.map(template => sourceOf(template, nested.get(template)))),
    unreadable: results.filter(result => result instanceof UnreadableInput),
  };
}

async function readTemplate(input: string): Promise<TemplateFile | UnreadableInput> {
  const file = nameOf(input);
  try {
    // The stack's name becomes a part of symbols, which have braces around them.
    return { file, stack: file.replace(/[${}]/g, '_'), body: template(file, await readText(input)) };
  } catch (error) {
    if (error instanceof UnreadableInput) return error;
    throw error;
  }
}

/** What cannot be walked to its end when it is read cannot be judged either. */
const template = (file: string, text: string): TemplateBody => unlessTooDeep(file, () => {
  const body = parseTemplate(file, text);
  JSON.stringify(body);
  return body;
});

function sourceOf({ file, stack, body }: TemplateFile, nestedIn: TemplateSource['nestedIn']): TemplateSource & { readonly file: string } {
  const manifest = assetManifestOf(file);
  return {
    stack,
    assembly: '',
    file,
    body,
    nestedIn,
    paths: pathsIn(body),
    builtImages: manifest === undefined ? undefined : readBuiltImages(dirname(file), manifest),
  };
}

/** The CDK writes the path of its construct beside each resource. */
function pathsIn({ Resources = {} }: TemplateSource['body']): TemplateSource['paths'] {
  return new Map(Object.entries(Resources).flatMap(([logicalId, { Metadata }]) => {
    const path = Metadata?.['aws:cdk:path'];
    return typeof path === 'string' ? [[logicalId, path] as const] : [];
  }));
}
