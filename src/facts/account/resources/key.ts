import type { Known } from '../../model/fact';
import type { AccountResource } from '../model/account-resource';
import { parseDocument } from '../model/policy-document';

/** A key as DescribeKey answers it. */
export interface KeyAnswer {
  readonly KeyId?: string;
  readonly Arn?: string;
}

export interface KeyAnswers {
  readonly key: KeyAnswer;
  readonly policy: Known<string>;
  /** The names by which others refer to the key, such as `alias/logs`. */
  readonly aliases?: readonly string[];
}

/** A customer managed key with its policy. */
export const keyResources = ({ key: { KeyId = '', Arn = '' }, policy, aliases = [] }: KeyAnswers): readonly AccountResource[] => [
  {
    id: Arn,
    type: 'AWS::KMS::Key',
    properties: { KeyPolicy: parseDocument(policy) },
    names: { [Arn]: 'Arn', [KeyId]: 'Ref' },
  },
  ...aliases.map(alias => ({ id: alias, type: 'AWS::KMS::Alias', properties: { AliasName: alias, TargetKeyId: Arn } })),
];
