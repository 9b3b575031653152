import type { LiveTarget, ServiceTarget, StackTarget, TaskTarget } from './live-target';
import { nextPage } from '../../account/reading';
import { parseArn } from '../../aws/arn';
import { diagnose } from '../../diagnosis/diagnose';
import type { Account } from '../../evidence/collect/account';
import type { ReadAction } from '../../evidence/collect/account-reads';
import { type CollectionOptions, collectEvidence } from '../../evidence/collectors/collect-evidence';
import type { Evidence } from '../../evidence/model/evidence';
import { type JsonObject, moment, objects, text } from '../../evidence/model/json-fields';
import { readInput } from '../../evidence/read/read-evidence';
import { inBatches } from '../../in-batches';
import { type Gathered, NOTHING, stoplessOf } from '../input/gather-evidence';
import { UnreadableInput } from '../input/unreadable-input';

/** What finds the stops that are then diagnosed. */
const TASK_CALLS: readonly ReadAction[] = ['ecs:DescribeTasks'];
const SERVICE_CALLS: readonly ReadAction[] = [...TASK_CALLS, 'ecs:DescribeServices', 'ecs:ListTasks'];
const STACK_CALLS: readonly ReadAction[] = [...SERVICE_CALLS, 'cloudformation:DescribeStackEvents', 'cloudformation:ListStackResources'];

/** What finds the stops of what is named; of whatever may be named, where nothing is. */
export function callsToFind({ cluster, task, stack }: Partial<TaskTarget & StackTarget>): readonly ReadAction[] {
  if (stack !== undefined || cluster === undefined) return STACK_CALLS;
  return task === undefined ? SERVICE_CALLS : TASK_CALLS;
}

/** The newest stops tell enough; each is read for itself. */
const MOST_STOPS = 5;

/** The answer of one call names so many. */
const MOST_TASKS = 100;

/** Reads a task, or a service with its tasks that stopped, and what the account says of each. */
export async function readLive(target: LiveTarget, account: Account, options: CollectionOptions): Promise<Gathered> {
  try {
    if ('stack' in target) return await readStack(target, account, options);
    return 'task' in target ? await readTask(target, account, options) : await readService(target, account, options);
  } catch (error) {
    if (error instanceof UnreadableInput) return { ...NOTHING, unreadable: [error] };
    throw error;
  }
}

async function readTask({ cluster, task }: TaskTarget, account: Account, options: CollectionOptions): Promise<Gathered> {
  const place = `task ${task} in cluster ${cluster}`;
  const answer = await answerOf(account, 'ecs:DescribeTasks', { cluster, tasks: [task] }, place);
  const found = reading(answer, place, options);
  return found.evidence.length === 0 ? found : { ...found, evidence: await collected(objects(answer.tasks), account, options) };
}

/** The tasks that stopped of something else than a deployment or scaling; where there are none, what the service says of itself. */
async function readService({ cluster, service, since }: ServiceTarget, account: Account, options: CollectionOptions): Promise<Gathered> {
  const place = `service ${service} in cluster ${cluster}`;
  const wanted = { cluster, serviceName: service, desiredStatus: 'STOPPED', maxResults: MOST_TASKS };
  const [described, arns] = await Promise.all([
    answerOf(account, 'ecs:DescribeServices', { cluster, services: [service] }, place),
    listOf(account, 'ecs:ListTasks', wanted, 'taskArns', place),
  ]);
  const batches = inBatches(arns, MOST_TASKS);
  const answers = await Promise.all(batches.map(tasks => answerOf(account, 'ecs:DescribeTasks', { cluster, tasks }, place)));
  const failures = failuresOf(answers.flatMap(({ tasks }) => objects(tasks)));
  const evidence = await collected(newestOf(failures, since), account, options);
  if (evidence.length > 0) return { ...NOTHING, evidence };
  return { ...reading(described, place, options), readAs: earlier(failures, since, place) };
}

/** Without it, a service whose tasks failed before would seem to be well. */
function earlier(failures: readonly Failure[], since: number, place: string): readonly string[] {
  if (failures.length === 0) return [];
  const start = new Date(since).toISOString().slice(0, 16).replace('T', ' ');
  const count = failures.length === 1 ? '1 task' : `${failures.length} tasks`;
  return [`${place}: no task failed after ${start} UTC; ${count} failed before that, use a longer --since`];
}

