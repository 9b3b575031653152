import { roleArnOf } from './roles';
import { secretIdOf } from './secrets';
import type { Reading } from '../account/reading';
import { readRoles } from '../account/roles';
import { readKeys, readSecret as readSecretAnswers } from '../account/start-up';
import type { AccountAnswers } from '../facts/account/account-answers';
import type { AccountPlace } from '../facts/account/account-place';
import { accountTemplate } from '../facts/account/account-template';
import type { KeyAnswers } from '../facts/account/resources/key';
import type { RoleAnswers } from '../facts/account/resources/role';
import type { SecretAnswers } from '../facts/account/resources/secret';
import type { SecretFacts } from '../facts/model/container';
import { isKnown, UNKNOWN } from '../facts/model/fact';
import type { RoleFacts } from '../facts/model/role';
import type { TaskFacts } from '../facts/model/task';
import { readRole } from '../facts/readers/role';
import { readSecret } from '../facts/readers/secret';
import { Templates } from '../facts/template/templates';

/** What an account answers of the roles and secrets of tasks that an app does not create. */
export interface Answered {
  readonly roles: readonly RoleAnswers[];
  /** By what the calls name them. */
  readonly secrets: ReadonlyMap<string, SecretAnswers>;
  readonly keys: readonly KeyAnswers[];
}

/** The same as facts. */
export interface MadeElsewhere {
  readonly role: (arn: string) => RoleFacts | undefined;
  readonly secret: (id: string) => Pick<SecretFacts, 'kmsKey' | 'grants'> | undefined;
  /** Says a text about the facts with the names of the account. */
  readonly say: (text: string) => string;
}

/** Asks for the roles of tasks, and for the secrets of their containers, never for a value. */
export async function readMadeElsewhere(tasks: readonly TaskFacts[], reading: Reading): Promise<Answered> {
  const arns = tasks.flatMap(({ executionRole, taskRole }) => [roleArnOf(executionRole) ?? [], roleArnOf(taskRole) ?? []].flat());
  const containers = tasks.flatMap(task => isKnown(task.containers) ? task.containers : []);
  const ids = new Set(containers.flatMap(({ secrets }) => isKnown(secrets) ? secrets : []).flatMap(secret => secretIdOf(secret) ?? []));
  const [roles, secrets] = await Promise.all([
    readRoles(reading, arns), Promise.all([...ids].map(async id => [id, await readSecretAnswers(reading, id)] as const)),
  ]);
  const found = new Map(secrets.flatMap(([id, secret]) => secret === undefined ? [] : [[id, secret] as const]));
  return { roles, secrets: found, keys: await readKeys(reading, [...found.values()], []) };
}

/** What was answered, with the ARNs of a place spelled as templates spell those of their own. */
export function asFacts({ roles, secrets, keys }: Answered, place: AccountPlace): MadeElsewhere {
  const { source, inAccountTerms } = accountTemplate({ ...NOTHING, place, roles, secrets: [...secrets.values()], keys });
  const templates = new Templates([source]);
  const referenceTo = (type: string, id: string, attribute: string): string | undefined => {
    const found = templates.ofType(type).find(({ path }) => path === id);
    return found && `\${${found.key}.${attribute}}`;
  };
  return {
    role: arn => {
      const reference = referenceTo('AWS::IAM::Role', arn, 'Arn');
      const role = reference === undefined ? undefined : readRole(templates, reference);
      return isKnown(role) ? role : undefined;
    },
    secret: id => {
      const ValueFrom = referenceTo('AWS::SecretsManager::Secret', secrets.get(id)?.secret.ARN ?? '', 'Ref');
      return ValueFrom === undefined ? undefined : readSecret(templates, source.stack, { ValueFrom });
    },
    say: inAccountTerms,
  };
}

const NOTHING: Omit<AccountAnswers, 'place'> = {
  clusters: [],
  services: [],
  taskDefinitions: [],
  vpcs: [],
  securityGroups: [],
  targetGroups: [],
  loadBalancers: [],
  roles: [],
  logGroups: [],
  fileSystems: [],
  repositories: [],
  secrets: [],
  keys: [],
  alarms: UNKNOWN,
  scalableTargets: UNKNOWN,
};
