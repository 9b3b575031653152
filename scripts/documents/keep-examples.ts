import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { TemplateBody } from '../../src/facts/template/source/template-source';
import { LAYOUTS } from '../../test/guardrails/corpus/layout';
import { examplesFrom, VARIANTS } from '../../test/guardrails/fixes/examples';

// Keeps the examples of docs/GUARDRAILS.md, because their services take longer to synthesize than all other documents together.
const app = new App();
VARIANTS.forEach((declare, index) => LAYOUTS['one stack'](new Construct(app, `Configuration${index}`), declare));
const { stacks } = app.synth();
const templates = VARIANTS.map((_, index) =>
  stacks.filter(({ hierarchicalId }) => hierarchicalId.startsWith(`Configuration${index}/`)).map(({ template }) => template as TemplateBody));
const text = JSON.stringify(examplesFrom(templates), undefined, 2);
writeFileSync(join(__dirname, '..', '..', 'test', 'guardrails', 'fixes', 'examples.json'), `${text}\n`);