/** The services of a stack with their tasks that stopped; where none failed, what its deployment failed of. */
async function readStack({ stack, since }: StackTarget, account: Account, options: CollectionOptions): Promise<Gathered> {
  const place = `stack ${stack}`;
  const [events, services] = await Promise.all([
    answerOf(account, 'cloudformation:DescribeStackEvents', { StackName: stack }, place),
    servicesOf(stack, account),
  ]);
  const gathered = await Promise.all(services.map(target => readLive({ ...target, since }, account, options)));
  const all = gathered.flatMap(({ evidence }) => evidence);
  const ofTasks = all.filter(({ task }) => task.taskArn !== undefined);
  if (ofTasks.length > 0) return { ...NOTHING, evidence: ofTasks };
  const ofStack = reading(events, place, options);
  return ofStack.evidence.length > 0 || all.length === 0 ? ofStack : { ...NOTHING, evidence: all };
}

/** The services of a stack and of those that are nested in it. */
async function servicesOf(stack: string, account: Account): Promise<readonly Omit<ServiceTarget, 'since'>[]> {
  const named = { StackName: stack };
  const resources = await listOf(account, 'cloudformation:ListStackResources', named, 'StackResourceSummaries', `stack ${stack}`);
  const physical = (type: string): readonly string[] => objects(resources)
    .flatMap(({ ResourceType, PhysicalResourceId }) => ResourceType === type ? text(PhysicalResourceId) ?? [] : []);
  const own = physical('AWS::ECS::Service').map(parseArn)
    .flatMap(arn => arn?.cluster === undefined ? [] : [{ cluster: arn.cluster, service: arn.name }]);
  const nested = await Promise.all(physical('AWS::CloudFormation::Stack').map(name => servicesOf(name, account)));
  return [...own, ...nested.flat()];
}

/** A task that failed, with what its own words say of it. */
interface Failure {
  readonly task: JsonObject;
  readonly title: string;
}

/** The tasks that failed, newest first. */
const failuresOf = (tasks: readonly JsonObject[]): readonly Failure[] => [...tasks]
  .sort((one, other) => timeOf(other.stoppedAt) - timeOf(one.stoppedAt))
  .flatMap(task => readInput({ task }).evidence.map(evidence => ({ task, ...diagnose(evidence) })))
  .filter(({ severity }) => severity !== 'benign');

/** Those that failed since then; of those that failed alike, the newest. */
function newestOf(failures: readonly Failure[], since: number): readonly JsonObject[] {
  const recent = failures.filter(({ task }) => timeOf(task.stoppedAt) >= since);
  const alike = (index: number): boolean => recent.slice(0, index).some(({ title }) => title === recent[index].title);
  return recent.filter((_, index) => !alike(index)).slice(0, MOST_STOPS).map(({ task }) => task);
}

/** A task that does not say when it stopped has only just stopped. */
const timeOf = (stoppedAt: unknown): number => Date.parse(moment(stoppedAt) ?? '') || Date.now();

async function collected(tasks: readonly JsonObject[], account: Account, options: CollectionOptions): Promise<readonly Evidence[]> {
  return (await Promise.all(tasks.map(task => collectEvidence({ task }, account, options)))).flat();
}

function reading(answer: JsonObject, place: string, options: CollectionOptions): Gathered {
  const read = readInput(answer, options);
  const unreadable = read.unreadable.map(({ message }) => new UnreadableInput(place, message));
  const { evidence, healthy, noted } = read;
  return { evidence, healthy, noted, readAs: [], unreadable, stopless: stoplessOf(answer, read, options) };
}

/** A whole list, over all its pages. */
async function listOf(account: Account, action: ReadAction, input: JsonObject, name: string, place: string): Promise<readonly unknown[]> {
  const items: unknown[] = [];
  let page: JsonObject | undefined = input;
  while (page !== undefined) {
    const answer: JsonObject = await answerOf(account, action, page, place);
    items.push(...Array.isArray(answer[name]) ? answer[name] : []);
    const next: JsonObject | undefined = nextPage(answer);
    page = next && { ...input, ...next };
  }
  return items;
}

/** Without this answer there is nothing to diagnose. */
async function answerOf(account: Account, action: ReadAction, input: JsonObject, place: string): Promise<JsonObject> {
  const outcome = await account.read(action, input);
  if (outcome.kind === 'answer') return outcome.answer;
  throw new UnreadableInput(place, outcome.kind === 'gap'
    ? `${outcome.gap.source}: ${outcome.gap.because}`
    : `not found (${outcome.because.replace(/\.$/, '')}); check the name, --region, and --profile`);
}
