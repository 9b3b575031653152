import { asFacts, type MadeElsewhere, readMadeElsewhere } from './made-elsewhere';
import type { Check, Problem } from './problem';
import { roleArnOf } from './roles';
import { secretIdOf } from './secrets';
import type { AccountPlace } from '../facts/account/account-place';
import type { ContainerFacts, SecretFacts } from '../facts/model/container';
import { type Fact, isKnown, UNKNOWN } from '../facts/model/fact';
import type { Place } from '../facts/model/place';
import type { RoleFacts } from '../facts/model/role';
import type { TaskFacts } from '../facts/model/task';
import type { ContainerRule, TaskRule, Verdict } from '../guardrails/model/rule';
import { executionRoleDecrypts } from '../guardrails/rules/execution-role-decrypts';
import { executionRoleLogs } from '../guardrails/rules/execution-role-logs';
import { executionRolePulls } from '../guardrails/rules/execution-role-pulls';
import { executionRoleReadsSecrets } from '../guardrails/rules/execution-role-reads-secrets';
import { rolesTrustedByEcsTasks } from '../guardrails/rules/roles-trusted-by-ecs-tasks';

/** Guardrails of roles, which judge those that were made elsewhere as they judge those of the app. */
const OF_TASKS: readonly TaskRule[] = [executionRoleDecrypts, executionRoleLogs, executionRolePulls, rolesTrustedByEcsTasks];

/**
 * Whether the roles of tasks are trusted and may do what the start of the tasks asks of them: roles of the account as
 * they are there, roles that the app has still to create as the templates declare them.
 */
export const permissions: Check = async ({ templates, tasks }, reading) => {
  const answered = await readMadeElsewhere(tasks, reading);
  const [region] = templates.sources.flatMap(({ environment }) => environment?.region ?? []);
  return tasks.flatMap(task => eachOnce(placesOf(task, region).flatMap(place => problemsOf(task, asFacts(answered, place)))));
};

/** Names no place, so that ARNs stay as they are: a stack whose environment is stated names its Region and account itself. */
const NOWHERE: AccountPlace = { partition: '-', region: '-', account: '-' };

function placesOf({ executionRole, taskRole }: TaskFacts, region = '-'): readonly AccountPlace[] {
  const [, partition = '-', , , account = '-'] = (roleArnOf(executionRole) ?? roleArnOf(taskRole) ?? '').split(':');
  return [{ partition, region, account }, NOWHERE];
}

function problemsOf(task: TaskFacts, facts: MadeElsewhere): readonly Problem[] {
  const completed = complete(task, facts);
  const isOfApp = completed.executionRole === task.executionRole && completed.taskRole === task.taskRole;
  const ofTask = isOfApp ? [] : OF_TASKS.flatMap(rule => problemOf(rule, rule.holds(completed, undefined), task.at));
  const containers = isKnown(completed.containers) ? completed.containers : [];
  const ofContainers = containers.flatMap(container =>
    problemOf(executionRoleReadsSecrets, executionRoleReadsSecrets.holds(container, completed), container.at));
  return [...ofTask, ...ofContainers].map(problem => ({ ...problem, seen: facts.say(problem.seen) }));
}

/** What is only broader than it should be does not stop a deployment. */
function problemOf(rule: TaskRule | ContainerRule, verdict: Verdict, at: Place): readonly Problem[] {
  if (verdict === true || verdict === UNKNOWN || (verdict.class ?? rule.class) !== 'cannot start') return [];
  return [{ at: { ...at, property: `${at.property}.${rule.property}` }, seen: verdict.seen, fix: rule.fix }];
}

function complete(task: TaskFacts, facts: MadeElsewhere): TaskFacts {
  const made = (role: Fact<RoleFacts>): Fact<RoleFacts> => facts.role(roleArnOf(role) ?? '') ?? role;
  const executionRole = made(task.executionRole);
  const secret = (each: SecretFacts): SecretFacts => secretOf(each, executionRole === task.executionRole, facts);
  const containers = isKnown(task.containers) ? task.containers.map((container): ContainerFacts =>
    ({ ...container, secrets: isKnown(container.secrets) ? container.secrets.map(secret) : UNKNOWN })) : UNKNOWN;
  return { ...task, executionRole, taskRole: made(task.taskRole), containers };
}

/** Policies of the account cannot name a role that the app has still to create, but may name whoever is like it. */
function secretOf(secret: SecretFacts, isRoleOfApp: boolean, facts: MadeElsewhere): SecretFacts {
  const id = secretIdOf(secret);
  if (id === undefined) return secret;
  const { kmsKey, grants } = facts.secret(id) ?? { kmsKey: UNKNOWN, grants: UNKNOWN };
  if (!isRoleOfApp) return { ...secret, kmsKey, grants };
  return { ...secret, grants: isKnown(grants) && grants?.length === 0 ? [] : UNKNOWN };
}

const eachOnce = (problems: readonly Problem[]): readonly Problem[] =>
  [...new Map(problems.map(problem => [JSON.stringify(problem), problem])).values()];
