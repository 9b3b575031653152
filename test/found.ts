import type { Template } from 'aws-cdk-lib/assertions';

/** Things that a test goes through one by one; none at all would let every test of them pass. */
export function found<T>(things: readonly T[]): readonly T[] {
  if (things.length === 0) throw new Error('nothing was found that could be tested');
  return things;
}

/** The properties of each resource of a type. */
export const propertiesOf = (template: Template, type: string): readonly Readonly<Record<string, any>>[] =>
  found(Object.values(template.findResources(type))).map(({ Properties }) => Properties);
