import { accountRead, type ReadAction } from '../evidence/collect/account-reads';

/** The IAM policy that allows reads and nothing else, as JSON; actions that AWS grants on the same resource stand together. */
export function readPolicy(actions: readonly ReadAction[]): string {
  const byResource = new Map<string, ReadAction[]>();
  for (const action of actions) {
    const resource = resourceOf(action);
    byResource.set(resource, [...byResource.get(resource) ?? [], action]);
  }
  const Statement = [...byResource].sort(([one], [other]) => one < other ? -1 : 1)
    .map(([Resource, Action]) => ({ Effect: 'Allow', Action: [...Action].sort(), Resource }));
  return JSON.stringify({ Version: '2012-10-17', Statement }, undefined, 2);
}

/** IAM is global, and lets no Region be named. */
function resourceOf(action: ReadAction): string {
  const { resource } = accountRead(action);
  const [service] = action.split(':');
  return resource === undefined ? '*' : `arn:*:${service}:${service === 'iam' ? '' : '*'}:*:${resource}`;
}
