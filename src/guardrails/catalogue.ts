import type { Rule } from './rule';
import { circuitBreaker } from './rules/circuit-breaker';
import { containerLogging } from './rules/container-logging';
import { execAudited } from './rules/exec-audited';
import { executionRoleDecrypts } from './rules/execution-role-decrypts';
import { executionRoleEnvFiles } from './rules/execution-role-env-files';
import { executionRoleLogs } from './rules/execution-role-logs';
import { executionRolePulls } from './rules/execution-role-pulls';
import { executionRoleReadsSecrets } from './rules/execution-role-reads-secrets';
import { fargateSupportsParameters } from './rules/fargate-supports-parameters';
import { gracePeriodCoversStart } from './rules/grace-period-covers-start';
import { imagePinned } from './rules/image-pinned';
import { networkReachesEcr } from './rules/network-reaches-ecr';
import { networkReachesLogs } from './rules/network-reaches-logs';
import { networkReachesSecrets } from './rules/network-reaches-secrets';
import { noPublicIp } from './rules/no-public-ip';
import { noSecretsInEnvironment } from './rules/no-secrets-in-environment';
import { rolesTrustedByEcsTasks } from './rules/roles-trusted-by-ecs-tasks';
import { separateRoles } from './rules/separate-roles';
import { stopTimeoutLimits } from './rules/stop-timeout-limits';
import { targetTypeIp } from './rules/target-type-ip';
import { taskRoleExec } from './rules/task-role-exec';
import { taskRoleNotAdmin } from './rules/task-role-not-admin';

/** Every guardrail, in the order in which documents and reports list them. */
export const CATALOGUE: readonly Rule[] = [
  circuitBreaker,
  containerLogging,
  execAudited,
  executionRoleDecrypts,
  executionRoleEnvFiles,
  executionRoleLogs,
  executionRolePulls,
  executionRoleReadsSecrets,
  fargateSupportsParameters,
  gracePeriodCoversStart,
  imagePinned,
  networkReachesEcr,
  networkReachesLogs,
  networkReachesSecrets,
  noPublicIp,
  noSecretsInEnvironment,
  rolesTrustedByEcsTasks,
  separateRoles,
  stopTimeoutLimits,
  targetTypeIp,
  taskRoleExec,
  taskRoleNotAdmin,
];
