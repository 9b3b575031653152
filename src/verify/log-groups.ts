import type { Check, Problem, Skipped } from './problem';
import { written } from './written';
import type { Reading } from '../account/reading';
import type { ContainerFacts, LogConfigurationFacts } from '../facts/model/container';
import { isKnown, UNKNOWN } from '../facts/model/fact';
import type { Place } from '../facts/model/place';

/** Log groups that the app does not create, unless the log driver does. */
export const logGroups: Check = async ({ containers }, reading) =>
  (await Promise.all(containers.map(container => logGroupOf(container, reading)))).flat();

async function logGroupOf({ at, logConfiguration }: ContainerFacts, reading: Reading): Promise<readonly (Problem | Skipped)[]> {
  if (logConfiguration === UNKNOWN) return [{ at, seen: LEFT_TO_DEPLOYMENT }];
  if (logConfiguration === undefined || !isMadeBefore(logConfiguration)) return [];
  const { options, region } = logConfiguration;
  if (typeof region === 'string') return [{ at, seen: `it writes to a log group in another Region, ${region}` }];
  const name = isKnown(options) ? written(options['awslogs-group']) : undefined;
  return name === undefined ? [{ at, seen: LEFT_TO_DEPLOYMENT }] : problemsOf(at, name, reading);
}

const LEFT_TO_DEPLOYMENT = 'its log group is known only at deployment';

/** Whether neither the app nor the log driver creates the log group. */
const isMadeBefore = ({ driver, options, group }: LogConfigurationFacts): boolean =>
  driver === 'awslogs' && group === UNKNOWN && !(isKnown(options) && options['awslogs-create-group'] !== undefined);

async function problemsOf(at: Place, name: string, reading: Reading): Promise<readonly Problem[]> {
  const found = await reading.all<{ readonly logGroupName?: string }>('logs:DescribeLogGroups', { logGroupNamePrefix: name }, 'logGroups');
  const isMissing = isKnown(found) && found.every(({ logGroupName }) => logGroupName !== name);
  const fix = `Run aws logs create-log-group --log-group-name ${name}, or correct the name.`;
  return isMissing ? [{ at, seen: `the log group ${name} does not exist`, fix }] : [];
}
