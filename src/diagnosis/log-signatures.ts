import type { Signature } from './model/signature';
import { appAwsCredentials } from './signatures/app/aws-credentials';
import { appAwsPermission } from './signatures/app/aws-permission';
import { appBadState } from './signatures/app/bad-state';
import { appDependencyAuth } from './signatures/app/dependency-auth';
import { appDependencyTls } from './signatures/app/dependency-tls';
import { appDependencyUnreachable } from './signatures/app/dependency-unreachable';
import { appFilePermission } from './signatures/app/file-permission';
import { appHostname } from './signatures/app/hostname';
import { appKernelLimit } from './signatures/app/kernel-limit';
import { appMissingConfig } from './signatures/app/missing-config';
import { appMissingModule } from './signatures/app/missing-module';
import { appPortInUse } from './signatures/app/port-in-use';
import { appPortPrivileged } from './signatures/app/port-privileged';
import { appReadOnlyFilesystem } from './signatures/app/read-only-filesystem';
import { healthContainerCommand } from './signatures/health/container-command';
import { healthElbHostHeader } from './signatures/health/elb-host-header';
import { healthElbSlowStart } from './signatures/health/elb-slow-start';
import { initFirelens } from './signatures/init/firelens';
import { memoryAppHeap } from './signatures/memory/app-heap';
import { startCommandNotFound } from './signatures/start/command-not-found';
import { startExecFormat } from './signatures/start/exec-format';
import { startPermissionDenied } from './signatures/start/permission-denied';
import { startUserNotFound } from './signatures/start/user-not-found';

/** The signatures that read the reason of a failure in the log: beside one of them, a symptom explains nothing. */
export const LOG_SIGNATURES: readonly Signature[] = [
  appMissingConfig,
  appMissingModule,
  appDependencyUnreachable,
  appDependencyAuth,
  appDependencyTls,
  appHostname,
  appPortInUse,
  appPortPrivileged,
  appReadOnlyFilesystem,
  appFilePermission,
  appAwsCredentials,
  appAwsPermission,
  appKernelLimit,
  appBadState,
  memoryAppHeap,
  startCommandNotFound,
  startExecFormat,
  startPermissionDenied,
  startUserNotFound,
  initFirelens,
  healthElbHostHeader,
  healthElbSlowStart,
  healthContainerCommand,
];
