import { parseXML } from '@aws-sdk/xml-builder';
import { isObject, type JsonObject } from '../../evidence/model/json-fields';

/** What AWS answered in XML. */
export interface XmlAnswer {
  /** Such as `DescribeTargetHealth`. */
  readonly operation: string;
  /** The answer as an SDK has it. */
  readonly value: unknown;
}

/** Longer than any answer. */
const LONGEST = 4_000_000;

/** How the answer of an API begins that is asked by a query, such as those of load balancers, CloudFormation and EC2. */
const BEGINNING = /<(\w{1,80})Response xmlns="https?:\/\/\w{1,40}\.amazonaws\.com\//;

/** The answer of AWS in a text, also between other text; undefined where there is none. */
export function parseXml(text: string): XmlAnswer | undefined {
  const match = text.length > LONGEST ? null : BEGINNING.exec(text);
  if (match === null) return undefined;
  const [, operation] = match;
  const closing = `</${operation}Response>`;
  const end = text.indexOf(closing, match.index);
  const answer = end < 0 ? undefined : elementOf(text.slice(match.index, end + closing.length), `${operation}Response`);
  return answer && { operation, value: isObject(answer.Error) ? asSdkError(answer.Error) : withLists(inner(answer, operation)) };
}

/** XML that is cut, not well-formed or nested deeper than any answer is read as the text that it is. */
function elementOf(xml: string, name: string): JsonObject | undefined {
  try {
    const document: unknown = parseXML(xml);
    const element = isObject(document) ? document[name] : undefined;
    return isObject(element) ? element : undefined;
  } catch {
    return undefined;
  }
}

/** One of the two protocols puts the result beside the metadata of the call. */
const inner = (answer: JsonObject, operation: string): unknown => answer[`${operation}Result`] ?? answer;

/** An SDK calls the code of an error its name. */
const asSdkError = ({ Code, Message }: JsonObject): JsonObject => ({ name: Code, message: Message });

/** How the two query protocols name the items of a list. */
const ITEMS = ['member', 'item'];

/** Lists as lists, where XML has an element for each item. */
function withLists(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withLists);
  if (!isObject(value)) return value;
  const [name, ...others] = Object.keys(value);
  if (others.length === 0 && ITEMS.includes(name)) return [value[name]].flat().map(withLists);
  return Object.fromEntries(Object.entries(value).map(([field, held]) => [field, withLists(held)]));
}
