/** The parts of an ARN that tell what it names; after the name of a secret follow key, version stage and version id. */
const SERVICE = 2;
const RESOURCE = 5;
const NAME = 6;
const KEY = NAME + 1;
const STAGE = KEY + 1;
const COMPLETE = NAME + 4;

/**
 * What is wrong with a reference to a secret, as the end of a sentence that begins with its name; absent when nothing is, or nobody knows.
 *
 * ECS takes a secret's ARN alone, or followed by key, version stage and version id, of which each may be empty and none may be left out.
 */
export function faultOfReference(valueFrom: string): string | undefined {
  const parts = valueFrom.replace(/\$\{[^}]*\}/g, '$').split(':');
  if (parts[0] === 'arn') return faultOfArn(parts);
  if (parts[0].startsWith('$')) return faultAfterSymbol(parts);
  return /^[\w./$-]*$/.test(valueFrom.replace(/\$\{[^}]*\}/g, '$')) ? undefined : 'is neither an ARN nor the name of a parameter';
}

function faultOfArn(parts: readonly string[]): string | undefined {
  const service = parts[SERVICE] ?? '';
  if (service.includes('$') || parts.length <= RESOURCE && parts.some(part => part.includes('$'))) return undefined;
  if (parts[RESOURCE]?.includes('$')) return undefined;
  const store = STORES[service];
  return store === undefined ? `has an ARN of ${service}, but ECS reads only ARNs of secretsmanager and ssm` : store(parts);
}

const STORES: Readonly<Record<string, ((parts: readonly string[]) => string | undefined) | undefined>> = {
  secretsmanager: parts =>
    parts[RESOURCE] === 'secret' && parts[NAME] ? faultOfKey(parts) : 'has an ARN of secretsmanager that is not the ARN of a secret',
  ssm: parts => parts[RESOURCE]?.startsWith('parameter/') ? undefined : 'has an ARN of ssm that is not the ARN of a parameter',
};

function faultOfKey(parts: readonly string[]): string | undefined {
  if (parts.length !== KEY && parts.length !== COMPLETE) {
    return `has an ARN with ${parts.length} parts, but a secret ARN must have ${KEY}, or ${COMPLETE} with `
      + 'a JSON key, version stage, and version ID, each of which can be empty';
  }
  return parts[STAGE] && parts[STAGE + 1] ? 'names both a version stage and a version ID, but ECS accepts only one of them' : undefined;
}

/** A reference to a resource is a whole ARN, or the name of a parameter, in which there is no colon. */
function faultAfterSymbol(parts: readonly string[]): string | undefined {
  if (parts[0] !== '$' || parts.length === 1) return undefined;
  return faultOfKey([...Array.from({ length: NAME }, () => ''), ...parts]);
}
