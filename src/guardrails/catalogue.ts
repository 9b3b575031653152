import type { Rule } from './rule';
import { circuitBreaker } from './rules/circuit-breaker';
import { containerLogging } from './rules/container-logging';
import { execAudited } from './rules/exec-audited';
import { executionRoleReadsSecrets } from './rules/execution-role-reads-secrets';
import { fargateSupportsParameters } from './rules/fargate-supports-parameters';
import { gracePeriodCoversStart } from './rules/grace-period-covers-start';
import { imagePinned } from './rules/image-pinned';
import { networkReachesEcr } from './rules/network-reaches-ecr';
import { networkReachesLogs } from './rules/network-reaches-logs';
import { networkReachesSecrets } from './rules/network-reaches-secrets';
import { noPublicIp } from './rules/no-public-ip';
import { noSecretsInEnvironment } from './rules/no-secrets-in-environment';
import { separateRoles } from './rules/separate-roles';
import { stopTimeoutLimits } from './rules/stop-timeout-limits';
import { targetTypeIp } from './rules/target-type-ip';

/** Every guardrail, in the order in which documents and reports list them. */
export const CATALOGUE: readonly Rule[] = [
  circuitBreaker,
  containerLogging,
  execAudited,
  executionRoleReadsSecrets,
  fargateSupportsParameters,
  gracePeriodCoversStart,
  imagePinned,
  networkReachesEcr,
  networkReachesLogs,
  networkReachesSecrets,
  noPublicIp,
  noSecretsInEnvironment,
  separateRoles,
  stopTimeoutLimits,
  targetTypeIp,
];
