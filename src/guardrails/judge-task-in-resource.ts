import { evaluate, type Finding } from './evaluate';
import { DECIDED_BY_AWS, NOT_ON_FARGATE, PARTLY_JUDGED } from './model/not-judged';
import type { Rule } from './model/rule';
import { executionRoleDecrypts } from './rules/execution-role-decrypts';
import { executionRoleLogs } from './rules/execution-role-logs';
import { executionRolePulls } from './rules/execution-role-pulls';
import { executionRoleReadsSecrets } from './rules/execution-role-reads-secrets';
import { fargateTaskSize } from './rules/fargate-task-size';
import { imageNotRateLimited } from './rules/image-not-rate-limited';
import { imagePinned } from './rules/image-pinned';
import { noSecretsInEnvironment } from './rules/no-secrets-in-environment';
import { rolesTrustedByEcsTasks } from './rules/roles-trusted-by-ecs-tasks';
import { secretNamesUnique } from './rules/secret-names-unique';
import { secretReferenceValid } from './rules/secret-reference-valid';
import { separateRoles } from './rules/separate-roles';
import { taskRoleNotAdmin } from './rules/task-role-not-admin';
import { WHERE_TASKS_START } from './where-tasks-start';
import type { TaskInResource } from '../facts/readers/as-task-definition';
import { isFargateJob, taskOfBatchJob } from '../facts/readers/batch-job';
import { taskOfExpressService } from '../facts/readers/express-service';
import { readService } from '../facts/readers/service';
import { readTask } from '../facts/readers/task';
import { placeOf, type Resource } from '../facts/template/resource';
import type { Templates } from '../facts/template/templates';

/** The rules about what any task brings: its size, its image, its roles and its secrets. */
const OF_ANY_TASK: readonly string[] = [
  executionRoleDecrypts, executionRoleLogs, executionRolePulls, executionRoleReadsSecrets, fargateTaskSize, imageNotRateLimited,
  imagePinned, noSecretsInEnvironment, rolesTrustedByEcsTasks, secretNamesUnique, secretReferenceValid, separateRoles, taskRoleNotAdmin,
].map(({ id }) => id);

/** Judges what the template says of a service in Express Mode; ECS makes the rest of it. */
export const judgeExpressService = (templates: Templates, express: Resource, rules: readonly Rule[]): readonly Finding[] => [
  ...judgeTaskIn(templates, taskOfExpressService(express), rules, [...OF_ANY_TASK, ...WHERE_TASKS_START]),
  {
    rule: DECIDED_BY_AWS,
    level: 'warning',
    at: placeOf(express),
    seen: 'not checked: the load balancer, the deployment, and the rest of the task definition, which Express Mode creates',
  },
];

/** Judges what a job for Fargate says; where it runs is not in it. */
export function judgeBatchJob(templates: Templates, job: Resource, rules: readonly Rule[]): readonly Finding[] {
  const at = placeOf(job);
  if (!isFargateJob(job)) return [{ rule: NOT_ON_FARGATE, level: 'warning', at, seen: 'not checked: the job is not for Fargate' }];
  const task = taskOfBatchJob(job);
  if (task === undefined) {
    return [{ rule: PARTLY_JUDGED, level: 'warning', at, seen: 'not checked: an AWS Batch job with several containers or nodes' }];
  }
  return [
    ...judgeTaskIn(templates, task, rules, OF_ANY_TASK),
    { rule: DECIDED_BY_AWS, level: 'warning', at, seen: 'not checked: the network of the job, which its compute environment defines' },
  ];
}

function judgeTaskIn(
  templates: Templates, { task, service, places }: TaskInResource, rules: readonly Rule[], ids: readonly string[],
): readonly Finding[] {
  const facts = { ...readService(templates, service), task: readTask(templates, task) };
  return evaluate(facts, rules.filter(({ id }) => ids.includes(id))).map(finding => {
    const place = finding.at.path === task.path ? places.find(([inTask]) => finding.at.property.startsWith(inTask)) : undefined;
    if (place === undefined) return finding;
    return { ...finding, at: { ...finding.at, property: finding.at.property.replace(place[0], place[1]) } };
  });
}
