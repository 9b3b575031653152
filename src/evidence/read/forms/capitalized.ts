import { isObject, type JsonObject, uncapitalised } from '../../model/json-fields';

/** Maps whose keys are names that users gave. */
const NAMED_BY_USERS = ['acknowledged', 'dockerLabels', 'DockerLabels', 'tags', 'Tags', 'options', 'Options'];

const DEEPEST = 32;

/**
 * The value with field names as the API of ECS spells them.
 *
 * Step Functions, CloudFormation, Elastic Load Balancing and several SDKs begin each with a capital letter.
 */
export function inApiSpelling(value: unknown, depth = 0): unknown {
  if (depth > DEEPEST) return value;
  if (Array.isArray(value)) return value.map(item => inApiSpelling(item, depth + 1));
  if (!isObject(value) || value instanceof Date) return value;
  const fields = Object.entries(isCapitalized(value) ? uncapitalised(value) : value);
  return Object.fromEntries(fields.map(([name, inner]) => [name, NAMED_BY_USERS.includes(name) ? inner : inApiSpelling(inner, depth + 1)]));
}

const isCapitalized = (value: JsonObject): boolean => Object.keys(value).some(name => /^[A-Z][a-z]/.test(name));
