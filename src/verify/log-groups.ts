import type { Check, Problem } from './problem';
import { written } from './written';
import type { Reading } from '../account/reading';
import type { ContainerFacts } from '../facts/model/container';
import { isKnown, UNKNOWN } from '../facts/model/fact';

/** Log groups that the app does not create, unless the log driver does. */
export const logGroups: Check = async ({ containers }, reading) =>
  (await Promise.all(containers.map(container => logGroupOf(container, reading)))).flat();

async function logGroupOf({ at, logConfiguration }: ContainerFacts, reading: Reading): Promise<readonly Problem[]> {
  const name = nameOfGroup(logConfiguration);
  if (name === undefined) return [];
  const found = await reading.all<{ readonly logGroupName?: string }>('logs:DescribeLogGroups', { logGroupNamePrefix: name }, 'logGroups');
  const isMissing = isKnown(found) && found.every(({ logGroupName }) => logGroupName !== name);
  const fix = `Run aws logs create-log-group --log-group-name ${name}, or correct the name.`;
  return isMissing ? [{ at, seen: `the log group ${name} does not exist`, fix }] : [];
}

/** The name of a log group that neither the app nor the log driver creates. */
function nameOfGroup(logConfiguration: ContainerFacts['logConfiguration']): string | undefined {
  if (!isKnown(logConfiguration) || logConfiguration === undefined || !isKnown(logConfiguration.options)) return undefined;
  const { driver, options, group, region } = logConfiguration;
  const isElsewhere = driver === 'awslogs' && group === UNKNOWN && region === undefined;
  return isElsewhere && options['awslogs-create-group'] === undefined ? written(options['awslogs-group']) : undefined;
}
