import { readdirSync } from 'node:fs';
import { readJson, type Synthesis } from './synth';

export interface Resource {
  readonly Type: string;
  readonly Properties?: Readonly<Record<string, unknown>>;
  readonly Metadata?: { readonly 'aws:cdk:path'?: string };
}

/** Every resource of the templates of an app. */
export const resourcesOf = (synthesis: Synthesis): readonly Resource[] =>
  readdirSync(synthesis.assembly)
    .filter(file => file.endsWith('.template.json'))
    .flatMap(file => Object.values(readJson<{ readonly Resources?: Readonly<Record<string, Resource>> }>(synthesis, file).Resources ?? {}));

/** The resources of one type. */
export const ofType = (resources: readonly Resource[], type: string): readonly Resource[] => resources.filter(({ Type }) => Type === type);

/** The id that a resource's construct has in the code, such as `ServiceDown`. */
export const constructId = ({ Metadata, Type }: Resource): string =>
  Metadata?.['aws:cdk:path']?.split('/').filter(part => part !== 'Resource' && part !== 'Alarm').at(-1) ?? Type;

/** A text of which deployment decides parts; those stand as `…`. */
export function text(value: unknown): string {
  if (typeof value === 'string') return value;
  const [, parts] = (value as { readonly 'Fn::Join'?: readonly [string, readonly unknown[]] } | undefined)?.['Fn::Join'] ?? ['', []];
  return parts.map(part => typeof part === 'string' ? part : '…').join('');
}

/** How often each type occurs, the most frequent first. */
export function countsOf(resources: readonly Resource[]): readonly (readonly [type: string, count: number])[] {
  const types = [...new Set(resources.map(({ Type }) => Type))];
  return types.map(type => [type, ofType(resources, type).length] as const).sort(([, a], [, b]) => b - a);
}
