import { attachedDocuments } from './attached-policies';
import { readGrants, readStatements } from './statement';
import { type Fact, isKnown, type Known, UNKNOWN } from '../model/fact';
import type { RoleFacts, StatementFacts } from '../model/role';
import type { Resource } from '../template/resource';
import { asList, asString, at, identityOf, type Resolved } from '../template/source/resolved';
import type { Templates } from '../template/templates';

/** Reads a role and everything that the app attaches to it; of a role made elsewhere only its name is known. */
export function readRole(templates: Templates, reference: Resolved): Fact<RoleFacts> {
  const role = templates.referred(reference, 'AWS::IAM::Role');
  if (role === undefined) {
    const name = identityOf(reference);
    return typeof name === 'string' ? madeElsewhere(templates.identify(name)) : name;
  }
  const managed = asList(role.properties.ManagedPolicyArns);
  const documents = [...inlineDocuments(role), ...attachedDocuments(templates, role), ...listedDocuments(templates, managed)];
  return {
    id: role.key,
    trust: readGrants(templates, role.properties.AssumeRolePolicyDocument),
    statements: isKnown(managed) ? joined(documents.map(document => readStatements(templates, document))) : UNKNOWN,
    managedPolicies: isKnown(managed) ? elsewhere(templates, managed) : UNKNOWN,
    boundary: readBoundary(templates, role.properties.PermissionsBoundary),
  };
}

const madeElsewhere = (id: string): RoleFacts => ({ id, trust: UNKNOWN, statements: UNKNOWN, managedPolicies: UNKNOWN, boundary: UNKNOWN });

function readBoundary(templates: Templates, value: Resolved): RoleFacts['boundary'] {
  if (value === undefined) return undefined;
  const policy = templates.referred(value, 'AWS::IAM::ManagedPolicy');
  return policy === undefined ? UNKNOWN : readStatements(templates, policy.properties.PolicyDocument);
}

function inlineDocuments(role: Resource): readonly Resolved[] {
  const policies = asList(role.properties.Policies);
  return isKnown(policies) ? policies.map(policy => at(policy, 'PolicyDocument')) : [UNKNOWN];
}

function listedDocuments(templates: Templates, managed: Known<readonly Resolved[]>): readonly Resolved[] {
  if (!isKnown(managed)) return [];
  return managed.flatMap(arn => {
    const policy = templates.referred(arn, 'AWS::IAM::ManagedPolicy');
    return policy === undefined ? [] : [policy.properties.PolicyDocument];
  });
}

function elsewhere(templates: Templates, managed: readonly Resolved[]): Known<readonly string[]> {
  const arns = managed.filter(arn => templates.referred(arn, 'AWS::IAM::ManagedPolicy') === undefined).map(arn => asString(arn));
  return arns.every(arn => typeof arn === 'string') ? arns : UNKNOWN;
}

function joined(lists: readonly Known<readonly StatementFacts[]>[]): Known<readonly StatementFacts[]> {
  return lists.every(isKnown) ? lists.flat() : UNKNOWN;
}
