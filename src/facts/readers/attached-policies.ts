import { type Known, UNKNOWN } from '../model/fact';
import { grouped } from '../template/grouped';
import { asItems } from '../template/items';
import { oncePerApp } from '../template/once';
import { isMadeWith } from '../template/refers';
import type { Resource } from '../template/resource';
import { isOpen, type Resolved } from '../template/source/resolved';
import type { Templates } from '../template/templates';

/** The kinds of policy that name the roles they are attached to, and not the other way round. */
const POLICIES = ['AWS::IAM::Policy', 'AWS::IAM::ManagedPolicy', 'AWS::IAM::RolePolicy'];

/**
 * The documents of the policies of the app that name a role; looked up once for all roles, because an app has as many
 * policies as roles.
 */
export const attachedDocuments = (templates: Templates, role: Resource): readonly Resolved[] => attachments(templates).get(role) ?? [];

const attachments = oncePerApp((templates): ReadonlyMap<Resource, readonly Resolved[]> => {
  const documents = new Map<Resource, Resolved[]>();
  const named = templates.ofType('AWS::IAM::Role').filter(({ properties }) => properties.RoleName !== undefined);
  for (const policy of POLICIES.flatMap(type => templates.ofType(type))) {
    for (const [role, certain] of rolesOf(policy).flatMap(name => whose(templates, name, named))) {
      documents.set(role, [
        ...documents.get(role) ?? [],
        certain && isMadeWith(role, policy) ? policy.properties.PolicyDocument : UNKNOWN,
      ]);
    }
  }
  return documents;
});

/** The policies of the app that name a role by a reference. */
export const policiesNaming = grouped(templates => POLICIES.flatMap(type => templates.ofType(type)).flatMap(policy =>
  rolesOf(policy).flatMap(name => {
    const role = templates.referred(name);
    return role === undefined ? [] : [[role, policy] as const];
  })));

/** `AWS::IAM::RolePolicy` names one role, the other kinds a list. */
function rolesOf({ properties: { Roles: names, RoleName: name } }: Resource): readonly Resolved[] {
  const listed: readonly Resolved[] = isOpen(names) ? [UNKNOWN] : asItems(names);
  return name === undefined ? listed : [...listed, name];
}

type Owner = readonly [role: Resource, certain: boolean];

/** A name goes to the role that the app gave it to; a role whose name CloudFormation makes up is referred to, or is not meant. */
function whose(templates: Templates, name: Resolved, named: readonly Resource[]): readonly Owner[] {
  const role = templates.referred(name);
  if (role !== undefined) return [[role, true]];
  return named.flatMap((candidate): readonly Owner[] => {
    const isIts = isSameName(name, candidate.properties.RoleName);
    return isIts === false ? [] : [[candidate, isIts === true]];
  });
}

function isSameName(one: Resolved, other: Resolved): Known<boolean> {
  if (typeof one !== 'string' || typeof other !== 'string') return UNKNOWN;
  return one === other || (one.includes('${') || other.includes('${') ? UNKNOWN : false);
}
