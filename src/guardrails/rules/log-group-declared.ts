import type { LogConfigurationFacts } from '../../facts/model/container';
import { type Fact, isKnown, type Known, UNKNOWN } from '../../facts/model/fact';
import type { TaskRule } from '../model/rule';

/** A group that was made in another stack or by hand has a plain name too, so that this is no more than a question. */
export const logGroupDeclared: TaskRule = {
  id: 'log-group-declared',
  class: 'may fail',
  judges: 'task',
  property: 'ContainerDefinitions',
  reads: ['task.containers.logConfiguration'],
  title: 'The log group should be declared in the app or created by the log driver.',
  why: 'If the log group does not exist and awslogs-create-group is not set, Fargate starts no task.',
  fix: 'Pass a logs.LogGroup to ecs.LogDrivers.awsLogs, or set awslogs-create-group and allow logs:CreateLogGroup in the execution role. '
    + 'HardenedFargateService declares a log group; remove the override. Acknowledge the finding if the log group exists.',
  see: ['https://docs.aws.amazon.com/AmazonECS/latest/developerguide/specify-log-config.html'],
  prevents: ['init/log-group-missing'],
  breaks: {
    containers: { logConfiguration: { group: undefined, options: { 'awslogs-group': '/ecs/shop' } } },
    executionRole: { statements: [{ effect: 'Allow', actions: ['*'], resources: ['*'], conditional: false }] },
  },
  holds: ({ containers }) => {
    if (!isKnown(containers)) return UNKNOWN;
    const missing = containers.map(({ logConfiguration: log }) => log === undefined ? '' : isKnown(log) ? missingGroup(log) : UNKNOWN);
    const names = new Set(missing.filter(name => isKnown(name) && name !== '').map(name => `'${String(name)}'`));
    if (names.size > 0) return { seen: `the app does not create the log group ${[...names].join(' and ')}` };
    return missing.every(isKnown) || UNKNOWN;
  },
};

/** The name of a group that nothing makes; empty where something does, or nothing is needed. */
function missingGroup({ driver, group, options, region }: LogConfigurationFacts): Known<string> {
  if (!isKnown(driver) || !isKnown(options)) return UNKNOWN;
  return driver !== 'awslogs' || isDeclared(group) ? '' : groupNotCreated(options, region);
}

/** The name of a group that the log driver does not create; empty where it does, or where none is named. */
function groupNotCreated(
  { 'awslogs-group': name, 'awslogs-create-group': creates }: Readonly<Record<string, Fact<string>>>, region: Fact<string>,
): Known<string> {
  if (creates === 'true' || name === undefined) return '';
  return creates === UNKNOWN || !isKnown(name) || region !== undefined || hasSymbols(name) ? UNKNOWN : name;
}

const isDeclared = (group: LogConfigurationFacts['group']): boolean => group !== undefined && isKnown(group);

/** The Region, the account and the name of the stack are texts like others. */
const hasSymbols = (name: string): boolean => name.replace(/\$\{AWS::[^}]*\}/g, '').includes('${');
