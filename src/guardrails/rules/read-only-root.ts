import { isKnown, UNKNOWN } from '../../facts/model/fact';
import type { ContainerRule } from '../model/rule';
import { isWindows } from '../predicates/operating-system';

export const readOnlyRoot: ContainerRule = {
  id: 'read-only-root',
  class: 'weakens',
  judges: 'container',
  property: 'ReadonlyRootFilesystem',
  reads: ['task.containers.readonlyRootFilesystem', 'task.operatingSystem'],
  title: 'Containers should have a read-only root file system.',
  why: 'With a writable root file system, an attacker can change the program or leave another program behind.',
  fix: 'Set readonlyRootFilesystem: true in addContainer, and mount a volume on each path that the program writes to. '
    + 'With ecs-patterns, add the container to your own task definition, and pass it in taskDefinition. '
    + 'HardenedFargateService sets this by default, with writablePaths for these paths; remove the override.',
  // Windows has no such parameter.
  see: ['https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-5'],
  prevents: [],
  breaks: { readonlyRootFilesystem: false },
  holds: ({ readonlyRootFilesystem: readOnly }, task) => {
    const windows = isWindows(task);
    if (!isKnown(windows) || !isKnown(readOnly)) return UNKNOWN;
    return windows || readOnly || { seen: 'ReadonlyRootFilesystem is not true' };
  },
};
