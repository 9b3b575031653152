import { templateArn } from '../../aws/arn';

/**
 * The ARNs by which policies name a log group and the streams in it.
 *
 * IAM asks for the stream when events are put and for the group when a stream is made, and people write the one for the other.
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoncloudwatchlogs.html
 */
export function logGroupArns(name: string, region?: string): readonly string[] {
  const group = /^\$\{[^}]*\.Arn\}$/.test(name) ? name : templateArn('logs', `log-group:${name}`, { region });
  return [group, `${group}:log-stream:\${?}`];
}
