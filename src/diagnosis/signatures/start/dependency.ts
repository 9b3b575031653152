import { describeContainers, describeTask } from '../../advice/commands';
import { fields } from '../../advice/query';
import { inStopReason } from '../../matching/wording';
import type { Signature } from '../../model/signature';

/** The container waited for another one in vain. */
export const startDependency: Signature = {
  cause: 'start/dependency',
  atBest: 'certain',
  retriable: false,
  says: 'A container depends on another container (dependsOn) that did not reach the condition. Fix the other container '
    + 'first. Its exit code and reason show the cause.',
  toConfirm: 'Check the exit code, reason, and health status of the container in dependsOn. '
    + 'If it failed, is UNHEALTHY, or did not reach its condition, this is the cause.',
  reads: ['stop'],
  broader: 'exit/application-error',
  oftenConfused: ['exit/sidecar', 'health/container'],
  consolePages: ['log'],
  suspectChanges: ['image', 'command', 'user', 'architecture', 'working directory', 'mounts', 'dependencies', 'read-only root'],
  seenIn: [
    {
      containerReason: 'CannotStartContainerError: dependency graph: failed to resolve container ordering dependency [db-migrate] '
        + 'for target [app] as dependency did not exit successfully.',
      exitCode: 143,
    },
    {
      containerReason: 'CannotStartContainerError: dependency graph: container ordering dependency [proxy] for target [app] has '
        + 'timed out.',
    },
    {
      containerReason: 'CannotStartContainerError: dependency graph: failed to resolve container ordering dependency [init] for '
        + 'target [app] because dependency will never start',
    },
  ],
  clues: inStopReason({
    sure: 'certain',
    says: 'the container waited for another one',
    words: [
      'dependency graph',
      'container ordering dependency',
      'dependency will never start',
      'dependency did not exit successfully',
      'dependsOn',
      'Task dependencies cannot be resolved',
    ],
  }),
  actions: evidence => [
    {
      title: 'Check every container of the task.',
      commands: [`${describeTask(evidence)} --query 'tasks[].containers[].${fields('name', 'exitCode', 'reason', 'healthStatus')}'`],
      prop: null,
    },
    {
      title: 'Read which container depends on which.',
      commands: [describeContainers(evidence, 'dependsOn', 'startTimeout')],
      prop: null,
    },
  ],
};
