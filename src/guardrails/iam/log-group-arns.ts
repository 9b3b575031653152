import { templateArn } from '../../aws/arn';
import type { LogConfigurationFacts } from '../../facts/model/container';
import { isKnown, type Known, UNKNOWN } from '../../facts/model/fact';

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

/** The same of the log group that a container writes to. */
export function arnsOfLog({ options }: LogConfigurationFacts): Known<readonly string[]> {
  if (!isKnown(options)) return UNKNOWN;
  const { 'awslogs-group': group, 'awslogs-region': region } = options;
  return typeof group === 'string' ? logGroupArns(group, typeof region === 'string' ? region : '${?}') : UNKNOWN;
}
