/** What the custom resource of a job tells the function that runs it. CloudFormation makes texts of all values. */
export interface JobProperties {
  readonly Cluster: string;
  /** The ARN with the revision: another one is another run. */
  readonly TaskDefinition: string;
  readonly Subnets: readonly string[];
  readonly SecurityGroups: readonly string[];
  /** The container whose exit code counts. */
  readonly Container: string;
  readonly LogGroup: string;
  readonly TimeoutSeconds: string;
}

/** The first part of the names of the log streams. */
export const LOG_STREAM_PREFIX = 'service';

/** What the function may do, by what it is done to. */
export const JOB_ACTIONS = {
  taskDefinition: ['ecs:RunTask'],
  roles: ['iam:PassRole'],
  tasks: ['ecs:DescribeTasks', 'ecs:StopTask', 'ecs:TagResource'],
  log: ['logs:GetLogEvents'],
} as const;

/** The longest that a job may take: a custom resource ends after an hour, and its function needs some of it. */
export const LONGEST_JOB_SECONDS = 55 * 60;
