import { App, Stack } from 'aws-cdk-lib';
import type { TemplateBody, TemplateResource, TemplateSource } from '../../src/facts/template/source/template-source';
import { Templates } from '../../src/facts/template/templates';
import { collectTemplates } from '../../src/guardrails/plugin/collect-templates';

/** A template as text has it, with nothing around it. */
export const sourceOf = (stack: string, body: TemplateBody, nestedIn?: TemplateSource['nestedIn']): TemplateSource =>
  ({ stack, assembly: '', body, nestedIn, paths: new Map() });

/** One stack, named `S`, with these resources. */
export const templatesOf = (resources: Readonly<Record<string, TemplateResource>>): Templates => new Templates([sourceOf('S', { Resources: resources })]);

/** What the CDK writes for what is declared in a stack, named `S`. */
export function synthesized(declare: (stack: Stack) => void): Templates {
  const app = new App({ treeMetadata: false });
  declare(new Stack(app, 'S'));
  app.synth();
  return new Templates(collectTemplates(app));
}
