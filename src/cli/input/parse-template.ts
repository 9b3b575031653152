import { parseDocuments } from './parse-json';
import { parseYaml } from './parse-yaml';
import { UnreadableInput } from './unreadable-input';
import type { TemplateBody } from '../../facts/template/source/template-source';

/** The sections that are read, and whether each of their entries has parts of its own. */
const SECTIONS = { Parameters: 'a map', Mappings: 'anything', Conditions: 'anything', Resources: 'a map', Outputs: 'a map' } as const;

type Section = keyof typeof SECTIONS;

/** What a macro of CloudFormation multiplies at deployment, so that nobody can judge it before. */
const EXPANDED = /^Fn::/;

/** Reads a CloudFormation template in JSON or YAML, or says where it is none. */
export function parseTemplate(file: string, text: string): TemplateBody {
  const value = text.trimStart().startsWith('{') ? parseJson(file, text) : parseYaml(file, text);
  if (!isMap(value) || !isTemplate(value)) throw new UnreadableInput(file, 'not a CloudFormation template: it has no Resources');
  const sections = Object.keys(SECTIONS) as readonly Section[];
  const body = Object.fromEntries(sections.map(section => [section, entriesOf(file, value, section)]));
  return { ...body, Transform: value.Transform } as TemplateBody;
}

/** The CDK writes a stack without resources as a template without that section. */
const isTemplate = (value: object): boolean =>
  ['Resources', 'AWSTemplateFormatVersion', 'Parameters', 'Outputs', 'Rules', 'Conditions', 'Transform'].some(section => section in value);

function parseJson(file: string, text: string): unknown {
  const [document, ...others] = parseDocuments(file, text);
  if (document instanceof UnreadableInput) throw document;
  if (others.length > 0) throw new UnreadableInput(file, 'not a CloudFormation template: it contains several JSON values');
  return document.value;
}

function entriesOf(file: string, template: object, section: Section): object {
  const entries = mapIn(file, template, section);
  for (const [name, entry] of Object.entries(entries)) if (!EXPANDED.test(name)) requireParts(file, section, name, entry);
  return entries;
}

function requireParts(file: string, section: Section, name: string, entry: unknown): void {
  const place = `${section}.${name}`;
  if (SECTIONS[section] !== 'a map') return;
  if (!isMap(entry)) throw new UnreadableInput(file, `${place} is not a map`);
  if (section === 'Resources' && typeof entry.Type !== 'string') throw new UnreadableInput(file, `${place} has no Type`);
  if (section === 'Resources') mapIn(file, entry, 'Properties', `${place}.`);
  if ('AllowedValues' in entry && !Array.isArray(entry.AllowedValues)) {
    throw new UnreadableInput(file, `${place}.AllowedValues is not a list`);
  }
}

/** A map that may be left out. */
function mapIn(file: string, outer: object, name: string, place = ''): object {
  const map = (outer as { readonly [name: string]: unknown })[name] ?? {};
  if (!isMap(map)) throw new UnreadableInput(file, `${place}${name} is not a map`);
  return map;
}

const isMap = (value: unknown): value is { readonly [name: string]: unknown } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
