import { canonicalArn } from './canonical-arn';
import { readGrants } from './statement';
import { type Fact, isKnown, type Known, UNKNOWN } from '../model/fact';
import type { GrantFacts, PolicyHolderFacts } from '../model/role';
import { belongingTo } from '../template/refers';
import type { Resource } from '../template/resource';
import { asString, type Resolved } from '../template/source/resolved';
import type { Templates } from '../template/templates';

/** Where CloudFormation keeps the policy of a thing: in the thing itself, or in a resource of its own. */
interface PolicyPlace {
  readonly within?: string;
  readonly beside?: readonly [type: string, property: string, document: string];
}

const POLICIES: Readonly<Record<string, PolicyPlace>> = {
  'AWS::ECR::Repository': { within: 'RepositoryPolicyText' },
  'AWS::EFS::FileSystem': { within: 'FileSystemPolicy' },
  'AWS::KMS::Key': { within: 'KeyPolicy' },
  'AWS::S3::Bucket': { beside: ['AWS::S3::BucketPolicy', 'Bucket', 'PolicyDocument'] },
  'AWS::SecretsManager::Secret': { beside: ['AWS::SecretsManager::ResourcePolicy', 'SecretId', 'ResourcePolicy'] },
};

/** A thing of the app that policies name. */
export const readPolicyHolder = (templates: Templates, resource: Resource): PolicyHolderFacts => ({
  arn: `\${${resource.key}.Arn}`,
  grants: grantsOf(templates, resource),
});

/** What the policy of a thing says itself; without a policy it says nothing. */
export function grantsOf(templates: Templates, resource: Resource): Known<readonly GrantFacts[]> {
  const { within, beside } = POLICIES[resource.type] ?? {};
  const own: readonly Resolved[] = within === undefined || resource.properties[within] === undefined ? [] : [resource.properties[within]];
  const attached = beside === undefined ? [] : attachedTo(templates, resource, ...beside);
  const grants = [...own, ...attached].map(document => readGrants(templates, document));
  return grants.every(isKnown) ? grants.flat() : UNKNOWN;
}

/** Reads a customer managed key by its id, its ARN or its alias; AWS's own keys serve everybody who may ask the service. */
export function readKey(templates: Templates, value: Resolved): Fact<PolicyHolderFacts> {
  const name = asString(value);
  if (typeof name !== 'string') return name;
  if (/(^|:)alias\/aws\//.test(name)) return undefined;
  const alias = templates.referred(name, 'AWS::KMS::Alias');
  const target: Resolved = alias === undefined ? name : alias.properties.TargetKeyId;
  const key = templates.referred(target, 'AWS::KMS::Key');
  return key === undefined ? { arn: UNKNOWN, grants: UNKNOWN } : readPolicyHolder(templates, key);
}

/** Reads an object in S3 by its ARN. */
export function readObject(templates: Templates, arn: Fact<string>): PolicyHolderFacts {
  if (typeof arn !== 'string') return { arn: UNKNOWN, grants: UNKNOWN };
  const symbols = arn.match(/\$\{[^}]*\}/g) ?? [];
  const [bucket] = symbols.flatMap(symbol => templates.referred(symbol, 'AWS::S3::Bucket') ?? []);
  return { arn: canonicalArn(templates, arn), grants: bucket === undefined ? UNKNOWN : grantsOf(templates, bucket) };
}

function attachedTo(templates: Templates, owner: Resource, type: string, property: string, document: string): readonly Resolved[] {
  return belongingTo(templates, owner, type, property).map(([policy, certain]): Resolved =>
    certain ? policy.properties[document] : UNKNOWN,
  );
}
