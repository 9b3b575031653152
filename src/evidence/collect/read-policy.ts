import { accountRead, type ReadAction } from './account-reads';

/** Where reads are granted, and on what of it; whatever is left out is `*`. */
export interface Granted {
  readonly partition?: string;
  readonly region?: string;
  /** The account of everything that is read. */
  readonly account?: string;
  /** The account of the services, where what they share with other accounts is read too. */
  readonly ownAccount?: string;
  /** The names of the clusters. */
  readonly clusters?: readonly string[];
  /** The names of the services. */
  readonly services?: readonly string[];
  /** The ids of the tasks. */
  readonly tasks?: readonly string[];
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

/** What stands in a resource for names that may be known. */
const NAMED: Readonly<Record<string, (granted: Granted) => readonly string[] | undefined>> = {
  '{cluster}': ({ clusters }) => clusters,
  '{service}': ({ services }) => services,
  '{of-service}': ({ services }) => services?.map(service => `${service}/*`),
  '{task}': ({ tasks }) => tasks,
  '{log-group}': ({ logGroups }) => logGroups,
};

/** The resource, once for each name that stands in its place. */
function namesOf(resource: string, granted: Granted): readonly string[] {
  return Object.entries(NAMED).reduce<readonly string[]>((resources, [place, names]) => resources.flatMap(each =>
    each.includes(place) ? (names(granted) ?? ['*']).map(name => each.replace(place, () => name)) : each), [resource]);
}

/** The services whose resources accounts share: an image, a secret, its key, and a file system may be of another account. */
const SHARING = ['ecr', 'elasticfilesystem', 'kms', 'secretsmanager'];

function arnOf(action: ReadAction, resource: string, { partition = '*', region = '*', account, ownAccount }: Granted): string {
  const [service] = action.split(':');
  const owner = account ?? (SHARING.includes(service) ? undefined : ownAccount) ?? '*';
  // IAM is the same in every Region.
  return ['arn', partition, service, service === 'iam' ? '' : region, owner, resource].join(':');
}
