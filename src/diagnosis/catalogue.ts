import type { Signature } from './model/signature';
import type { CauseId } from '../causes/catalogue';
import { appAwsCredentials } from './signatures/app/aws-credentials';
import { appAwsPermission } from './signatures/app/aws-permission';
import { appBadConfig } from './signatures/app/bad-config';
import { appBadState } from './signatures/app/bad-state';
import { appDependencyAuth } from './signatures/app/dependency-auth';
import { appDependencyTls } from './signatures/app/dependency-tls';
import { appDependencyUnreachable } from './signatures/app/dependency-unreachable';
import { appDiskFull } from './signatures/app/disk-full';
import { appFilePermission } from './signatures/app/file-permission';
import { appHostname } from './signatures/app/hostname';
import { appKernelLimit } from './signatures/app/kernel-limit';
import { appMissingConfig } from './signatures/app/missing-config';
import { appMissingModule } from './signatures/app/missing-module';
import { appPortInUse } from './signatures/app/port-in-use';
import { appPortPrivileged } from './signatures/app/port-privileged';
import { appReadOnlyFilesystem } from './signatures/app/read-only-filesystem';
import { capacityConfiguration } from './signatures/capacity/configuration';
import { capacityQuota } from './signatures/capacity/quota';
import { capacityUnavailable } from './signatures/capacity/unavailable';
import { deployAlarm } from './signatures/deploy/alarm';
import { deployAwaitingAction } from './signatures/deploy/awaiting-action';
import { deployCircuitBreaker } from './signatures/deploy/circuit-breaker';
import { deployDesiredCountZero } from './signatures/deploy/desired-count-zero';
import { deployLifecycleHook } from './signatures/deploy/lifecycle-hook';
import { deployPercentages } from './signatures/deploy/percentages';
import { deployProtectedTasks } from './signatures/deploy/protected-tasks';
import { deployRequestRejected } from './signatures/deploy/request-rejected';
import { deployStackFailed } from './signatures/deploy/stack-failed';
import { deployStartImpaired } from './signatures/deploy/start-impaired';
import { deployStoppedByUser } from './signatures/deploy/stopped-by-user';
import { deployThrottled } from './signatures/deploy/throttled';
import { execNotConnected } from './signatures/exec/not-connected';
import { exitAbort } from './signatures/exit/abort';
import { exitApplicationError } from './signatures/exit/application-error';
import { exitKilled } from './signatures/exit/killed';
import { exitKilledAfterStopTimeout } from './signatures/exit/killed-after-stop-timeout';
import { exitNoForegroundProcess } from './signatures/exit/no-foreground-process';
import { exitSegfault } from './signatures/exit/segfault';
import { exitSidecar } from './signatures/exit/sidecar';
import { healthContainer } from './signatures/health/container';
import { healthContainerCommand } from './signatures/health/container-command';
import { healthElb } from './signatures/health/elb';
import { healthElbAuth } from './signatures/health/elb-auth';
import { healthElbHostHeader } from './signatures/health/elb-host-header';
import { healthElbPath } from './signatures/health/elb-path';
import { healthElbRedirect } from './signatures/health/elb-redirect';
import { healthElbServerError } from './signatures/health/elb-server-error';
import { healthElbSlowStart } from './signatures/health/elb-slow-start';
import { healthElbTimeout } from './signatures/health/elb-timeout';
import { healthElbWrongPort } from './signatures/health/elb-wrong-port';
import { healthLattice } from './signatures/health/lattice';
import { initEfsDns } from './signatures/init/efs-dns';
import { initEfsMountTarget } from './signatures/init/efs-mount-target';
import { initEfsNetwork } from './signatures/init/efs-network';
import { initEfsPath } from './signatures/init/efs-path';
import { initEfsPermission } from './signatures/init/efs-permission';
import { initEniNoFreeIp } from './signatures/init/eni-no-free-ip';
import { initEniTimeout } from './signatures/init/eni-timeout';
import { initEnvFile } from './signatures/init/env-file';
import { initFirelens } from './signatures/init/firelens';
import { initLogConfig } from './signatures/init/log-config';
import { initLogGroupMissing } from './signatures/init/log-group-missing';
import { initLogNetwork } from './signatures/init/log-network';
import { initLogPermission } from './signatures/init/log-permission';
import { initNetwork } from './signatures/init/network';
import { initRoleAssume } from './signatures/init/role-assume';
import { initSecretJsonKey } from './signatures/init/secret-json-key';
import { initSecretKms } from './signatures/init/secret-kms';
import { initSecretNotFound } from './signatures/init/secret-not-found';
import { initSecretPermission } from './signatures/init/secret-permission';
import { initSecretWrongReference } from './signatures/init/secret-wrong-reference';
import { initServiceConnect } from './signatures/init/service-connect';
import { initServiceDiscovery } from './signatures/init/service-discovery';
import { initServiceLinkedRole } from './signatures/init/service-linked-role';
import { initStorage } from './signatures/init/storage';
import { initVolume } from './signatures/init/volume';
import { memoryAppHeap } from './signatures/memory/app-heap';
import { memoryContainerLimit } from './signatures/memory/container-limit';
import { pullDiskFull } from './signatures/pull/disk-full';
import { pullEcrCrossAccount } from './signatures/pull/ecr-cross-account';
import { pullEcrPermission } from './signatures/pull/ecr-permission';
import { pullImageDigestGone } from './signatures/pull/image-digest-gone';
import { pullImageNotFound } from './signatures/pull/image-not-found';
import { pullNetwork } from './signatures/pull/network';
import { pullPlatformMismatch } from './signatures/pull/platform-mismatch';
import { pullRateLimit } from './signatures/pull/rate-limit';
import { pullRegistryAuth } from './signatures/pull/registry-auth';
import { pullRegistryTls } from './signatures/pull/registry-tls';
import { pullS3EndpointPolicy } from './signatures/pull/s3-endpoint-policy';
import { pullTransientNetwork } from './signatures/pull/transient-network';
import { sidecarGuardduty } from './signatures/sidecar/guardduty';
import { startCommandNotFound } from './signatures/start/command-not-found';
import { startDependency } from './signatures/start/dependency';
import { startExecFormat } from './signatures/start/exec-format';
import { startMountConflict } from './signatures/start/mount-conflict';
import { startPermissionDenied } from './signatures/start/permission-denied';
import { startRuntime } from './signatures/start/runtime';
import { startTimeout } from './signatures/start/timeout';
import { startUserNotFound } from './signatures/start/user-not-found';
import { stopCompleted } from './signatures/stop/completed';
import { stopDeployment } from './signatures/stop/deployment';
import { stopInfrastructure } from './signatures/stop/infrastructure';
import { stopMaintenance } from './signatures/stop/maintenance';
import { stopScaleIn } from './signatures/stop/scale-in';
import { stopSpot } from './signatures/stop/spot';
import { stopUser } from './signatures/stop/user';

