import type { CauseId } from './catalogue';

/** What `HardenedFargateService` does by itself so that a cause does not come up. */
export interface Default {
  readonly cause: CauseId;
  /** The prop that the default belongs to; null when it holds whatever is set. */
  readonly prop: string | null;
  readonly says: string;
}

/** The first line of defense, in the order of the causes. */
export const DEFAULTS: readonly Default[] = [
  { cause: 'pull/ecr-permission', prop: 'image', says: 'The execution role has permission to pull from the repository of the image only.' },
  { cause: 'pull/network', prop: 'vpcEndpoints', says: 'The construct creates missing VPC endpoints for ECR and S3.' },
  { cause: 'pull/network', prop: 'vpcSubnets', says: 'A task whose image is not in ECR runs in subnets with outbound access.' },
  {
    cause: 'pull/s3-endpoint-policy',
    prop: 'vpcEndpoints',
    says: 'A created S3 endpoint is in the route table of every task subnet and allows every bucket.',
  },
  { cause: 'init/network', prop: 'vpcEndpoints', says: 'The construct creates missing VPC endpoints for the secrets of the task.' },
  {
    cause: 'init/secret-permission',
    prop: 'secrets',
    says: 'The execution role has permission to read the secrets of the container only.',
  },
  { cause: 'init/secret-wrong-reference', prop: 'secrets', says: 'Secrets are constructs, which have the full reference.' },
  { cause: 'init/secret-kms', prop: 'secrets', says: 'The execution role has permission to decrypt with the key of a secret of the app.' },
  { cause: 'init/log-group-missing', prop: null, says: 'The log group is created before the service.' },
  { cause: 'init/log-permission', prop: null, says: 'The execution role has permission to write to that log group only.' },
  { cause: 'init/log-network', prop: 'vpcEndpoints', says: 'The construct creates a missing VPC endpoint for CloudWatch Logs.' },
  { cause: 'init/log-config', prop: null, says: 'The construct sets the options of the log driver.' },
  { cause: 'init/role-assume', prop: null, says: 'The construct creates both roles, and both trust ECS.' },
  { cause: 'init/eni-no-free-ip', prop: 'vpc', says: 'Each subnet of a created VPC has 4,091 IP addresses for tasks.' },
  { cause: 'init/volume', prop: 'writablePaths', says: 'Writable paths are empty volumes, which every task supports.' },
  { cause: 'memory/container-limit', prop: 'memoryLimitMiB', says: 'The container has no memory limit below the memory of the task.' },
  {
    cause: 'exit/killed-after-stop-timeout',
    prop: 'drainTime',
    says: 'An init process forwards SIGTERM, and the stop timeout covers the drain time.',
  },
  { cause: 'app/read-only-filesystem', prop: 'writablePaths', says: 'The application can write to /tmp.' },
  { cause: 'app/aws-credentials', prop: null, says: 'The task has a task role.' },
  { cause: 'health/elb-timeout', prop: 'containerPort', says: 'The security group allows the load balancer on the container port.' },
  {
    cause: 'health/elb-wrong-port',
    prop: 'containerPort',
    says: 'Requests and health checks use the same port, the container port.',
  },
  {
    cause: 'health/elb-slow-start',
    prop: 'startupTime',
    says: 'The health check grace period covers the startup time and the checks after it.',
  },
  { cause: 'health/container', prop: 'startupTime', says: 'The start period of a container health check is the startup time.' },
  { cause: 'stop/spot', prop: 'capacity', says: 'Tasks run on-demand. Spot is optional, and only above an on-demand base.' },
  { cause: 'capacity/configuration', prop: 'cpu', says: 'Synthesis rejects a task size that Fargate does not support.' },
];
