import { accountRead, type ReadAction } from './account-reads';

/** Where reads are granted, and on what of it; whatever is left out is `*`. */
export interface Granted {
  readonly partition?: string;
  readonly region?: string;
  readonly account?: string;
  /** The names of the clusters. */
  readonly clusters?: readonly string[];
  /** The names of the log groups. */
  readonly logGroups?: readonly string[];
}

/** A statement of an IAM policy that grants reads. */
export interface ReadStatement {
  readonly actions: readonly ReadAction[];
  readonly resources: readonly string[];
  /** The ARNs of the clusters in which these actions are granted, where AWS lets no other resource be named. */
  readonly clusterArns?: readonly string[];
}

/** The least that these reads need: each action on what it reads, by ARN where AWS allows that. */
export function readPolicy(actions: readonly ReadAction[], granted: Granted = {}): readonly ReadStatement[] {
  const statements = new Map<string, ReadStatement>();
  for (const action of [...new Set(actions)].sort()) {
    const { resources, clusterArns } = grantOf(action, granted);
    if (resources.length === 0) continue;
    const key = JSON.stringify([resources, clusterArns]);
    const same = statements.get(key)?.actions ?? [];
    statements.set(key, { actions: [...same, action], resources, ...clusterArns && { clusterArns } });
  }
  return [...statements.values()];
}

/** The statements as an IAM policy document. */
export const policyDocument = (statements: readonly ReadStatement[]): object => ({
  Version: '2012-10-17',
  Statement: statements.map(({ actions, resources, clusterArns }) => ({
    Effect: 'Allow',
    Action: actions,
    Resource: resources,
    ...clusterArns && { Condition: { ArnEquals: { 'ecs:cluster': clusterArns } } },
  })),
});

function grantOf(action: ReadAction, granted: Granted): Omit<ReadStatement, 'actions'> {
  const { resource, inCluster } = accountRead(action);
  const arn = (end: string): string => arnOf(action, end, granted);
  if (resource !== undefined) return { resources: namesOf(resource, granted).map(arn) };
  const clusterArns = inCluster ? granted.clusters?.map(cluster => arn(`cluster/${cluster}`)) : undefined;
  return { resources: ['*'], ...clusterArns && { clusterArns } };
}

/** The resource, once for each name that stands in its place. */
function namesOf(resource: string, { clusters = ['*'], logGroups = ['*'] }: Granted): readonly string[] {
  if (resource.includes('{cluster}')) return clusters.map(cluster => resource.replace('{cluster}', () => cluster));
  return resource.includes('{log-group}') ? logGroups.map(group => resource.replace('{log-group}', () => group)) : [resource];
}

function arnOf(action: ReadAction, resource: string, { partition = '*', region = '*', account = '*' }: Granted): string {
  const [service] = action.split(':');
  // IAM is the same in every Region.
  return ['arn', partition, service, service === 'iam' ? '' : region, account, resource].join(':');
}
