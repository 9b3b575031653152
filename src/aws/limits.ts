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

/** The interval of a container's health check that does not say one, in seconds. */
export const DEFAULT_HEALTH_CHECK_INTERVAL_SECONDS = 30;

/** Whether a number is within its limits. */
export const isWithin = (value: number, { least, most }: Limits): boolean => value >= least && value <= most;
