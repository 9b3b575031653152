/** What the source of the evidence names beside the stop itself; a kind of which it names several is absent. */
export interface NamedResources {
  /** A stack of CloudFormation. */
  readonly stack?: string;
  /** The id of a task that is not described. */
  readonly task?: string;
  /** With its revision, such as `web:7`. */
  readonly taskDefinition?: string;
  readonly targetGroupArn?: string;
  readonly logGroup?: string;
  readonly logStream?: string;
  readonly subnet?: string;
  readonly vpc?: string;
  readonly networkInterface?: string;
  readonly fileSystem?: string;
  /** The address at which a load balancer asks the task. */
  readonly address?: string;
  /** The port at which it asks. */
  readonly port?: string;
  /** The path for which it asks. */
  readonly path?: string;
}
