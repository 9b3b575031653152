import { type CollectionTag, type Document, parseDocument, type ScalarTag, type Tags, type YAMLError, YAMLMap, type YAMLSeq } from 'yaml';
import { tooDeep } from './unless-too-deep';
import { UnreadableInput } from './unreadable-input';
import { mayNestTooDeeply } from '../../evidence/model/nesting';

/** The functions that CloudFormation lets people write as a YAML tag, such as `!GetAtt`. */
const FUNCTIONS = [
  'And', 'Base64', 'Cidr', 'Equals', 'FindInMap', 'ForEach', 'GetAtt', 'GetAZs', 'GetStackOutput', 'If', 'ImportValue', 'Join', 'Length',
  'Not', 'Or', 'Select', 'Split', 'Sub', 'ToJsonString', 'Transform',
];

/** Account ids may begin with a zero, which a number would lose. */
const DIGITS_AFTER_ZERO: ScalarTag = { tag: 'tag:yaml.org,2002:str', default: true, test: /^0\d+$/, resolve: text => text };

const TAGS: Tags = [
  ...FUNCTIONS.flatMap(name => tagsOf(name, `Fn::${name}`)),
  ...tagsOf('Ref', 'Ref'),
  ...tagsOf('Condition', 'Condition'),
  DIGITS_AFTER_ZERO,
];

/** As CloudFormation and its command line read YAML: `<<` merges a map into another one, and of two equal keys the last one counts. */
const AS_CLOUDFORMATION = { merge: true, uniqueKeys: false } as const;

/** The value of a YAML text, with the short tags of CloudFormation in their long form. */
export function parseYaml(file: string, text: string): unknown {
  if (mayNestTooDeeply(text)) throw tooDeep(file);
  const asWritten = parse(text);
  const indented = asWritten.errors.some(({ code }) => code === 'BAD_INDENT') ? parse(withEndsIndented(text)) : asWritten;
  if (faultsOf(indented).length === 0) return valueOf(file, indented);
  const [fault] = faultsOf(asWritten);
  const [{ line, col } = { line: 1, col: 1 }] = fault.linePos ?? [];
  throw new UnreadableInput(`${file}:${line}:${col}`, `not YAML: ${asReason(fault.message)}`, { cause: fault });
}

const parse = (text: string): Document.Parsed =>
  parseDocument(text, { ...AS_CLOUDFORMATION, customTags: known => [...TAGS, ...known], logLevel: 'silent' });

const faultsOf = ({ errors, warnings }: Document.Parsed): readonly YAMLError[] => [...errors, ...warnings];

/** CloudFormation takes a bracket that ends further left than what is in it, which the parser refuses. */
const withEndsIndented = (text: string): string => text.replace(/^ *(?=[}\]])/gm, indent => `${indent}  `);

/** Aliases of aliases grow without end. */
function valueOf(file: string, document: Document): unknown {
  try {
    return document.toJS({ maxAliasCount: 1000 });
  } catch (error) {
    if (!(error instanceof ReferenceError)) throw error;
    throw new UnreadableInput(file, 'not a template: its aliases expand without limit', { cause: error });
  }
}

/** A tag may stand before a text, a list or a map. */
function tagsOf(name: string, key: string): Tags {
  const tag = `!${name}`;
  const text: ScalarTag = { tag, resolve: value => ({ [key]: value }) };
  const list: CollectionTag = { tag, collection: 'seq', resolve: value => inLongForm(key, value) };
  const map: CollectionTag = { tag, collection: 'map', resolve: value => inLongForm(key, value) };
  return [text, list, map];
}

function inLongForm(key: string, value: YAMLSeq | YAMLMap): YAMLMap {
  const map = new YAMLMap();
  map.set(key, value);
  return map;
}

/** The parser's message without the place, which it repeats, and without the excerpt. */
const asReason = (message: string): string => message.split('\n')[0]
  .replace(/ at line \d+, column \d+:?$/, '')
  .replace(/^[A-Z](?=[a-z])/, letter => letter.toLowerCase());
