import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecr from 'aws-cdk-lib/aws-ecr';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import { parse } from 'yaml';
import { COPILOT_TEMPLATE } from './copilot-template';
import { type Given, MIGRATIONS } from './migrations';
import { type Compared, templateDiff } from './template-diff';
import { SharedLoadBalancer } from '../../src/index';
import { certificateIn } from '../service/declare';
import { lostTypes, type Template as Updated } from '../updates/replaced';

const DOCUMENT = readFileSync(join(__dirname, '..', '..', 'docs', 'MIGRATING.md'), 'utf8');
const CODE = readFileSync(join(__dirname, 'migrations.ts'), 'utf8').replace(/^ {4}/gm, '');

function synthesized(code: (given: Given) => void): Compared {
  const app = new App();
  const stack = new Stack(app, 'Shop');
  const certificate = certificateIn(stack);
  code({
    stack,
    get vpc() {
      return new ec2.Vpc(stack, 'Vpc', { maxAzs: 2, natGateways: 1 });
    },
    image: ecs.ContainerImage.fromEcrRepository(ecr.Repository.fromRepositoryName(stack, 'Repository', 'shop/web'), '1.2.3'),
    certificate,
    password: secretsmanager.Secret.fromSecretNameV2(stack, 'Password', 'shop/password'),
    get shared() {
      const platform = new Stack(app, 'Platform');
      return new SharedLoadBalancer(platform, 'Shared', { internetFacing: true, certificates: [certificateIn(platform)] });
    },
  });
  return Template.fromStack(stack).toJSON() as Compared;
}

const block = (name: string, language: string): string =>
  new RegExp(`<!-- ${name} -->\\n\`\`\`${language}\\n([^]*?)\\n\`\`\``).exec(DOCUMENT)?.[1] ?? '';

const TEMPLATES: Readonly<Record<string, Compared>> = {
  ...Object.fromEntries(Object.entries(MIGRATIONS).map(([name, code]) => [name, synthesized(code)])),
  copilotBefore: COPILOT_TEMPLATE,
};

test.each(Object.keys(MIGRATIONS))('the code %s is in the document, word for word', name => {
  const code = block(name, 'ts');
  expect(code).not.toBe('');
  expect(CODE).toContain(code);
});

test.each([['plain', 'plainBefore', 'plainAfter'], ['patterns', 'patternsBefore', 'patternsAfter'], ['copilot', 'copilotBefore', 'copilotAfter']])(
  'the document shows what the migration of %s changes', (name, before, after) => {
    expect(block(name, 'diff').split('\n')).toEqual(templateDiff(TEMPLATES[before], TEMPLATES[after]));
  });

test('a plain service that is hardened loses and replaces nothing', () => {
  expect(lostTypes(TEMPLATES.plainBefore as Updated, TEMPLATES.plainAfter as Updated)).toEqual([]);
});

/** The fields of a manifest, each by its path. */
const fieldsOf = (value: unknown, path = ''): readonly string[] =>
  typeof value !== 'object' || value === null || Array.isArray(value)
    ? [path]
    : Object.entries(value).flatMap(([key, inner]) => fieldsOf(inner, path === '' ? key : `${path}.${key}`));

test('each field of the manifest of Copilot has its row', () => {
  const rows = [...DOCUMENT.matchAll(/^\| `([\w.]+)` \|/gm)].map(([, field]) => field);
  const fields = fieldsOf(parse(block('manifest', 'yaml')));
  expect(fields.length).toBeGreaterThan(12);
  expect(fields.filter(field => !rows.some(row => field === row || field.startsWith(`${row}.`)))).toEqual([]);
});
