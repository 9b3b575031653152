import { isKnown, UNKNOWN } from '../../facts/model/fact';
import type { ContainerRule } from '../model/rule';
import { isWindows } from '../predicates/operating-system';

export const execInitProcess: ContainerRule = {
  id: 'exec-init-process',
  class: 'hygiene',
  promised: true,
  judges: 'container',
  property: 'LinuxParameters.InitProcessEnabled',
  reads: ['enableExecuteCommand', 'task.containers.initProcess', 'task.operatingSystem'],
  title: 'If ECS Exec is enabled, containers should set initProcessEnabled.',
  why: 'ECS Exec sessions can leave zombie processes behind. '
    + 'Without an init process, these accumulate until the container cannot start new processes.',
  fix: 'Set linuxParameters in addContainer to new ecs.LinuxParameters(…, { initProcessEnabled: true }). '
    + 'HardenedFargateService sets this by default.',
  see: ['https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html#ecs-exec-considerations'],
  prevents: [],
  breaks: { initProcess: false },
  holds: ({ initProcess }, task, service) => {
    if (service === undefined || service.enableExecuteCommand === false) return true;
    const windows = isWindows(task);
    if (!isKnown(service.enableExecuteCommand) || !isKnown(windows) || !isKnown(initProcess)) return UNKNOWN;
    return windows || initProcess || { seen: 'ECS Exec is enabled, and initProcessEnabled is not true' };
  },
};
