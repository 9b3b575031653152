import { awslogsStreamOf } from '../model/awslogs-stream';
import { isObject, type JsonObject, text } from '../model/json-fields';

/** What names a stream of CloudWatch Logs. */
export interface LogStream {
  readonly logGroupName: string;
  readonly logStreamName: string;
}

/** The stream that the awslogs driver gives to a container of a task, or why there is none to read here. */
export function logStreamOf(container: JsonObject, region: string | undefined, taskId = ''): LogStream | string {
  const { name, logConfiguration } = container;
  const { logDriver, options } = isObject(logConfiguration) ? logConfiguration : {};
  const stream = logDriver === 'awslogs'
    ? streamOf(container, region, taskId) : elsewhere(text(logDriver), isObject(options) ? options : {});
  return typeof stream === 'string' ? `container ${String(name)} ${stream}` : stream;
}

function streamOf(container: JsonObject, here: string | undefined, taskId: string): LogStream | string {
  const stream = awslogsStreamOf(container, taskId);
  if (stream === undefined) return 'names no log group, or no stream prefix';
  const { group, name, region = here } = stream;
  return region === here ? { logGroupName: group, logStreamName: name } : `logs to ${group} in ${region}; read it there`;
}

/** Where the options of FireLens name what they send to. */
const DESTINATIONS = ['log_group_name', 'delivery_stream', 'stream', 'bucket', 'Host', 'Index'];

function elsewhere(driver: string | undefined, options: JsonObject): string {
  if (driver === undefined) return 'has no log driver, so its output is lost';
  if (driver !== 'awsfirelens') return `logs with the driver ${driver}; look in the destination of that driver`;
  const named = DESTINATIONS.map(option => text(options[option])).find(value => value !== undefined);
  const destination = [text(options.Name), named].filter(part => part !== undefined).join(' ');
  return `logs through FireLens; look in ${destination || 'the destination of its log router'}`;
}
