import type { Rule } from './model/rule';
import { alarmsHaveActions } from './rules/alarms-have-actions';
import { architectureStated } from './rules/architecture-stated';
import { availabilityZoneRebalancing } from './rules/availability-zone-rebalancing';
import { capacityProviderStrategy } from './rules/capacity-provider-strategy';
import { capacitySettingsValid } from './rules/capacity-settings-valid';
import { circuitBreaker } from './rules/circuit-breaker';
import { containerCpuFits } from './rules/container-cpu-fits';
import { containerInsights } from './rules/container-insights';
import { containerLogging } from './rules/container-logging';
import { containerMemoryFits } from './rules/container-memory-fits';
import { containerMemoryLimit } from './rules/container-memory-limit';
import { controllerSupportsDeployment } from './rules/controller-supports-deployment';
import { databaseAdmitsTasks } from './rules/database-admits-tasks';
import { dependencyHasHealthCheck } from './rules/dependency-has-health-check';
import { deploymentCanProgress } from './rules/deployment-can-progress';
import { deregistrationFitsDrain } from './rules/deregistration-fits-drain';
import { desiredCountOwnedOnce } from './rules/desired-count-owned-once';
import { efsAccessPointRoot } from './rules/efs-access-point-root';
import { efsInTransitEncryption } from './rules/efs-in-transit-encryption';
import { egressAdmitsStartUp } from './rules/egress-admits-start-up';
import { endpointAdmitsTasks } from './rules/endpoint-admits-tasks';
import { environmentFileValid } from './rules/environment-file-valid';
import { environmentFits } from './rules/environment-fits';
import { ephemeralStorageLimits } from './rules/ephemeral-storage-limits';
import { essentialContainer } from './rules/essential-container';
import { execAudited } from './rules/exec-audited';
import { execInitProcess } from './rules/exec-init-process';
import { execWorksWithReadOnlyRoot } from './rules/exec-works-with-read-only-root';
import { executionRoleCreatesLogGroup } from './rules/execution-role-creates-log-group';
import { executionRoleDecrypts } from './rules/execution-role-decrypts';
import { executionRoleEnvFiles } from './rules/execution-role-env-files';
import { executionRoleLogs } from './rules/execution-role-logs';
import { executionRolePulls } from './rules/execution-role-pulls';
import { executionRoleReadsSecrets } from './rules/execution-role-reads-secrets';
import { fargateSupportsParameters } from './rules/fargate-supports-parameters';
import { fargateTaskSize } from './rules/fargate-task-size';
import { fileSystemAdmitsTasks } from './rules/file-system-admits-tasks';
import { firelensHasRouter } from './rules/firelens-has-router';
import { gracePeriodCoversStart } from './rules/grace-period-covers-start';
import { gracePeriodNeedsLoadBalancer } from './rules/grace-period-needs-load-balancer';
import { healthCheckCommand } from './rules/health-check-command';
import { healthCheckLimits } from './rules/health-check-limits';
import { healthCheckPortServed } from './rules/health-check-port-served';
import { healthCheckStartPeriod } from './rules/health-check-start-period';
import { imageNotRateLimited } from './rules/image-not-rate-limited';
import { imagePinned } from './rules/image-pinned';
import { imagePlatformStated } from './rules/image-platform-stated';
import { imagePushedBefore } from './rules/image-pushed-before';
import { internetFacingInPublicSubnets } from './rules/internet-facing-in-public-subnets';
import { listenerEncrypted } from './rules/listener-encrypted';
import { listenerRuleValid } from './rules/listener-rule-valid';
import { loadBalancerAdmitsClients } from './rules/load-balancer-admits-clients';
import { loadBalancerCoversZones } from './rules/load-balancer-covers-zones';
import { loadBalancerNamesContainer } from './rules/load-balancer-names-container';
import { loadBalancerProtected } from './rules/load-balancer-protected';
import { loadBalancerReachesTask } from './rules/load-balancer-reaches-task';
import { logDeliveryMode } from './rules/log-delivery-mode';
import { logGroupDeclared } from './rules/log-group-declared';
import { logOptionsComplete } from './rules/log-options-complete';
import { logRetention } from './rules/log-retention';
import { mountNamesVolume } from './rules/mount-names-volume';
import { multipleAvailabilityZones } from './rules/multiple-availability-zones';
import { namesUnique } from './rules/names-unique';
import { namesValid } from './rules/names-valid';
import { networkConfigurationStated } from './rules/network-configuration-stated';
import { networkInOneVpc } from './rules/network-in-one-vpc';
import { networkReachesEcr } from './rules/network-reaches-ecr';
import { networkReachesEfs } from './rules/network-reaches-efs';
import { networkReachesEnvFiles } from './rules/network-reaches-env-files';
import { networkReachesExec } from './rules/network-reaches-exec';
import { networkReachesGranted } from './rules/network-reaches-granted';
import { networkReachesLogs } from './rules/network-reaches-logs';
import { networkReachesRegistry } from './rules/network-reaches-registry';
import { networkReachesSecrets } from './rules/network-reaches-secrets';
import { noPublicIp } from './rules/no-public-ip';
import { noSecretsInEnvironment } from './rules/no-secrets-in-environment';
import { nonRootUser } from './rules/non-root-user';
import { platformVersionCurrent } from './rules/platform-version-current';
import { publicSubnetNeedsPublicIp } from './rules/public-subnet-needs-public-ip';
import { readOnlyRoot } from './rules/read-only-root';
import { repositoryKeepsImages } from './rules/repository-keeps-images';
import { restartsHaveAlarm } from './rules/restarts-have-alarm';
import { rolesTrustedByEcsTasks } from './rules/roles-trusted-by-ecs-tasks';
import { secretNamesUnique } from './rules/secret-names-unique';
import { secretReferenceValid } from './rules/secret-reference-valid';
import { separateRoles } from './rules/separate-roles';
import { separateSecurityGroups } from './rules/separate-security-groups';
import { serviceConnectClientAlias } from './rules/service-connect-client-alias';
import { serviceConnectNamesPort } from './rules/service-connect-names-port';
import { serviceListLimits } from './rules/service-list-limits';
import { serviceRegistryNamesPort } from './rules/service-registry-names-port';
import { serviceWaitsForListener } from './rules/service-waits-for-listener';
import { serviceWaitsForNeeds } from './rules/service-waits-for-needs';
import { spareTask } from './rules/spare-task';
import { spotHasOnDemandBase } from './rules/spot-has-on-demand-base';
import { stopTimeoutLimits } from './rules/stop-timeout-limits';
import { subnetCapacity } from './rules/subnet-capacity';
import { tagsPropagate } from './rules/tags-propagate';
import { targetGroupAttributesValid } from './rules/target-group-attributes-valid';
import { targetGroupCheckValid } from './rules/target-group-check-valid';
import { targetGroupFitsLoadBalancer } from './rules/target-group-fits-load-balancer';
import { targetGroupHasListener } from './rules/target-group-has-listener';
import { targetTypeIp } from './rules/target-type-ip';
import { taskRoleExec } from './rules/task-role-exec';
import { taskRoleNotAdmin } from './rules/task-role-not-admin';
import { tasksClosedToInternet } from './rules/tasks-closed-to-internet';
import { trafficShiftComplete } from './rules/traffic-shift-complete';
import { ulimitsValid } from './rules/ulimits-valid';
import { volumesFromNamesContainer } from './rules/volumes-from-names-container';
import { volumesMounted } from './rules/volumes-mounted';
import { vpcDnsEnabled } from './rules/vpc-dns-enabled';
import { vpcEndpointValid } from './rules/vpc-endpoint-valid';

