/** Between which values AWS takes a number, both included. */
export interface Limits {
  readonly least: number;
  readonly most: number;
}

/**
 * How many seconds after SIGTERM Fargate kills a container.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html#container_definition_timeout
 */
export const STOP_TIMEOUT_SECONDS: Limits = { least: 2, most: 120 };

/** How many seconds after SIGTERM ECS kills a container that says nothing of it. */
export const DEFAULT_STOP_TIMEOUT_SECONDS = 30;

/**
 * How much ephemeral storage a task on Fargate is given instead of the default, in GiB.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_EphemeralStorage.html
 */
export const EPHEMERAL_STORAGE_GIB: Limits = { least: 21, most: 200 };

/**
 * What ECS takes for the health check of a container, in seconds but for the retries.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_HealthCheck.html
 */
export const CONTAINER_HEALTH_CHECK = {
  interval: { least: 5, most: 300 },
  timeout: { least: 2, most: 60 },
  retries: { least: 1, most: 10 },
  startPeriod: { least: 0, most: 300 },
} as const satisfies Readonly<Record<string, Limits>>;

/**
 * What Elastic Load Balancing does for a target group of an Application Load Balancer that does not say.
 *
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateTargetGroup.html
 */
export const TARGET_GROUP_DEFAULTS = {
  targetType: 'instance',
  intervalSeconds: 30,
  timeoutSeconds: 5,
  unhealthyThreshold: 2,
  deregistrationDelaySeconds: 300,
} as const;

/**
 * With more variables than this, a container is deployed with none at all, and nothing says so.
 *
 * It is in no documentation; it was reported as https://github.com/aws/aws-cdk/issues/38225 and confirmed there.
 */
export const MOST_ENVIRONMENT_VARIABLES = 100;

/**
 * How many files with environment variables ECS takes.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html
 */
export const MOST_ENVIRONMENT_FILES = 10;

/**
 * How long the lists of a service can be at most.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_AwsVpcConfiguration.html
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-quotas.html
 */
export const MOST_OF_A_SERVICE = { targetGroups: 5, securityGroups: 5, subnets: 16 } as const;

/**
 * Docker gives no container less memory than this.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html
 */
export const LEAST_CONTAINER_MIB = 6;

/** The ports of TCP and UDP. */
export const PORT: Limits = { least: 1, most: 65_535 };

/**
 * The priorities that a rule of a listener can have.
 *
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateRule.html
 */
export const PRIORITY: Limits = { least: 1, most: 50_000 };

/**
 * What a rule of a listener can compare a request with.
 *
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-limits.html
 */
export const RULE_CONDITIONS = { mostValues: 5, longestValue: 128 } as const;

/** Whether a number is within its limits. */
export const isWithin = (value: number, { least, most }: Limits): boolean => value >= least && value <= most;
