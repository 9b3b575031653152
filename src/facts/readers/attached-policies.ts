import { asItems } from './items';
import type { Resolved } from '../template/resolved';
import type { Resource } from '../template/resource';
import type { Templates } from '../template/templates';

/** The kinds of policy that name the roles they are attached to, and not the other way round. */
const POLICIES = ['AWS::IAM::Policy', 'AWS::IAM::ManagedPolicy', 'AWS::IAM::RolePolicy'];

type Attachments = ReadonlyMap<Resource, readonly Resource[]>;

const ATTACHMENTS = new WeakMap<Templates, Attachments>();

/** The policies of the app that name a role; looked up once for all roles, because an app has as many policies as roles. */
export function attachedPolicies(templates: Templates, role: Resource): readonly Resource[] {
  const known = ATTACHMENTS.get(templates) ?? findAttachments(templates);
  ATTACHMENTS.set(templates, known);
  return known.get(role) ?? [];
}

function findAttachments(templates: Templates): Attachments {
  const attachments = new Map<Resource, Resource[]>();
  for (const policy of POLICIES.flatMap(type => templates.ofType(type))) {
    for (const role of rolesOf(policy).map(name => templates.referred(name))) {
      if (role !== undefined) attachments.set(role, [...attachments.get(role) ?? [], policy]);
    }
  }
  return attachments;
}

/** `AWS::IAM::RolePolicy` names one role, the other kinds a list. */
const rolesOf = ({ properties }: Resource): readonly Resolved[] => [...asItems(properties.Roles), properties.RoleName];
