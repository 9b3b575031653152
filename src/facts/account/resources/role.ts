import { isKnown, type Known, UNKNOWN } from '../../model/fact';
import type { AccountResource } from '../model/account-resource';
import { parseDocument } from '../model/policy-document';

/** A role as GetRole answers it. */
export interface RoleAnswer {
  readonly Arn?: string;
  readonly RoleName?: string;
  readonly AssumeRolePolicyDocument?: string;
  readonly PermissionsBoundary?: { readonly PermissionsBoundaryArn?: string };
}

/** A policy of the role itself as GetRolePolicy answers it. */
export interface RolePolicyAnswer {
  readonly PolicyName?: string;
  readonly PolicyDocument?: string;
}

/** A managed policy; the document of the version that counts. */
export interface ManagedPolicyAnswer {
  readonly arn: string;
  readonly document: Known<string>;
}

/** A role with everything that says what it may do. */
export interface RoleAnswers {
  readonly role: RoleAnswer;
  readonly inline: Known<readonly Known<RolePolicyAnswer>[]>;
  /** The ARNs of the managed policies that are attached. */
  readonly attached: Known<readonly string[]>;
  /** The documents of the account's own managed policies, the boundary's included; those of AWS are known without asking. */
  readonly documents: readonly ManagedPolicyAnswer[];
}

/** A role with its policies. */
export function roleResources({ role, inline, attached, documents }: RoleAnswers): readonly AccountResource[] {
  const { Arn = '', RoleName, AssumeRolePolicyDocument, PermissionsBoundary } = role;
  return [
    {
      id: Arn,
      type: 'AWS::IAM::Role',
      properties: {
        RoleName,
        AssumeRolePolicyDocument: parseDocument(AssumeRolePolicyDocument) ?? UNKNOWN,
        ManagedPolicyArns: attached,
        PermissionsBoundary: PermissionsBoundary?.PermissionsBoundaryArn,
        Policies: isKnown(inline) ? inline.map(policyOf) : UNKNOWN,
      },
      names: { [Arn]: 'Arn' },
    },
    ...documents.map(({ arn, document }) => ({
      id: arn,
      type: 'AWS::IAM::ManagedPolicy',
      properties: { PolicyDocument: parseDocument(document) ?? UNKNOWN },
    })),
  ];
}

const policyOf = (policy: Known<RolePolicyAnswer>): object =>
  isKnown(policy)
    ? { PolicyName: policy.PolicyName, PolicyDocument: parseDocument(policy.PolicyDocument) ?? UNKNOWN }
    : { PolicyDocument: UNKNOWN };
