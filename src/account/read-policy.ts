import { parseArn, shortName } from '../aws/arn';
import type { ReadAction } from '../evidence/collect/account-reads';
import { type Granted, policyDocument, readPolicy } from '../evidence/collect/read-policy';

/** The IAM policy that allows reads and nothing else, as JSON. */
export const readPolicyAsJson = (actions: readonly ReadAction[], granted?: Granted): string =>
  JSON.stringify(policyDocument(readPolicy(actions, granted)), undefined, 2);

/** What of an account a command is asked about: clusters, services, and tasks by their names, ids, or ARNs. */
interface Asked {
  readonly clusters?: readonly string[];
  readonly services?: readonly string[];
  readonly tasks?: readonly string[];
  readonly region?: string;
}

/**
 * Where reads about what is named are granted: an ARN says the account, too.
 *
 * The partition is left as `*`, because the credentials of an account are valid in no other one.
 */
export function grantedOn({ clusters, services, tasks, region }: Asked): Granted {
  const [arn] = [tasks, services, clusters].flatMap(names => names ?? []).flatMap(name => parseArn(name) ?? []);
  return {
    region: region ?? arn?.region,
    ownAccount: arn?.account,
    clusters: clusters?.map(shortName),
    services: services?.map(shortName),
    tasks: tasks?.map(shortName),
  };
}

/** What an option names, as a list. */
export const listOf = (name: string | undefined): readonly string[] | undefined => name === undefined ? undefined : [name];
