import { canonicalArn } from './canonical-arn';
import { grantsOf, readKey } from './policy-holder';
import { holdsSecretArn, templateArn, withoutSecretKey } from '../../aws/arn';
import type { SecretFacts, SecretStore } from '../model/container';
import { type Fact, type Known, UNKNOWN } from '../model/fact';
import { mask } from '../template/masked';
import { foreignRegion } from '../template/region';
import type { Resource } from '../template/resource';
import { asString, at, type Resolved } from '../template/source/resolved';
import type { Templates } from '../template/templates';

const REGION = 3;

const STORES: Readonly<Record<string, SecretStore>> = {
  'AWS::SecretsManager::Secret': 'secretsmanager',
  'AWS::SSM::Parameter': 'ssm',
};

/** Reads where one secret of a container comes from. */
export function readSecret(templates: Templates, stack: string, value: Resolved): SecretFacts {
  const name = asString(at(value, 'Name'));
  const from = asString(at(value, 'ValueFrom'));
  return { name: typeof name === 'string' ? name : '${?}', ...readReference(templates, stack, from) };
}

/**
 * Reads where the account at a private registry is kept, which is always Secrets Manager; a secret of the same Region
 * may go by its name.
 */
export function readRegistryAccount(templates: Templates, stack: string, value: Resolved): Fact<SecretFacts> {
  const from = asString(value);
  if (typeof from !== 'string') return from;
  const arn = /^(arn:|\$\{)/.test(from) ? from : templateArn('secretsmanager', `secret:${from}`);
  return { ...readReference(templates, stack, arn), name: 'repositoryCredentials', store: 'secretsmanager' };
}

function readReference(templates: Templates, stack: string, from: ReturnType<typeof asString>): Omit<SecretFacts, 'name'> {
  if (typeof from !== 'string') {
    return { reference: UNKNOWN, store: UNKNOWN, region: UNKNOWN, valueFrom: UNKNOWN, kmsKey: UNKNOWN, grants: UNKNOWN };
  }
  const { text, unmask } = mask(canonicalArn(templates, from));
  const reference = unmask(withoutKey(text));
  const declared = templates.referred(reference);
  return {
    reference: reference.includes('${?}') ? UNKNOWN : reference,
    store: storeOf(text, declared?.type),
    region: text.startsWith('arn:') ? foreignRegion(templates, stack, unmask(text.split(':')[REGION] ?? '')) : undefined,
    valueFrom: from,
    kmsKey: keyOf(templates, declared),
    grants: declared?.type === 'AWS::SecretsManager::Secret' ? grantsOf(templates, declared) : [],
  };
}

/** CloudFormation makes no parameter that is encrypted; the key of a secret that was made elsewhere is not in the template. */
function keyOf(templates: Templates, declared: Resource | undefined): SecretFacts['kmsKey'] {
  if (declared?.type === 'AWS::SSM::Parameter') return undefined;
  return declared?.type === 'AWS::SecretsManager::Secret' ? readKey(templates, declared.properties.KmsKeyId) : UNKNOWN;
}

/** A symbol at the beginning is a whole ARN; a parameter has no key after its name. */
const withoutKey = (text: string): string => /^[\ue000-\uf8ff]/.test(text) ? text.split(':')[0] ?? text : withoutSecretKey(text);

function storeOf(text: string, type: string | undefined): Known<SecretStore> {
  if (type !== undefined) return STORES[type] ?? UNKNOWN;
  if (holdsSecretArn(text)) return 'secretsmanager';
  return /^[\ue000-\uf8ff]/.test(text) ? UNKNOWN : 'ssm';
}
