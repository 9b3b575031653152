import { setTimeout } from 'node:timers/promises';
import { CloudWatchLogsClient, GetLogEventsCommand } from '@aws-sdk/client-cloudwatch-logs';
import { DescribeTasksCommand, ECSClient, type Failure, RunTaskCommand, StopTaskCommand, type Task } from '@aws-sdk/client-ecs';
import { failureMessage, overdueMessage } from '../failure-message';
import { isToRun, type JobRequest } from '../is-to-run';
import { type JobProperties, LOG_STREAM_PREFIX } from '../protocol/job-properties';
import { isOverdue, mayAppear, type Run } from '../run-of';

/** A call that hangs is asked again long before the function ends. */
const CLIENT = { requestHandler: { connectionTimeout: 2_000, requestTimeout: 5_000 }, maxAttempts: 4 };

const ecs = new ECSClient(CLIENT);
const logs = new CloudWatchLogsClient({ ...CLIENT, maxAttempts: 2 });

interface StartRequest extends JobRequest {
  readonly RequestId: string;
  readonly LogicalResourceId: string;
  readonly PhysicalResourceId?: string;
}

interface ProgressRequest {
  readonly ResourceProperties: JobProperties;
  readonly Data?: Partial<Run>;
}

/** Starts the job, once for a request, however often CloudFormation makes it. */
export async function onEvent(request: StartRequest): Promise<object> {
  const { LogicalResourceId: id, PhysicalResourceId: known = id } = request;
  return { PhysicalResourceId: known, ...isToRun(request) && { Data: await startOf(request) } };
}

async function startOf({ ResourceProperties: job, RequestId: clientToken }: StartRequest): Promise<Run> {
  const { tasks: [started] = [], failures: [failure] = [] } = await onceAllowed(() => ecs.send(new RunTaskCommand({
    cluster: job.Cluster,
    taskDefinition: job.TaskDefinition,
    launchType: 'FARGATE',
    clientToken,
    startedBy: 'before-deployment',
    propagateTags: 'TASK_DEFINITION',
    enableECSManagedTags: true,
    networkConfiguration: {
      awsvpcConfiguration: { subnets: [...job.Subnets], securityGroups: [...job.SecurityGroups], assignPublicIp: 'DISABLED' },
    },
  })));
  if (started?.taskArn === undefined) throw notStarted(failure);
  return { TaskArn: started.taskArn, StartedAt: new Date().toISOString() };
}

const notStarted = ({ reason = 'ECS reported no reason', detail = '' }: Failure = {}): Error =>
  new Error(`The task before the deployment was not started: ${reason}. ${detail}`);

/** Whether the job is over; it throws when it failed, with the reason. */
export async function isComplete({ ResourceProperties: job, Data: run }: ProgressRequest): Promise<{ readonly IsComplete: boolean }> {
  if (!isRun(run)) return { IsComplete: true };
  const { tasks: [task] = [] } = await ecs.send(new DescribeTasksCommand({ cluster: job.Cluster, tasks: [run.TaskArn] }));
  if (task === undefined && !mayAppear(run, Date.now())) throw new Error(`The task before the deployment was not found: ${run.TaskArn}`);
  if (task?.lastStatus !== 'STOPPED') return waitFor(job, run);
  if (exitCodeOf(task, job) === 0) return { IsComplete: true };
  throw new Error(failureMessage({ task, logTail: await lastLines(job, run) }));
}

/** IAM needs some seconds until everybody knows of a role that was just made. */
async function onceAllowed<Answer>(call: () => Promise<Answer>, triesLeft = 6): Promise<Answer> {
  try {
    return await call();
  } catch (error) {
    if (triesLeft === 0 || !(error instanceof Error) || error.name !== 'AccessDeniedException') throw error;
    await setTimeout(Number(process.env.RETRY_MILLISECONDS ?? 5_000));
    return onceAllowed(call, triesLeft - 1);
  }
}

const isRun = (run: Partial<Run> | undefined): run is Run => run?.TaskArn !== undefined && run.StartedAt !== undefined;

const exitCodeOf = ({ containers = [] }: Task, { Container: name }: JobProperties): number | undefined =>
  containers.find(container => container.name === name)?.exitCode;

async function waitFor(job: JobProperties, run: Run): Promise<{ readonly IsComplete: false }> {
  if (!isOverdue(run, job.TimeoutSeconds, Date.now())) return { IsComplete: false };
  const reason = 'The task before the deployment reached its timeout';
  await ecs.send(new StopTaskCommand({ cluster: job.Cluster, task: run.TaskArn, reason }));
  throw new Error(overdueMessage({ ...run, timeoutSeconds: job.TimeoutSeconds, logTail: await lastLines(job, run) }));
}

/** What the container wrote last; nothing where that cannot be read, because the stop itself says enough. */
async function lastLines(job: JobProperties, run: Run): Promise<readonly string[]> {
  const logStreamName = `${LOG_STREAM_PREFIX}/${job.Container}/${run.TaskArn.split('/').at(-1)}`;
  try {
    const { events = [] } = await logs.send(new GetLogEventsCommand({ logGroupName: job.LogGroup, logStreamName, limit: 50 }));
    return events.flatMap(({ message }) => message ?? []);
  } catch (error) {
    console.log('the log of the task was not read:', error instanceof Error ? error.name : error);
    return [];
  }
}
