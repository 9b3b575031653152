import { parseYaml } from './parse-yaml';
import { UnreadableInput } from './unreadable-input';

/** Values of parameters by their names. */
export type ParameterValues = ReadonlyMap<string, string>;

const FORMS = 'a list of ParameterKey and ParameterValue, a list of Name=Value, or an object with Parameters';

/**
 * Reads a file of parameters in any form that CloudFormation, its command line or CodePipeline takes.
 *
 * @see https://docs.aws.amazon.com/cli/latest/reference/cloudformation/create-stack.html
 * @see https://docs.aws.amazon.com/cli/latest/reference/cloudformation/deploy/index.html
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/continuous-delivery-codepipeline-cfn-artifacts.html
 */
export function parseParameters(file: string, text: string): ParameterValues {
  const content = parseYaml(file, text);
  const entries = Array.isArray(content) ? content.map(entryOf) : entriesIn(content);
  if (!entries?.every(entry => entry !== undefined)) throw new UnreadableInput(file, `not a file of parameters: it must be ${FORMS}`);
  return new Map(entries.flatMap(([name, value]) => value === undefined ? [] : [[name, value] as const]));
}

/** `Name=Value`, as on a command line. */
export function parseAssignment(text: string): readonly [name: string, value: string] | undefined {
  const [, name, value] = /^(\w+)=(.*)$/s.exec(text) ?? [];
  return name === undefined ? undefined : [name, value];
}

/** A parameter that keeps its previous value has none that could be read. */
type Entry = readonly [name: string, value: string | undefined];

function entryOf(item: unknown): Entry | undefined {
  if (typeof item === 'string') return parseAssignment(item);
  const { ParameterKey: name, ParameterValue: value, UsePreviousValue: isKept } = fieldsOf(item) ?? {};
  const text = textOf(value);
  return typeof name === 'string' && (text !== undefined || isKept === true) ? [name, text] : undefined;
}

function entriesIn(content: unknown): readonly (Entry | undefined)[] | undefined {
  const values = fieldsOf(fieldsOf(content)?.Parameters ?? content);
  return values && Object.entries(values).map(([name, value]) => {
    const text = textOf(value);
    return text === undefined ? undefined : [name, text] as const;
  });
}

/** A list stands in one text, with commas. */
function textOf(value: unknown): string | undefined {
  if (Array.isArray(value)) return value.map(String).join(',');
  return ['string', 'number', 'boolean'].includes(typeof value) ? String(value) : undefined;
}

const fieldsOf = (value: unknown): { readonly [name: string]: unknown } | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? value as { readonly [name: string]: unknown } : undefined;
