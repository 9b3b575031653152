import { isObject, type JsonObject, text } from './json-fields';

/** The stream that the awslogs driver gives to a container of a task. */
export interface AwslogsStream {
  readonly group: string;
  readonly name: string;
  /** Absent for the Region of the task. */
  readonly region: string | undefined;
}

/**
 * What the options of the awslogs driver name for a container; absent where they name no log group, or no stream prefix.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/specify-log-config.html on awslogs-stream-prefix
 */
export function awslogsStreamOf({ name, logConfiguration }: JsonObject, taskId: string): AwslogsStream | undefined {
  const options = isObject(logConfiguration) && isObject(logConfiguration.options) ? logConfiguration.options : {};
  const [group, prefix, region] = ['group', 'stream-prefix', 'region'].map(option => text(options[`awslogs-${option}`]));
  return group === undefined || prefix === undefined ? undefined : { group, name: `${prefix}/${String(name)}/${taskId}`, region };
}
