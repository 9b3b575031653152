/**
 * An evidence source that the stop analyzer reads from the account.
 */
export enum EvidenceSource {
  /** The tasks of a deployment that stopped. */
  FAILED_TASKS = 'failed-tasks',

  /** The network path to the mount targets of EFS file systems, and their policies. */
  FILE_SYSTEMS = 'file-systems',

  /** Whether the images of the task are in ECR, and for which platforms. */
  IMAGES = 'images',

  /** How the load balancer reaches and checks the task. */
  LOAD_BALANCING = 'load-balancing',

  /** The last log lines of the stopped container, from CloudWatch Logs. */
  LOG = 'log',

  /** The memory utilization of the service in the hour before the stop. It is read some minutes later, when the metric is available. */
  MEMORY = 'memory',

  /** The network path from the task to the AWS services that it needs to start. */
  NETWORK = 'network',

  /** The permissions of the task's roles, and the policies of its secrets, keys, and repositories. */
  PERMISSIONS = 'permissions',

  /** Whether the log groups, file systems, and access points of the task exist, and the free IP addresses of its subnet. */
  RESOURCES = 'resources',

  /** Whether the secrets and parameters of the task definition exist. Their values are never read. */
  SECRETS = 'secrets',

  /** The service and its events. */
  SERVICE = 'service',

  /** The findings of guardrails for the task and its service. */
  SETTINGS = 'settings',

  /** Whether IAM allows the failed action, by policy simulation. */
  SIMULATION = 'simulation',

  /** The health of the targets. */
  TARGET_HEALTH = 'target-health',

  /** The task definition, and its changes since the service was last steady. */
  TASK_DEFINITION = 'task-definition',

  /** The changes in the hour before the stop, from CloudTrail. They are read some minutes later, when the events are available. */
  TRAIL = 'trail',
}

/**
 * The evidence that the stop analyzer reads from the account, in addition to the event.
 *
 * The role of the analyzer has only the permissions for these reads. Secrets are redacted before anything is stored
 * or sent.
 */
export class StopEvidence {
  /**
   * All evidence sources. The analyzer reads only the sources that the possible causes need. It reads most of them at
   * once, and metrics and CloudTrail some minutes later, without another message.
   */
  public static readonly ALL = StopEvidence.some(...Object.values(EvidenceSource));

  /**
   * No evidence sources. The diagnosis uses only the event.
   */
  public static readonly NONE = StopEvidence.some();

  /**
   * Only these evidence sources.
   */
  public static some(...sources: EvidenceSource[]): StopEvidence {
    return new StopEvidence([...new Set(sources)].sort());
  }

  /**
   * The evidence sources.
   */
  public readonly sources: EvidenceSource[];

  private constructor(sources: EvidenceSource[]) {
    this.sources = sources;
  }
}
