import { type Command, InvalidArgumentError, Option } from 'commander';
import { parseArn } from '../../aws/arn';
import { UNREADABLE } from '../terminal/exit-code';

/** A task, by its id or its ARN. */
export interface TaskTarget {
  readonly cluster: string;
  readonly task: string;
}

/** A service, and from when on its tasks that stopped are diagnosed, in milliseconds. */
export interface ServiceTarget {
  readonly cluster: string;
  readonly service: string;
  readonly since: number;
}

/** A stack of CloudFormation, by its name, and from when on tasks of its services that stopped are diagnosed, in milliseconds. */
export interface StackTarget {
  readonly stack: string;
  readonly since: number;
}

/** What of an account is diagnosed. */
export type LiveTarget = TaskTarget | ServiceTarget | StackTarget;

export interface LiveOptions {
  readonly cluster?: string;
  readonly task?: string;
  readonly service?: string;
  readonly stack?: string;
  /** In milliseconds. */
  readonly since: number;
  readonly profile?: string;
  readonly region?: string;
  readonly save?: string;
  readonly policy?: true;
}

/** ECS remembers a stopped task for about an hour. */
const AN_HOUR = 3_600_000;

/** The options that ask an account instead of a file. */
export const liveOptions = (): readonly Option[] => [
  new Option('--cluster <name>', 'diagnose a task or service of this cluster, live'),
  new Option('--task <id>', 'the stopped task; an ARN also names the cluster and the Region').conflicts('service'),
  new Option('--service <name>', 'the service of the stopped tasks; an ARN also names the cluster and the Region'),
  new Option('--stack <name>', 'a CloudFormation stack: the failure of its deployment, and its services')
    .conflicts(['cluster', 'task', 'service']),
  new Option('--since <time>', 'the time range of the stopped tasks, such as 30m; ECS keeps a stopped task for about an hour')
    .default(AN_HOUR, '1h').argParser(milliseconds),
  new Option('--profile <name>', 'the profile of the AWS configuration'),
  new Option('--region <name>', 'the Region, if it differs from the Region of the profile'),
  new Option('--save <FILE>', 'write the redacted evidence to a file, which you can pass to diagnose'),
  new Option('--policy', 'print only the IAM policy that a live diagnosis with these options needs'),
];

/** The ARN of a task or service also names its cluster and its Region: options that leave them out. */
export function placedByArn<T extends Pick<LiveOptions, 'cluster' | 'region'>>(options: T, nameOrArn: string | undefined): T {
  const { cluster, region } = parseArn(nameOrArn) ?? {};
  return { ...options, cluster: options.cluster ?? cluster, region: options.region ?? region };
}

/** What the options name; undefined where they name nothing of an account. */
export function liveTarget({ cluster, task, service, stack, since }: LiveOptions, command: Command): LiveTarget | undefined {
  const wrong = (problem: string): never => command.error(`error: ${problem}`, { exitCode: UNREADABLE });
  if (stack !== undefined) return { stack, since: Date.now() - since };
  if (cluster === undefined) {
    const [unused] = ['task', 'service', 'profile', 'region', 'since'].filter(name => command.getOptionValueSource(name) === 'cli');
    return unused === undefined ? undefined : wrong(`--${unused} needs the name of a cluster with --cluster, or of a stack with --stack`);
  }
  if (task !== undefined) return { cluster, task };
  return service === undefined ? wrong('--cluster needs --task or --service') : { cluster, service, since: Date.now() - since };
}

const UNITS: Readonly<Record<string, number>> = { m: 60_000, h: AN_HOUR, d: 24 * AN_HOUR };

/** A duration on the command line, in milliseconds. */
export function milliseconds(text: string): number {
  const [, count, unit] = /^(\d{1,4})([mhd])$/.exec(text) ?? [];
  if (count === undefined) throw new InvalidArgumentError('it must be a number with the unit m, h, or d, such as 30m or 24h');
  return Number(count) * UNITS[unit];
}
