import type { Evidence } from '../../../evidence/model/evidence';
import { describeTask, redeploy } from '../../advice/commands';
import { fields } from '../../advice/query';
import { inLog, inStopReason, together } from '../../matching/wording';
import type { Clue, Signature } from '../../model/signature';

const WORDS = [
  'execute command was not enabled when the task was run or the execute command agent isn',
  'TargetNotConnectedException',
];

/** A session of ECS Exec finds no agent to connect to. */
export const execNotConnected: Signature = {
  cause: 'exec/not-connected',
  atBest: 'certain',
  retriable: true,
  says: 'ECS Exec cannot connect, because the SSM agent does not run in the container. '
    + 'If ECS Exec was enabled after this task started, force a new deployment: only new tasks get the agent. '
    + 'Otherwise check the ssmmessages permissions of the task role and the network path to ssmmessages.',
  toConfirm: 'Describe the task. '
    + 'If enableExecuteCommand is not true, or ExecuteCommandAgent is not RUNNING, this is the cause.',
  reads: ['stop', 'serviceEvents', 'log'],
  seenIn: [
    {
      stoppedReason: 'An error occurred (InvalidParameterException) when calling the ExecuteCommand operation: The execute command failed '
        + "because execute command was not enabled when the task was run or the execute command agent isn't running.",
    },
  ],
  clues: together(
    stoppedAgent,
    inStopReason({ sure: 'certain', says: 'ECS Exec found no running agent', words: WORDS }),
    inLog({ sure: 'likely', says: 'ECS Exec found no running agent', words: WORDS }),
  ),
  actions: evidence => [
    {
      title: 'Check that ECS Exec was enabled when the task started, and the status of the agent.',
      commands: [
        `${describeTask(evidence)} --query 'tasks[].${fields('taskArn', 'lastStatus', 'enableExecuteCommand', 'startedAt', 'containers')}'`,
      ],
      prop: 'enableExecuteCommand',
    },
    { title: 'If it was enabled later, start new tasks.', commands: [redeploy(evidence)], prop: null },
    {
      title: 'If the agent stopped, check that the task role allows the ssmmessages actions.',
      commands: ['aws iam simulate-principal-policy --policy-source-arn <task-role-arn> --action-names ssmmessages:CreateControlChannel '
        + 'ssmmessages:CreateDataChannel ssmmessages:OpenControlChannel ssmmessages:OpenDataChannel'],
      prop: null,
    },
  ],
};

/** The agent of a task that goes on has stopped; in a task that stopped, every agent has. */
function stoppedAgent({ task }: Evidence): readonly Clue[] {
  if (task.lastStatus !== 'RUNNING' || task.stopCode !== undefined) return [];
  return task.containers.flatMap(({ name, execAgent }) => execAgent?.status !== 'STOPPED' ? [] : [{
    confidence: 'certain' as const,
    source: name === undefined ? 'ExecuteCommandAgent' : `ExecuteCommandAgent of container ${name}`,
    quote: execAgent.reason ?? execAgent.status,
    says: 'the agent of ECS Exec stopped; the task keeps running',
  }]);
}
