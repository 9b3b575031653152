/** How bad a stop of this cause is: something to mend, something to know of, or ordinary life. */
export type Severity = 'failure' | 'notice' | 'benign';

/** One way in which a Fargate task can end. */
export interface Cause {
  readonly id: string;
  readonly severity: Severity;
  /** What happened, in one sentence that is true of every stop of this cause. */
  readonly summary: string;
}

const as = (severity: Severity) => <Id extends string>(id: Id, summary: string) => ({ id, severity, summary }) as const;
const failure = as('failure');
const notice = as('notice');
const benign = as('benign');

/**
 * Every cause that a diagnosis may name, in the order of a task's life.
 *
 * The ids are a public contract: a guardrail names those it prevents, a signature the one it recognizes.
 */
export const CAUSES = [
  failure('pull/image-not-found', 'The tag, digest, or repository does not exist in the registry (or the reference is wrong).'),
  failure('pull/image-digest-gone',
    'The digest that the deployment pinned was deleted or overwritten, so replacement tasks cannot pull it.'),
  failure('pull/ecr-permission', 'The execution role (or the repository policy) does not allow pulling from ECR.'),
  failure('pull/ecr-cross-account', 'The ECR repository belongs to another account, and its policy does not allow this account.'),
  failure('pull/registry-auth', 'A private registry other than ECR requires credentials that are missing or wrong.'),
  failure('pull/rate-limit', 'The registry limits anonymous or account pulls (Docker Hub, ECR Public).'),
  failure('pull/network',
    'The task has no working network path to the registry: no NAT gateway, VPC endpoint, or public IP address, '
    + 'a wrong endpoint setting, or a security group, network ACL, or DNS problem.'),
  failure('pull/s3-endpoint-policy', 'The S3 gateway endpoint policy (or route) blocks the bucket that holds ECR layers.'),
  failure('pull/transient-network',
    'The connection to the registry was interrupted (reset, TLS handshake timeout, EOF); a retry usually succeeds.'),
  failure('pull/registry-tls', 'The registry certificate is not trusted by the platform.'),
  failure('pull/platform-mismatch', 'The image index has no entry for the CPU architecture or OS of the task.'),
  failure('pull/disk-full', 'The image does not fit in the ephemeral storage of the task.'),
  failure('init/network',
    'The task cannot reach Secrets Manager, SSM, ECR authentication, or KMS at startup: no network path, '
    + 'a wrong endpoint setting, or a security group, network ACL, or DNS problem.'),
  failure('init/secret-permission',
    'The execution role has no permission to read the secret or parameter (often the task role has it, or the ARN is partial).'),
  failure('init/secret-not-found', 'The referenced secret, parameter, or version does not exist in this Region.'),
  failure('init/secret-wrong-reference', 'valueFrom is malformed: a name where an ARN is required, or a wrong Region or suffix.'),
  failure('init/secret-json-key', 'The JSON key named in valueFrom is not in the secret, or the secret is not JSON.'),
  failure('init/secret-kms', 'The execution role has no permission to decrypt with the customer managed key of the secret or parameter.'),
  failure('init/log-group-missing', 'The awslogs log group does not exist and creation is not enabled.'),
  failure('init/log-permission', 'The execution role has no permission to create the log stream or log group.'),
  failure('init/log-network', 'The task cannot reach CloudWatch Logs before its containers start.'),
  failure('init/log-config', 'The log driver options are invalid (Region, group, mode, or an unsupported driver).'),
  failure('init/efs-dns', 'The EFS name does not resolve: DNS is disabled in the VPC, or the file system ID is wrong.'),
  failure('init/efs-mount-target', "The task's Availability Zone has no EFS mount target, or the mount target is not ready."),
  failure('init/efs-network', 'NFS port 2049 to the mount target is blocked.'),
  failure('init/efs-permission', 'EFS IAM authorization or the file system policy denies the mount.'),
  failure('init/efs-path', 'The EFS root directory or access point does not exist.'),
  failure('init/env-file', 'ECS cannot download the environment file from S3: it is missing, access is denied, or S3 cannot be reached.'),
  failure('init/role-assume',
    'ECS cannot assume the task or execution role: wrong trust policy, missing iam:PassRole, or a deleted or very new role.'),
  failure('init/service-linked-role', 'The service-linked role of ECS is missing or cannot be used.'),
  failure('init/eni-no-free-ip', 'The subnet has no free IP address for the task ENI.'),
  failure('init/eni-timeout', 'The network interface was not provisioned in time.'),
  failure('init/storage', 'Ephemeral or EBS storage was not provisioned or attached.'),
  failure('init/volume', 'A volume cannot be created or mounted, or is not supported on Fargate.'),
  failure('init/service-discovery', 'Cloud Map registration failed or is misconfigured.'),
  failure('init/service-connect', 'The Service Connect agent did not become healthy or is misconfigured.'),
  failure('init/firelens', 'The FireLens router or its options are misconfigured.'),
  failure('start/command-not-found',
    'The command or entry point names a file that is not in the image (or is one string instead of a list, or a mount hides it).'),
  failure('start/exec-format', 'The binary is for another CPU architecture, or a script has no interpreter line or has CRLF line endings.'),
  failure('start/permission-denied', 'The user of the container has no permission to execute the entry point.'),
  failure('start/user-not-found', 'The configured user or group does not exist in the image.'),
  failure('start/mount-conflict',
    'A volume is mounted over a path that the container needs (such as / or /dev), or the root file system is read-only there.'),
  failure('start/timeout', 'The container did not reach RUNNING (or STOPPED) in time.'),
  failure('start/dependency', 'A container named in dependsOn did not reach its condition.'),
  failure('start/runtime', 'The container runtime or the ECS agent failed; the evidence shows no problem in the application.'),
  failure('memory/container-limit', 'The container reached its memory limit and was killed.'),
  failure('memory/app-heap', 'The application reached its own heap limit (JVM, Node), which is below the container limit.'),
  failure('exit/killed-after-stop-timeout', 'The container did not handle SIGTERM within its stop timeout and was killed.'),
  failure('exit/killed', 'The container received SIGKILL; neither an out-of-memory reason nor a stop request explains it.'),
  failure('exit/segfault', 'The process crashed in native code.'),
  failure('exit/abort', 'The process aborted.'),
  failure('exit/application-error', 'The application exited with an error; its log shows why.'),
  failure('exit/no-foreground-process', 'The essential container exited with code 0: the command finished or runs in the background.'),
  failure('exit/sidecar', 'An essential sidecar exited first and stopped the task.'),
  failure('app/missing-config', 'An environment variable, secret, or configuration file that the application needs is missing.'),
  failure('app/bad-config', 'A configuration value or file that the application reads is wrong.'),
  failure('app/missing-module', 'A module, package, or shared library is missing in the image.'),
  failure('app/dependency-unreachable', 'A database or other service cannot be reached (refused, timeout, name not found).'),
  failure('app/dependency-auth', 'A database or other service rejected the credentials.'),
  failure('app/dependency-tls',
    'A database or other service requires TLS that the client does not use, or its certificate is not trusted.'),
  failure('app/hostname',
    'The application uses a hostname that exists only in Compose or bridge networking; containers of a task share localhost.'),
  failure('app/port-in-use', 'The port is already in use in the task.'),
  failure('app/port-privileged', 'A user other than root listens on a port below 1024.'),
  failure('app/read-only-filesystem', 'The application writes to a read-only file system.'),
  failure('app/disk-full', 'The application filled the ephemeral storage of the task or a volume.'),
  failure('app/file-permission', 'The user of the container has no permission to read or write a path (volume ownership).'),
  failure('app/aws-credentials', 'The application found no valid AWS credentials (task role missing or not used).'),
  failure('app/aws-permission', 'The task role lacks a permission that the application uses.'),
  failure('app/kernel-limit', 'The application needs a kernel setting or capability that Fargate does not allow.'),
  failure('app/bad-state', 'Data of an earlier run stops the application from starting (lock, migration, PID file).'),
  failure('health/elb-timeout',
    'The load balancer cannot reach the target: a security group, a wrong port, or an application that listens on localhost.'),
  failure('health/elb-wrong-port', 'The health check goes to a port or protocol that the container does not serve.'),
  failure('health/elb-path', 'The health check path returns 404 or another client error.'),
  failure('health/elb-redirect', 'The health check path returns a redirect that the matcher does not include.'),
  failure('health/elb-auth', 'The health check path requires authentication.'),
  failure('health/elb-host-header', 'The application rejects the Host header of the health check (the task IP).'),
  failure('health/elb-server-error', 'The application returns 5xx for the health check.'),
  failure('health/elb-slow-start', 'The application needs longer to start than the grace period and thresholds allow.'),
  failure('health/elb', 'Load balancer health checks failed; the evidence does not show why.'),
  failure('health/lattice', 'VPC Lattice health checks failed.'),
  failure('health/container-command', 'The container health check command is missing in the image or wrong.'),
  failure('health/container', 'The container health check failed.'),
  benign('stop/deployment', 'Replaced by a deployment or a rollback.'),
  benign('stop/scale-in', 'Stopped by scaling in.'),
  notice('stop/user', 'Stopped by a StopTask call.'),
  benign('stop/spot', 'Fargate Spot reclaimed the capacity.'),
  benign('stop/maintenance', 'Stopped for task retirement or platform maintenance.'),
  notice('stop/infrastructure', 'The host was unhealthy or terminated.'),
  benign('stop/completed', 'A standalone or scheduled task finished with exit code 0.'),
  failure('deploy/circuit-breaker', 'The deployment circuit breaker was triggered; the failed tasks show the cause.'),
  failure('deploy/alarm', 'A deployment alarm rolled the deployment back.'),
  failure('deploy/start-impaired', 'The tasks of the service repeatedly fail; ECS keeps trying.'),
  failure('deploy/lifecycle-hook', 'A lifecycle hook of the deployment failed or timed out.'),
  notice('deploy/awaiting-action', 'A pause hook holds the deployment until it is continued or rolled back.'),
  notice('deploy/stopped-by-user', 'A StopServiceDeployment call stopped the deployment.'),
  failure('deploy/percentages', 'The minimum and maximum healthy percent allow ECS neither to start nor to stop a task.'),
  failure('deploy/throttled', 'API rate limits throttle the service scheduler; ECS tries again.'),
  notice('deploy/protected-tasks', 'Tasks with scale-in protection block the deployment or the scale-in.'),
  notice('deploy/desired-count-zero', 'The desired count of the service is zero, so ECS runs no task.'),
  failure('deploy/request-rejected', 'AWS rejected a request of the deployment; the message names what it does not accept.'),
  failure('deploy/stack-failed', 'CloudFormation, or the deployment tool, reports that a resource failed or is not stable.'),
  failure('capacity/unavailable', 'Fargate (or Fargate Spot) currently has no capacity.'),
  failure('capacity/quota', 'An account quota (vCPU, tasks) is reached.'),
  failure('capacity/configuration', 'The task definition is not compatible with the launch type, capacity provider, or platform.'),
  notice('sidecar/guardduty', 'The GuardDuty agent container could not start; the task runs without it.'),
  notice('exec/not-connected', 'ECS Exec cannot connect: the SSM agent does not run in the container.'),
  notice('unknown', 'Not recognized. The report lists the missing evidence and the next steps.'),
] as const;

export type CauseId = (typeof CAUSES)[number]['id'];

const BY_ID: ReadonlyMap<string, Cause & { readonly id: CauseId }> = new Map(CAUSES.map(cause => [cause.id, cause]));

/** The cause of an id that the type system has already checked. */
export function causeOf(id: CauseId): Cause & { readonly id: CauseId } {
  return BY_ID.get(id)!;
}
