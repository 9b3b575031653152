import { containerSettingsOf } from './container-settings';
import { knownName } from './known-name';
import { fields } from './query';
import { shortName } from '../../aws/arn';
import type { Evidence } from '../../evidence/model/evidence';
import { guiltyContainer } from '../clues/guilty-container';

const A_MINUTE = 60_000;
const AN_HOUR = 60 * A_MINUTE;

/** One argument of a shell command, quoted when a shell would read more into it than its letters. */
export const shellWord = (text: string): string => /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;

/**
 * A value of the command line, or a placeholder such as `<cluster>` that a person fills in; never a value that a
 * program takes for an option, or for the name of a file to read.
 */
export function argument(value: string | undefined, placeholder: string): string {
  const name = knownName(value);
  return name === undefined || IS_NO_VALUE.test(name) ? `<${placeholder}>` : shellWord(name);
}

const IS_NO_VALUE = /^(?:-|(?:file|fileb|https?):\/\/)/i;

/** A value behind `Name=` in the short form of the AWS CLI, in which a comma or a bracket would begin another one. */
export const shorthand = (value: string | undefined, placeholder: string): string =>
  argument(value !== undefined && /^[\w./:@#+-]+$/.test(value) ? value : undefined, placeholder);

/** An `aws` command line in the Region of the stop. */
export const aws = ({ region }: Evidence, ...words: readonly string[]): string =>
  ['aws', ...words, ...region !== undefined && /^[a-z0-9][a-z0-9-]*$/.test(region) ? ['--region', region] : []].join(' ');

/** Shows the task while ECS still remembers it: one hour at least. */
export const describeTask = (evidence: Evidence): string =>
  aws(evidence, 'ecs describe-tasks', '--cluster', clusterOf(evidence), '--tasks', argument(taskId(evidence), 'task-id'));

/** Shows the service's deployments and counts. */
export const describeService = (evidence: Evidence): string =>
  aws(evidence, 'ecs describe-services', '--cluster', clusterOf(evidence), '--services', argument(evidence.service, 'service'));

/** Shows the latest messages of the service's own event list. */
export const listServiceEvents = (evidence: Evidence): string =>
  `${describeService(evidence)} --query 'services[0].events[:10].message'`;

/** Shows the task definition that the task was made from. */
export const describeTaskDefinition = (evidence: Evidence): string =>
  aws(evidence, 'ecs describe-task-definition', '--task-definition', argument(taskDefinition(evidence), 'task-definition'));

/** Shows fields of each container in that task definition, beside the name of the container. */
export const describeContainers = (evidence: Evidence, ...names: readonly string[]): string =>
  `${describeTaskDefinition(evidence)} --query 'taskDefinition.containerDefinitions[].${fields('name', ...names)}'`;

/** Shows to which log group, and with which stream prefix, a container writes. */
export const findLogs = (evidence: Evidence): string =>
  `${describeTaskDefinition(evidence)} --query 'taskDefinition.containerDefinitions[].{name:name,options:logConfiguration.options}'`;

/** Shows the last lines that a container wrote: of the guilty container, unless another is named. */
export function tailLogs(evidence: Evidence, container = guiltyContainer(evidence)?.name): string {
  const { name = container, logGroup, logStreamPrefix, logRegion = evidence.region } = containerSettingsOf(evidence, container) ?? {};
  return aws({ ...evidence, region: logRegion }, 'logs get-log-events',
    '--log-group-name', argument(logGroup ?? evidence.named?.logGroup, 'log-group'),
    '--log-stream-name', logStreamOf(evidence, name, logStreamPrefix),
    "--limit 100 --query 'events[].message' --output text");
}

/** ECS makes the name of a stream of the prefix, the container and the task; without the prefix, it may stand in the input. */
function logStreamOf(evidence: Evidence, container: string | undefined, prefix: string | undefined): string {
  const { logStream } = evidence.named ?? {};
  if (prefix === undefined && logStream !== undefined) return shellWord(logStream);
  return [argument(prefix, 'stream-prefix'), argument(container, 'container'), argument(taskId(evidence), 'task-id')].join('/');
}

/** Shows how much memory the service used in the hour before the stop. */
export function memoryBeforeStop(evidence: Evidence): string {
  const { task: { stoppingAt, stoppedAt }, time } = evidence;
  const end = stoppingAt ?? stoppedAt ?? time;
  const [from, to] = end === undefined
    ? ['<from>', '<to>']
    : [Date.parse(end) - AN_HOUR, Date.parse(end) + A_MINUTE].map(moment => new Date(moment).toISOString());
  return aws(evidence, 'cloudwatch get-metric-statistics', '--namespace AWS/ECS', '--metric-name MemoryUtilization',
    '--dimensions', `Name=ClusterName,Value=${shorthand(evidence.cluster, 'cluster')}`,
    `Name=ServiceName,Value=${shorthand(evidence.service, 'service')}`,
    '--statistics Average Maximum', '--period 60', `--start-time ${from}`, `--end-time ${to}`);
}

/** Sets something else of the service. */
export const updateService = (evidence: Evidence, setting: string): string =>
  aws(evidence, 'ecs update-service', '--cluster', clusterOf(evidence), '--service', argument(evidence.service, 'service'), setting);

/** Starts new tasks of the service with the settings it has. */
export const redeploy = (evidence: Evidence): string => updateService(evidence, '--force-new-deployment');

/** Lists the tasks of the service that stopped lately. */
export const listStoppedTasks = (evidence: Evidence): string =>
  aws(evidence, 'ecs list-tasks',
    '--cluster', clusterOf(evidence), '--service-name', argument(evidence.service, 'service'), '--desired-status STOPPED');

/** Asks IAM whether a role may do something, without doing it; the placeholder names which role. */
export const simulateRole = (placeholder: string, actions: readonly string[], resource?: string): string =>
  [
    'aws iam simulate-principal-policy',
    `--policy-source-arn <${placeholder}>`,
    '--action-names', ...actions.map(shellWord),
    ...resource ? ['--resource-arns', shellWord(resource)] : [],
    `--query 'EvaluationResults[].${fields('EvalActionName', 'EvalDecision')}' --output text`,
  ].join(' ');

const clusterOf = ({ cluster }: Evidence): string => argument(cluster, 'cluster');

/** The id of the task that is diagnosed. */
export const taskId = ({ task, named }: Evidence): string | undefined => task.taskArn === undefined ? named?.task : shortName(task.taskArn);

const taskDefinition = ({ task, named }: Evidence): string | undefined =>
  task.taskDefinitionArn === undefined ? named?.taskDefinition : shortName(task.taskDefinitionArn);
