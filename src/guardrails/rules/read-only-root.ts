import { isKnown, UNKNOWN } from '../../facts/model/fact';
import type { ContainerRule } from '../model/rule';
import { isWindows } from '../predicates/operating-system';

export const readOnlyRoot: ContainerRule = {
  id: 'read-only-root',
  level: 'error',
  judges: 'container',
  property: 'ReadonlyRootFilesystem',
  title: 'Every container mounts its root file system read-only.',
  why: 'A writable root lets an intruder change the program or leave another one behind, and run it again.',
  fix: 'Set readonlyRootFilesystem: true in addContainer, remove what overrides it, and mount a volume on each path that the program '
    + 'writes to; HardenedFargateService does so by itself, with writablePaths for the paths.',
  // Windows has no such parameter.
  see: ['https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-5'],
  prevents: [],
  breaks: { readonlyRootFilesystem: false },
  holds: ({ readonlyRootFilesystem: readOnly }, task) => {
    const windows = isWindows(task);
    return !isKnown(windows) || !isKnown(readOnly) ? UNKNOWN : windows || readOnly;
  },
};
