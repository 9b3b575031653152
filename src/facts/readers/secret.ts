import { mask } from './masked';
import type { SecretFacts, SecretStore } from '../model/container';
import { type Known, UNKNOWN } from '../model/fact';
import { asString, at, type Resolved } from '../template/resolved';
import type { Templates } from '../template/templates';

/** `arn:partition:secretsmanager:region:account:secret:name`, before the JSON key, version stage and version id. */
const PARTS_OF_A_SECRET_ARN = 7;

const STORES: Readonly<Record<string, SecretStore>> = {
  'AWS::SecretsManager::Secret': 'secretsmanager',
  'AWS::SSM::Parameter': 'ssm',
};

/** Reads where one secret of a container comes from. */
export function readSecret(templates: Templates, value: Resolved): SecretFacts {
  const name = asString(at(value, 'Name'));
  const from = asString(at(value, 'ValueFrom'));
  return { name: typeof name === 'string' ? name : '${?}', ...readReference(templates, from) };
}

/**
 * One spelling for every way of referring to a thing that policies name.
 *
 * A secret of RDS is referred to by its attachment, and what a custom resource returns may be the ARN of anything.
 */
export function canonicalArn(templates: Templates, arn: string): string {
  return arn.replace(/\$\{[^}]*\}/g, symbol => {
    const resource = templates.referred(symbol);
    if (resource?.type.startsWith('Custom::') || resource?.type === 'AWS::CloudFormation::CustomResource') return '${?}';
    const secret = resource?.type === 'AWS::SecretsManager::SecretTargetAttachment' ? asString(resource.properties.SecretId) : undefined;
    return typeof secret === 'string' ? secret : symbol;
  });
}

function readReference(templates: Templates, from: ReturnType<typeof asString>): Pick<SecretFacts, 'reference' | 'store'> {
  if (typeof from !== 'string') return { reference: UNKNOWN, store: UNKNOWN };
  const { text, unmask } = mask(canonicalArn(templates, from));
  const reference = unmask(withoutKey(text));
  return { reference: reference.includes('${?}') ? UNKNOWN : reference, store: storeOf(text, templates.referred(reference)?.type) };
}

/** A symbol at the beginning is a whole ARN; a parameter has no key after its name. */
function withoutKey(text: string): string {
  if (/^[\ue000-\uf8ff]/.test(text)) return text.split(':')[0] ?? text;
  return text.includes(':secretsmanager:') ? text.split(':').slice(0, PARTS_OF_A_SECRET_ARN).join(':') : text;
}

function storeOf(text: string, type: string | undefined): Known<SecretStore> {
  if (type !== undefined) return STORES[type] ?? UNKNOWN;
  if (text.includes(':secretsmanager:')) return 'secretsmanager';
  return /^[\ue000-\uf8ff]/.test(text) ? UNKNOWN : 'ssm';
}
