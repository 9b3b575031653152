import type { ContainerFacts, MountPointFacts } from '../../facts/model/container';
import { isKnown, UNKNOWN } from '../../facts/model/fact';
import type { ContainerRule, Verdict } from '../model/rule';

/** Where the agent behind ECS Exec writes. */
const AGENT_PATHS = ['/managed-agents', '/var/lib/amazon/ssm', '/var/log/amazon/ssm'] as const;

/**
 * A container without a place for the agent is an error, unless another one of the task has it: sessions can then be opened
 * there, and a sidecar that nobody enters may stay closed.
 *
 * AWS says that ECS Exec is not supported with a read-only root, because the agent has to write.
 *
 * It does work when the agent can write where it does: https://github.com/aws/containers-roadmap/issues/1359.
 */
export const execWorksWithReadOnlyRoot: ContainerRule = {
  id: 'exec-works-with-read-only-root',
  class: 'weakens',
  judges: 'container',
  property: 'MountPoints',
  reads: ['enableExecuteCommand', 'task.containers.mountPoints', 'task.containers.readonlyRootFilesystem'],
  title: 'If ECS Exec is enabled, the SSM agent should have writable paths.',
  why: 'The SSM agent for ECS Exec writes files in the container. If its paths are read-only, sessions cannot start.',
  fix: `Mount an empty volume on each of ${AGENT_PATHS.join(', ')} with addVolume and addMountPoints. `
    + 'HardenedFargateService adds these volumes with enableExecuteCommand.',
  see: ['https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html#ecs-exec-considerations'],
  prevents: [],
  breaks: { mountPoints: [] },
  holds: (container, { containers }, service) => {
    if (service === undefined || service.enableExecuteCommand === false) return true;
    const verdict = isKnown(service.enableExecuteCommand) ? letsAgentWrite(container) : UNKNOWN;
    const isOpenElsewhere = isKnown(containers) && containers.some(other => other !== container && letsAgentWrite(other) === true);
    return typeof verdict === 'object' && isOpenElsewhere ? { ...verdict, class: 'hygiene' } : verdict;
  },
};

function letsAgentWrite({ mountPoints, readonlyRootFilesystem }: ContainerFacts): Verdict {
  if (readonlyRootFilesystem === false) return true;
  if (!isKnown(readonlyRootFilesystem) || !isKnown(mountPoints) || mountPoints.some(({ path }) => !isKnown(path))) return UNKNOWN;
  const closed = AGENT_PATHS.filter(path => !mountPoints.some(mount => opens(mount, path)));
  return closed.length === 0 || { seen: `the root file system is read-only, without a writable volume on ${closed.join(', ')}` };
}

/** A volume on a folder above will do as well. */
function opens({ path, readOnly }: MountPointFacts, agentPath: string): boolean {
  return isKnown(path) && readOnly !== true && `${agentPath}/`.startsWith(`${path.replace(/(?<!\/)\/+$/, '')}/`);
}