/** Every guardrail, in the order in which documents and reports list them. */
export const CATALOGUE: readonly Rule[] = [
  alarmsHaveActions,
  architectureStated,
  availabilityZoneRebalancing,
  capacityProviderStrategy,
  capacitySettingsValid,
  circuitBreaker,
  containerCpuFits,
  containerInsights,
  containerLogging,
  containerMemoryFits,
  containerMemoryLimit,
  controllerSupportsDeployment,
  databaseAdmitsTasks,
  dependencyHasHealthCheck,
  deploymentCanProgress,
  deregistrationFitsDrain,
  desiredCountOwnedOnce,
  efsAccessPointRoot,
  efsInTransitEncryption,
  egressAdmitsStartUp,
  endpointAdmitsTasks,
  environmentFileValid,
  environmentFits,
  ephemeralStorageLimits,
  essentialContainer,
  execAudited,
  execInitProcess,
  execWorksWithReadOnlyRoot,
  executionRoleCreatesLogGroup,
  executionRoleDecrypts,
  executionRoleEnvFiles,
  executionRoleLogs,
  executionRolePulls,
  executionRoleReadsSecrets,
  fargateSupportsParameters,
  fargateTaskSize,
  fileSystemAdmitsTasks,
  firelensHasRouter,
  gracePeriodCoversStart,
  gracePeriodNeedsLoadBalancer,
  healthCheckCommand,
  healthCheckLimits,
  healthCheckPortServed,
  healthCheckStartPeriod,
  imageNotRateLimited,
  imagePinned,
  imagePlatformStated,
  imagePushedBefore,
  internetFacingInPublicSubnets,
  listenerEncrypted,
  listenerRuleValid,
  loadBalancerAdmitsClients,
  loadBalancerCoversZones,
  loadBalancerNamesContainer,
  loadBalancerProtected,
  loadBalancerReachesTask,
  logDeliveryMode,
  logGroupDeclared,
  logOptionsComplete,
  logRetention,
  mountNamesVolume,
  multipleAvailabilityZones,
  namesUnique,
  namesValid,
  networkConfigurationStated,
  networkInOneVpc,
  networkReachesEcr,
  networkReachesEfs,
  networkReachesEnvFiles,
  networkReachesExec,
  networkReachesGranted,
  networkReachesLogs,
  networkReachesRegistry,
  networkReachesSecrets,
  noPublicIp,
  noSecretsInEnvironment,
  nonRootUser,
  platformVersionCurrent,
  publicSubnetNeedsPublicIp,
  readOnlyRoot,
  repositoryKeepsImages,
  restartsHaveAlarm,
  rolesTrustedByEcsTasks,
  secretNamesUnique,
  secretReferenceValid,
  separateRoles,
  separateSecurityGroups,
  serviceConnectClientAlias,
  serviceConnectNamesPort,
  serviceListLimits,
  serviceRegistryNamesPort,
  serviceWaitsForListener,
  serviceWaitsForNeeds,
  spareTask,
  spotHasOnDemandBase,
  stopTimeoutLimits,
  subnetCapacity,
  tagsPropagate,
  targetGroupAttributesValid,
  targetGroupCheckValid,
  targetGroupFitsLoadBalancer,
  targetGroupHasListener,
  targetTypeIp,
  taskRoleExec,
  taskRoleNotAdmin,
  tasksClosedToInternet,
  trafficShiftComplete,
  ulimitsValid,
  volumesFromNamesContainer,
  volumesMounted,
  vpcDnsEnabled,
  vpcEndpointValid,
];
