import { anyPartition } from '../../aws/arn';
import type { EndpointService } from '../../aws/endpoint-services';
import { type Fact, isKnown, type Known, UNKNOWN } from '../../facts/model/fact';
import { every } from '../../facts/model/known';
import type { EndpointFacts } from '../../facts/model/network';
import type { StatementFacts } from '../../facts/model/role';
import { mayDo } from '../iam/permission';

/** Something that a task asks of a service, and of which of its things. */
export interface Request {
  readonly action: string;
  readonly arn: string;
}

/** What a task calls over HTTPS: an AWS service by the name of its endpoint, or a host of the internet. */
export interface Destination {
  readonly service: string;
  /** The Region of an AWS service; absent for the one that the tasks run in. */
  readonly region: Fact<string>;
  /** Whether it certainly answers on IPv4 only. */
  readonly ipv4Only: boolean;
  readonly requests: readonly Request[];
}

/** A thing of which nobody knows the ARN yet. */
const ANY = '${?}';

/** An AWS service, named like its endpoint, of which these actions are asked. */
export const service = (name: EndpointService, actions: readonly string[], arn: string = ANY): Destination =>
  ({ service: name, region: undefined, ipv4Only: false, requests: actions.map(action => ({ action, arn })) });

/** What people call a destination. */
export const nameOf = ({ service: name, region }: Destination): string => typeof region === 'string' ? `${name} in ${region}` : name;

/** Whether an endpoint leads to where a destination is; its service was asked for already. */
export function leadsToRegionOf({ region: one }: EndpointFacts, { region: other }: Destination): Known<boolean> {
  return one === UNKNOWN || other === UNKNOWN ? UNKNOWN : one === other;
}

/** A host on the internet; no endpoint of AWS has such a name. */
export const host = (name: string): Destination => ({ service: `https://${name}`, region: undefined, ipv4Only: false, requests: [] });

/** Whether the policy of an endpoint lets through what a task asks; without one everything is. */
export const policyAllows = ({ id, policy }: EndpointFacts, { requests }: Destination): Known<boolean> =>
  every(requests.map(({ action, arn }) => allowed(id, policy, action, arn)));

function allowed(id: string, policy: Fact<readonly StatementFacts[]>, action: string, arn: string): Known<boolean> {
  if (policy === undefined) return true;
  const statements = isKnown(policy) ? policy.map(inAnyPartition) : UNKNOWN;
  return mayDo({ id, trust: UNKNOWN, statements, managedPolicies: [], boundary: undefined }, action, [anyPartition(arn)]);
}

/**
 * An endpoint stands in the partition of its service, so that partitions need no comparing; a symbol for one could
 * swallow the rest of an ARN.
 */
const inAnyPartition = (statement: StatementFacts): StatementFacts =>
  ({ ...statement, resources: isKnown(statement.resources) ? statement.resources.map(anyPartition) : UNKNOWN });
