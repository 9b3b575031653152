/**
 * A kind of evidence that the stop analyzer reads from the account.
 */
export enum EvidenceSource {
  /** The tasks of a deployment that stopped. */
  FAILED_TASKS = 'failed-tasks',

  /** Whether the task reaches a mount target of each EFS file system, and what guards it. */
  FILE_SYSTEMS = 'file-systems',

  /** Whether the images of the task are in ECR, and for which platforms. */
  IMAGES = 'images',

  /** How the load balancer reaches and checks the task. */
  LOAD_BALANCING = 'load-balancing',

  /** The last lines of the container that ended, from CloudWatch Logs. */
  LOG = 'log',

  /** How much memory the service used in the hour before the stop; read some minutes later, when the metric is there. */
  MEMORY = 'memory',

  /** Whether the subnet and the security groups of the task lead to what it needs to start. */
  NETWORK = 'network',

  /** What the roles of the task may do, with the policies of its secrets, keys and repositories. */
  PERMISSIONS = 'permissions',

  /** Whether the log groups, file systems and access points of the task are there, and the free addresses of its subnet. */
  RESOURCES = 'resources',

  /** Whether the secrets and parameters of the task definition are there; never their values. */
  SECRETS = 'secrets',

  /** The service with its events. */
  SERVICE = 'service',

  /** What guardrails find in the settings of the task and its service, which are read in any case. */
  SETTINGS = 'settings',

  /** Whether IAM would allow the action that failed. */
  SIMULATION = 'simulation',

  /** What the load balancer says of the targets. */
  TARGET_HEALTH = 'target-health',

  /** The task definition, and what it changed since the service was steady. */
  TASK_DEFINITION = 'task-definition',

  /** Who changed what in the hour before the stop, from CloudTrail; read some minutes later, when the events are there. */
  TRAIL = 'trail',
}

/**
 * What the stop analyzer reads from the account beyond the event of a stop.
 *
 * The role of the analyzer may do just what this takes. Whatever it reads, secrets are redacted before anything is stored or sent.
 */
export class StopEvidence {
  /**
   * Everything that may say why a task stopped. Only what the causes in question ask for is read: most of it at once, and what
   * AWS has some minutes later in a second look, which sends no message by itself.
   */
  public static readonly ALL = StopEvidence.some(...Object.values(EvidenceSource));

  /**
   * Nothing: the diagnosis rests on the event alone, and the analyzer makes no call that reads.
   */
  public static readonly NONE = StopEvidence.some();

  /**
   * These kinds of evidence and no other.
   */
  public static some(...sources: EvidenceSource[]): StopEvidence {
    return new StopEvidence([...new Set(sources)].sort());
  }

  /**
   * The kinds of evidence that are read.
   */
  public readonly sources: EvidenceSource[];

  private constructor(sources: EvidenceSource[]) {
    this.sources = sources;
  }
}
