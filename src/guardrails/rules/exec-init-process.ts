import { isKnown, UNKNOWN } from '../../facts/model/fact';
import type { ContainerRule } from '../model/rule';
import { isWindows } from '../predicates/operating-system';

export const execInitProcess: ContainerRule = {
  id: 'exec-init-process',
  level: 'warning',
  judges: 'container',
  property: 'LinuxParameters.InitProcessEnabled',
  title: 'Where sessions may be opened in a container, its first process reaps what they leave behind.',
  why: 'The agent of ECS Exec and its sessions leave dead processes behind, which add up until the container can start no more.',
  fix: 'Set linuxParameters in addContainer to new ecs.LinuxParameters(…, { initProcessEnabled: true }); '
    + 'HardenedFargateService does so by itself.',
  see: ['https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html#ecs-exec-considerations'],
  prevents: [],
  breaks: { initProcess: false },
  holds: ({ initProcess }, task, service) => {
    if (service === undefined || service.enableExecuteCommand === false) return true;
    const windows = isWindows(task);
    if (!isKnown(service.enableExecuteCommand) || !isKnown(windows) || !isKnown(initProcess)) return UNKNOWN;
    return windows || initProcess;
  },
};
