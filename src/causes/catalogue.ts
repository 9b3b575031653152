/** How bad a stop of this cause is: something to mend, something to know of, or ordinary life. */
export type Severity = 'failure' | 'notice' | 'benign';

/** One way in which a Fargate task can end. */
export interface Cause {
  readonly id: string;
  readonly severity: Severity;
  /** What happened, in one sentence that is true of every stop of this cause. */
  readonly summary: string;
}

/**
 * Every cause that a diagnosis may name, in the order of a task's life.
 *
 * The ids are a public contract: a guardrail names those it prevents, a signature the one it recognises.
 */
export const CAUSES = [
  { id: 'pull/image-not-found', severity: 'failure', summary: 'The tag, digest or repository does not exist in the registry (or the reference is wrong).' },
  { id: 'pull/image-digest-gone', severity: 'failure', summary: 'The digest that the deployment pinned was deleted or overwritten, so replacement tasks cannot pull it.' },
  { id: 'pull/ecr-permission', severity: 'failure', summary: 'The execution role (or the repository policy) does not allow pulling from ECR.' },
  { id: 'pull/ecr-cross-account', severity: 'failure', summary: 'The ECR repository belongs to another account whose repository policy does not allow this one.' },
  { id: 'pull/registry-auth', severity: 'failure', summary: 'A private registry other than ECR asks for credentials that are missing or wrong.' },
  { id: 'pull/rate-limit', severity: 'failure', summary: 'The registry limits anonymous or account pulls (Docker Hub, ECR Public).' },
  { id: 'pull/network', severity: 'failure', summary: 'The task has no working network path to the registry: no NAT/endpoint/public IP, endpoint misconfigured, or a security group, NACL or DNS blocks it.' },
  { id: 'pull/s3-endpoint-policy', severity: 'failure', summary: 'The S3 gateway endpoint policy (or route) blocks the bucket that holds ECR layers.' },
  { id: 'pull/transient-network', severity: 'failure', summary: 'A short network fault towards the registry (reset, TLS handshake timeout, EOF); usually passes on retry.' },
  { id: 'pull/registry-tls', severity: 'failure', summary: 'The registry certificate is not trusted by the platform.' },
  { id: 'pull/platform-mismatch', severity: 'failure', summary: 'The image index has no entry for the CPU architecture or OS of the task.' },
  { id: 'pull/disk-full', severity: 'failure', summary: 'The image does not fit the task ephemeral storage.' },
  { id: 'init/network', severity: 'failure', summary: 'The task cannot reach Secrets Manager, SSM, ECR auth or KMS before start: no path, endpoint misconfigured, blocked by security group, NACL or DNS.' },
  { id: 'init/secret-permission', severity: 'failure', summary: 'The execution role may not read the secret or parameter (often the permission sits on the task role, or the ARN is partial).' },
  { id: 'init/secret-not-found', severity: 'failure', summary: 'The referenced secret, parameter or version does not exist in this Region.' },
  { id: 'init/secret-wrong-reference', severity: 'failure', summary: 'valueFrom is malformed: a name where an ARN is needed, wrong Region, wrong suffix.' },
  { id: 'init/secret-json-key', severity: 'failure', summary: 'The JSON key named in valueFrom is not in the secret, or the secret is not JSON.' },
  { id: 'init/secret-kms', severity: 'failure', summary: 'The execution role may not decrypt the customer managed key of the secret or parameter.' },
  { id: 'init/log-group-missing', severity: 'failure', summary: 'The awslogs log group does not exist and creation is not enabled.' },
  { id: 'init/log-permission', severity: 'failure', summary: 'The execution role may not create the log stream or group.' },
  { id: 'init/log-network', severity: 'failure', summary: 'CloudWatch Logs cannot be reached before start.' },
  { id: 'init/log-config', severity: 'failure', summary: 'The log driver options are invalid (region, group, mode, unsupported driver).' },
  { id: 'init/efs-dns', severity: 'failure', summary: 'The EFS name does not resolve: VPC DNS off, wrong id.' },
  { id: 'init/efs-mount-target', severity: 'failure', summary: 'No EFS mount target in the task\'s Availability Zone, or it is not ready.' },
  { id: 'init/efs-network', severity: 'failure', summary: 'NFS port 2049 to the mount target is blocked.' },
  { id: 'init/efs-permission', severity: 'failure', summary: 'EFS IAM authorization or the file system policy denies the mount.' },
  { id: 'init/efs-path', severity: 'failure', summary: 'The EFS root directory or access point does not exist.' },
  { id: 'init/env-file', severity: 'failure', summary: 'The environment file in S3 cannot be fetched: missing, not permitted or unreachable.' },
  { id: 'init/role-assume', severity: 'failure', summary: 'ECS cannot assume the task or execution role: trust policy, PassRole, role deleted or too new.' },
  { id: 'init/eni-no-free-ip', severity: 'failure', summary: 'The subnet has no free IP address for the task ENI.' },
  { id: 'init/eni-timeout', severity: 'failure', summary: 'The network interface was not provisioned in time.' },
  { id: 'init/storage', severity: 'failure', summary: 'Ephemeral or EBS storage was not provisioned or attached.' },
  { id: 'init/volume', severity: 'failure', summary: 'A volume cannot be created or mounted, or is not supported on Fargate.' },
  { id: 'init/service-discovery', severity: 'failure', summary: 'Cloud Map registration failed or is misconfigured.' },
  { id: 'init/service-connect', severity: 'failure', summary: 'The Service Connect agent did not become healthy or is misconfigured.' },
  { id: 'init/firelens', severity: 'failure', summary: 'The FireLens router or its options are misconfigured.' },
  { id: 'start/command-not-found', severity: 'failure', summary: 'The command or entrypoint names a file that is not in the image (or is one string instead of a list, or a mount hides it).' },
  { id: 'start/exec-format', severity: 'failure', summary: 'The binary is for another CPU architecture, or a script lacks its interpreter line or has CRLF endings.' },
  { id: 'start/permission-denied', severity: 'failure', summary: 'The entrypoint is not executable for the container user.' },
  { id: 'start/user-not-found', severity: 'failure', summary: 'The configured user or group is not in the image.' },
  { id: 'start/mount-conflict', severity: 'failure', summary: 'A volume is mounted over a path that the container needs (such as / or /dev), or the root is read-only there.' },
  { id: 'start/timeout', severity: 'failure', summary: 'The container did not reach RUNNING (or STOPPED) in time.' },
  { id: 'start/dependency', severity: 'failure', summary: 'A container named in dependsOn did not reach its condition.' },
  { id: 'start/runtime', severity: 'failure', summary: 'The container runtime or the agent failed; nothing in the application is known to be wrong.' },
  { id: 'memory/container-limit', severity: 'failure', summary: 'The container hit its memory limit and was killed.' },
  { id: 'memory/app-heap', severity: 'failure', summary: 'The application hit its own heap limit (JVM, Node) below the container limit.' },
  { id: 'exit/killed-after-stop-timeout', severity: 'failure', summary: 'SIGTERM was not handled within stopTimeout, so the container got SIGKILL.' },
  { id: 'exit/killed', severity: 'failure', summary: 'The container got SIGKILL and neither an out-of-memory reason nor a stop request explains it.' },
  { id: 'exit/segfault', severity: 'failure', summary: 'The process crashed in native code.' },
  { id: 'exit/abort', severity: 'failure', summary: 'The process aborted.' },
  { id: 'exit/application-error', severity: 'failure', summary: 'The application ended with an error; the log says why.' },
  { id: 'exit/no-foreground-process', severity: 'failure', summary: 'The essential container ended with 0: the command finished or runs in the background.' },
  { id: 'exit/sidecar', severity: 'failure', summary: 'An essential sidecar ended first and took the task down.' },
  { id: 'app/missing-config', severity: 'failure', summary: 'An environment variable, secret or config file that the application needs is missing.' },
  { id: 'app/missing-module', severity: 'failure', summary: 'A module, package or shared library is missing in the image.' },
  { id: 'app/dependency-unreachable', severity: 'failure', summary: 'A database or other service cannot be reached (refused, timeout, name not found).' },
  { id: 'app/dependency-auth', severity: 'failure', summary: 'A database or other service rejected the credentials.' },
  { id: 'app/dependency-tls', severity: 'failure', summary: 'A database or other service asks for TLS that the client does not use, or the certificate is not trusted.' },
  { id: 'app/hostname', severity: 'failure', summary: 'A host name that only exists in Compose or bridge networking is used; containers of a task share localhost.' },
  { id: 'app/port-in-use', severity: 'failure', summary: 'The port is already bound in the task.' },
  { id: 'app/port-privileged', severity: 'failure', summary: 'A non-root user binds a port below 1024.' },
  { id: 'app/read-only-filesystem', severity: 'failure', summary: 'The application writes where the file system is read-only.' },
  { id: 'app/file-permission', severity: 'failure', summary: 'The container user may not read or write a path (volume ownership).' },
  { id: 'app/aws-credentials', severity: 'failure', summary: 'The application finds no AWS credentials (task role missing or not used).' },
  { id: 'app/aws-permission', severity: 'failure', summary: 'The task role lacks a permission that the application uses.' },
  { id: 'app/kernel-limit', severity: 'failure', summary: 'The application needs a kernel setting or capability that Fargate does not allow.' },
  { id: 'app/bad-state', severity: 'failure', summary: 'Data left from an earlier run keeps the application from starting (lock, migration, pid file).' },
  { id: 'health/elb-timeout', severity: 'failure', summary: 'The load balancer cannot reach the target: security group, wrong port, or bound to localhost.' },
  { id: 'health/elb-wrong-port', severity: 'failure', summary: 'The health check goes to a port or protocol that the container does not serve.' },
  { id: 'health/elb-path', severity: 'failure', summary: 'The health check path answers 404 or another client error.' },
  { id: 'health/elb-redirect', severity: 'failure', summary: 'The health check path answers with a redirect outside the matcher.' },
  { id: 'health/elb-auth', severity: 'failure', summary: 'The health check path asks for authentication.' },
  { id: 'health/elb-host-header', severity: 'failure', summary: 'The application rejects the Host header of the health check (the task IP).' },
  { id: 'health/elb-server-error', severity: 'failure', summary: 'The application answers the health check with 5xx.' },
  { id: 'health/elb-slow-start', severity: 'failure', summary: 'The application needs longer to start than the grace period and thresholds allow.' },
  { id: 'health/elb', severity: 'failure', summary: 'Load balancer health checks failed and nothing says why.' },
  { id: 'health/container-command', severity: 'failure', summary: 'The container health check command is missing in the image or wrong.' },
  { id: 'health/container', severity: 'failure', summary: 'The container health check failed.' },
  { id: 'stop/deployment', severity: 'benign', summary: 'Replaced by a deployment or a rollback.' },
  { id: 'stop/scale-in', severity: 'benign', summary: 'Stopped by scaling in.' },
  { id: 'stop/user', severity: 'notice', summary: 'Stopped by a StopTask call.' },
  { id: 'stop/spot', severity: 'benign', summary: 'Fargate Spot took the capacity back.' },
  { id: 'stop/maintenance', severity: 'benign', summary: 'Stopped for task retirement or platform maintenance.' },
  { id: 'stop/infrastructure', severity: 'notice', summary: 'The host was unhealthy or terminated.' },
  { id: 'stop/completed', severity: 'benign', summary: 'A standalone or scheduled task finished with exit 0.' },
  { id: 'deploy/circuit-breaker', severity: 'failure', summary: 'The deployment circuit breaker tripped; the cause is that of the tasks that failed.' },
  { id: 'deploy/alarm', severity: 'failure', summary: 'A deployment alarm rolled the deployment back.' },
  { id: 'capacity/unavailable', severity: 'failure', summary: 'Fargate (or Fargate Spot) has no capacity now.' },
  { id: 'capacity/quota', severity: 'failure', summary: 'An account quota (vCPU, tasks) is reached.' },
  { id: 'capacity/configuration', severity: 'failure', summary: 'The task definition does not fit the compute strategy or platform.' },
  { id: 'sidecar/guardduty', severity: 'notice', summary: 'The GuardDuty agent container could not start; the task goes on without it.' },
  { id: 'unknown', severity: 'notice', summary: 'Not recognised. The report says what is missing and where to look.' },
] as const satisfies readonly Cause[];

export type CauseId = (typeof CAUSES)[number]['id'];

const BY_ID: ReadonlyMap<string, Cause & { readonly id: CauseId }> = new Map(CAUSES.map(cause => [cause.id, cause]));

/** The cause of an id that the type system has already checked. */
export function causeOf(id: CauseId): Cause & { readonly id: CauseId } {
  return BY_ID.get(id)!;
}
