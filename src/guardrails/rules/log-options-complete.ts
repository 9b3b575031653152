import type { ContainerFacts, LogConfigurationFacts } from '../../facts/model/container';
import { isKnown, type Known, UNKNOWN } from '../../facts/model/fact';
import type { ContainerRule } from '../model/rule';

/** What each log driver needs on Fargate. */
const REQUIRED: Readonly<Record<string, readonly string[] | undefined>> = {
  awslogs: ['awslogs-group', 'awslogs-region', 'awslogs-stream-prefix'],
  splunk: ['splunk-url', 'splunk-token'],
};

/** An option can also come from a secret, as the token of Splunk does. */
export const logOptionsComplete: ContainerRule = {
  id: 'log-options-complete',
  class: 'refused',
  judges: 'container',
  property: 'LogConfiguration',
  reads: ['task.containers.logConfiguration', 'task.containers.secrets'],
  title: 'The log driver should have all options that Fargate requires.',
  why: 'ECS rejects a task definition without the group, Region, and stream prefix of awslogs, or without the URL and token of splunk.',
  fix: 'Use ecs.LogDrivers.awsLogs with streamPrefix, or set the missing options in the override. '
    + 'HardenedFargateService sets them by default.',
  see: [
    'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/specify-log-config.html',
    'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LogConfiguration.html',
  ],
  prevents: [],
  breaks: { logConfiguration: { options: { 'awslogs-stream-prefix': undefined } } },
  holds: ({ logConfiguration: log, secrets }) => {
    if (log === undefined) return true;
    if (!isKnown(log)) return UNKNOWN;
    const missing = missingIn(log);
    const given = namesOf(secrets);
    if (!isKnown(missing) || missing.length === 0) return isKnown(missing) || UNKNOWN;
    if (!isKnown(given)) return UNKNOWN;
    const unset = missing.filter(name => !given.includes(name));
    return unset.length === 0 || { seen: `the log driver ${String(log.driver)} has no ${unset.join(' and no ')}` };
  },
};

function missingIn({ driver, options }: LogConfigurationFacts): Known<readonly string[]> {
  if (!isKnown(driver) || !isKnown(options)) return UNKNOWN;
  return (REQUIRED[driver] ?? []).filter(name => options[name] === undefined);
}

const namesOf = (secrets: ContainerFacts['secrets']): Known<readonly string[]> =>
  isKnown(secrets) ? secrets.filter(({ ofLogDriver }) => ofLogDriver === true).map(({ name }) => name) : UNKNOWN;
