import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import type { Example, Form } from './forms';

/** The template files of an example, those of nested stacks and stages too. */
export function templatesOf(example: Example, form: Form, flags: Readonly<Record<string, unknown>>): readonly string[] {
  const app = new App({ context: flags, treeMetadata: false });
  form(app, example);
  const { directory } = app.synth();
  const files = (readdirSync(directory, { recursive: true }) as string[]).filter(name => name.endsWith('.template.json'));
  expect(files).not.toEqual([]);
  return files.map(file => join(directory, file));
}
