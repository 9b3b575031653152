import type { CauseId } from './catalogue';

/** What `HardenedFargateService` does by itself so that a cause does not come up. */
export interface Default {
  readonly cause: CauseId;
  /** The prop that the default belongs to; null when it holds whatever is set. */
  readonly prop: string | null;
  readonly says: string;
}

/** The first line of defence, in the order of the causes. */
export const DEFAULTS: readonly Default[] = [
  { cause: 'pull/ecr-permission', prop: 'image', says: 'The execution role may pull exactly the repository of the image.' },
  { cause: 'pull/network', prop: 'vpcEndpoints', says: 'The VPC gets the endpoints for ECR and S3 that it lacks.' },
  { cause: 'pull/network', prop: 'vpcSubnets', says: 'A task whose image is not in ECR runs in subnets with egress.' },
  {
    cause: 'pull/s3-endpoint-policy',
    prop: 'vpcEndpoints',
    says: 'The S3 endpoint that is made is on the route of every task subnet and allows every bucket.',
  },
  { cause: 'init/network', prop: 'vpcEndpoints', says: 'The VPC gets the endpoints that the secrets of the task need and that it lacks.' },
  { cause: 'init/secret-permission', prop: 'secrets', says: 'The execution role may read exactly the secrets that the container gets.' },
  { cause: 'init/secret-wrong-reference', prop: 'secrets', says: 'Secrets are given as constructs, which know their whole reference.' },
  { cause: 'init/secret-kms', prop: 'secrets', says: 'The execution role may decrypt with the key that a secret of the app names.' },
  { cause: 'init/log-group-missing', prop: null, says: 'The log group is made before the service.' },
  { cause: 'init/log-permission', prop: null, says: 'The execution role may write to exactly that log group.' },
  { cause: 'init/log-network', prop: 'vpcEndpoints', says: 'The VPC gets the endpoint for CloudWatch Logs if it lacks one.' },
  { cause: 'init/log-config', prop: null, says: 'The options of the log driver are written by the construct.' },
  { cause: 'init/role-assume', prop: null, says: 'Both roles are made with the task and trust ECS.' },
  { cause: 'init/eni-no-free-ip', prop: 'vpc', says: 'The subnets of a VPC that is made have 4,091 addresses for tasks each.' },
  { cause: 'init/volume', prop: 'writablePaths', says: 'Writable paths are empty volumes, which every task can have.' },
  { cause: 'memory/container-limit', prop: 'memoryLimitMiB', says: 'The container has no limit of its own below the memory of the task.' },
  {
    cause: 'exit/killed-after-stop-timeout',
    prop: 'drainTime',
    says: 'An init process passes SIGTERM on, and Fargate leaves the application its whole drain time.',
  },
  { cause: 'app/read-only-filesystem', prop: 'writablePaths', says: 'The application can write to /tmp.' },
  { cause: 'app/aws-credentials', prop: null, says: 'The task has a task role.' },
  { cause: 'health/elb-timeout', prop: 'containerPort', says: 'The load balancer is let in to the tasks on their port.' },
  {
    cause: 'health/elb-wrong-port',
    prop: 'containerPort',
    says: 'Requests and health checks go to one and the same port, that of the container.',
  },
  { cause: 'health/elb-slow-start', prop: 'startupTime', says: 'The grace period covers the start-up time and the checks after it.' },
  { cause: 'health/container', prop: 'startupTime', says: 'The start period of a container health check is the start-up time.' },
  { cause: 'stop/spot', prop: 'capacity', says: 'Tasks run on demand; Spot is a choice, and only above a base on demand.' },
  { cause: 'capacity/configuration', prop: 'cpu', says: 'A size that Fargate does not offer is refused when the service is declared.' },
];
