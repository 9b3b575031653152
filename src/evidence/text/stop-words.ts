/** How the reasons of ECS for a stopped task begin. */
const REASONS = [
  'CannotPull(?:ECR)?(?:Container|ImageManifest)?\\w{0,20}Error',
  'Cannot(?:Start|Create|Inspect|Stop|Create)\\w{0,20}Error',
  'ResourceInitializationError',
  'ResourceNotFoundException: .{0,80}(?:log group|secret)',
  'ContainerRuntime(?:Timeout)?Error',
  'OutOfMemoryError: [Cc]ontainer killed',
  'DockerTimeoutError',
  'DockerStateError',
  'InternalError: ',
  'TaskFailedToStart',
  'EssentialContainerExited',
  'Essential container in task exited',
  'Task failed (?:ELB|container|to start)',
  'Timeout waiting for (?:EphemeralStorage|network interface)',
  'Your Spot Task was interrupted',
  'ECS was unable to assume the role',
  'Fetching secret data from (?:SSM|AWS|Secrets)',
  'Unexpected EC2 error while attempting',
  'unable to generate firelens config',
  'Service Connect .{0,80}(?:unhealthy|failed)',
  'Host EC2 .{0,40}terminated',
  'Scaling activity initiated by',
  'failed to (?:normalize image reference|initialize logging driver)',
  'Fargate (?:has|requires|only supports)',
  '(?:docker: )?Error response from daemon: (?:manifest|pull access denied|toomanyrequests|repository|Get "?https)',
];

/** Whether a text is, or begins with, a reason that ECS gives for a stopped task; a label may stand before it. */
export const isStopReason = (text: string): boolean => STOP_REASON.test(text);

const LABEL = '(?:(?:task )?stopped ?reason|reason|status reason|task stopped(?: at)?|container [\\w-]{1,80}:)\\W{1,4}|stopped ?\\(';

const STOP_REASON = new RegExp(`^(?:${LABEL})?["']?(?:${REASONS.join('|')})`, 'i');

/** The reason without the label before it, and without the quotation marks around it. */
export const withoutLabel = (text: string): string => withoutQuotes(
  text.replace(/^(?:(?:task )?stopped ?reason|status reason|reason|container [\w-]{1,80})\s{0,4}[:=]\s{0,4}/i, '')
    .replace(/^stopped ?\((.*)\)$/i, '$1'));

/** A mark at the end that closes a quotation inside of the reason belongs to it. */
function withoutQuotes(text: string): string {
  const isQuoted = /^["']/.test(text);
  const mark = text.slice(-1);
  const isInside = !isQuoted && text.split(mark).length % 2 === 1;
  return text.replace(/^["']/, '').replace(isInside ? '' : /["']$/, '');
}

/** Whether a text is nothing but a stop code of ECS. */
export const isStopCode = (text: string): boolean => STOP_CODE.test(text);

const STOP_CODE = new RegExp(`^(?:${[
  'TaskFailedToStart', 'EssentialContainerExited', 'UserInitiated', 'ServiceSchedulerInitiated', 'SpotInterruption', 'TerminationNotice',
].join('|')})$`);

/** What ECS says of a task that ended with its container; people quote it beside the exit code. */
const ENDED_WITH_ITS_CONTAINER = /\bEssential container in task exited\b/;

/** The words of ECS in a line that tells of a task that ended with its container. */
export const endOfTaskIn = (line: string): string | undefined => ENDED_WITH_ITS_CONTAINER.exec(line)?.[0];

/** Whether ECS only says that the task ended with its container, and not why. */
export const saysNoReason = (reason: string): boolean => /^Essential container in task exited/i.test(reason);

/** Whether ECS says this of a container, beside the reason of its task. */
export const isOfContainer = (reason: string): boolean => /^OutOfMemoryError/i.test(reason);