/** Every signature, in the order of the causes: that of a task's life. */
export const SIGNATURES: readonly Signature[] = [
  pullImageNotFound, pullImageDigestGone, pullEcrPermission, pullEcrCrossAccount, pullRegistryAuth, pullRateLimit, pullNetwork,
  pullS3EndpointPolicy, pullTransientNetwork, pullRegistryTls, pullPlatformMismatch, pullDiskFull,
  initNetwork, initSecretPermission, initSecretNotFound, initSecretWrongReference, initSecretJsonKey, initSecretKms,
  initLogGroupMissing, initLogPermission, initLogNetwork, initLogConfig, initEfsDns, initEfsMountTarget, initEfsNetwork,
  initEfsPermission, initEfsPath, initEnvFile, initRoleAssume, initServiceLinkedRole, initEniNoFreeIp, initEniTimeout, initStorage,
  initVolume,
  initServiceDiscovery, initServiceConnect, initFirelens,
  startCommandNotFound, startExecFormat, startPermissionDenied, startUserNotFound, startMountConflict, startTimeout, startDependency,
  startRuntime,
  memoryContainerLimit, memoryAppHeap,
  exitKilledAfterStopTimeout, exitKilled, exitSegfault, exitAbort, exitApplicationError, exitNoForegroundProcess, exitSidecar,
  appMissingConfig, appBadConfig, appMissingModule, appDependencyUnreachable, appDependencyAuth, appDependencyTls, appHostname,
  appPortInUse,
  appPortPrivileged, appReadOnlyFilesystem, appDiskFull, appFilePermission, appAwsCredentials, appAwsPermission, appKernelLimit,
  appBadState,
  healthElbTimeout, healthElbWrongPort, healthElbPath, healthElbRedirect, healthElbAuth, healthElbHostHeader, healthElbServerError,
  healthElbSlowStart, healthElb, healthLattice, healthContainerCommand, healthContainer,
  stopDeployment, stopScaleIn, stopUser, stopSpot, stopMaintenance, stopInfrastructure, stopCompleted,
  deployCircuitBreaker, deployAlarm, deployStartImpaired, deployLifecycleHook, deployAwaitingAction, deployStoppedByUser,
  deployPercentages, deployThrottled, deployProtectedTasks, deployDesiredCountZero, deployRequestRejected, deployStackFailed,
  capacityUnavailable, capacityQuota, capacityConfiguration,
  sidecarGuardduty, execNotConnected,
];

const BY_CAUSE: ReadonlyMap<string, Signature> = new Map(SIGNATURES.map(signature => [signature.cause, signature]));

/** The signature of a cause; what is unknown has none. */
export const signatureOf = (cause: CauseId): Signature | undefined => BY_CAUSE.get(cause);
