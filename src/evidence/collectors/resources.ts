import type { Ask, Collector } from './collector';
import { describeTaskDefinition } from './task-definition';
import { logGroupNamesOf } from '../../facts/account/resources/task-definition';
import type { Evidence } from '../model/evidence';
import { isObject, type JsonObject, moment, objects, present, text, wholeNumber } from '../model/json-fields';
import type { ResourceState } from '../model/resource-state';

/** The log groups, the file systems, their access points and the subnet of the task: whether they are there. */
export const resources: Collector = {
  name: 'resources',
  tells: 'whether the log groups, file systems, and access points of the task exist, and the free IP addresses of its subnet',
  brings: ['resources'],
  causes: ['init/log-group-missing', 'init/efs-path', 'init/efs-dns', 'init/eni-no-free-ip', 'init/eni-timeout'],
  calls: [
    'ec2:DescribeSubnets', 'ecs:DescribeTaskDefinition', 'elasticfilesystem:DescribeAccessPoints', 'elasticfilesystem:DescribeFileSystems',
    'logs:DescribeLogGroups',
  ],
  collect: async (evidence, ask) => {
    const definition = await describeTaskDefinition(evidence.task.taskDefinitionArn, ask) ?? {};
    const volumes = objects(definition.volumes)
      .flatMap(({ efsVolumeConfiguration: efs }): readonly JsonObject[] => isObject(efs) ? [efs] : []);
    const states = await Promise.all([
      ...[...new Set(logGroupNamesOf(definition))].map(name => logGroup(name, ask)),
      ...volumes.map(({ fileSystemId }) => fileSystem(text(fileSystemId), ask)),
      ...volumes.map(({ authorizationConfig }) => accessPoint(authorizationConfig, ask)),
      subnet(evidence, ask),
    ]);
    return { resources: states.filter(state => state !== undefined) };
  },
};

type State = Promise<ResourceState | undefined>;

/** A group is found by the beginning of its name. */
async function logGroup(name: string, ask: Ask): State {
  const outcome = await ask.outcome('logs:DescribeLogGroups', { logGroupNamePrefix: name, limit: 50 });
  if (outcome.kind === 'gap') return undefined;
  const groups = outcome.kind === 'answer' ? objects(outcome.answer.logGroups) : [];
  const found = groups.find(({ logGroupName }) => logGroupName === name);
  if (found !== undefined) return present({ kind: 'log group' as const, name, createdAt: moment(found.creationTime) });
  return groups.length < 50 ? { kind: 'log group', name, isMissing: true } : undefined;
}

async function fileSystem(name: string | undefined, ask: Ask): State {
  if (name === undefined) return undefined;
  const outcome = await ask.outcome('elasticfilesystem:DescribeFileSystems', { FileSystemId: name });
  if (outcome.kind === 'gap') return undefined;
  const [found] = outcome.kind === 'answer' ? objects(outcome.answer.FileSystems) : [];
  return found === undefined
    ? { kind: 'file system', name, isMissing: true }
    : present({ kind: 'file system' as const, name, createdAt: moment(found.CreationTime) });
}

async function accessPoint(authorization: unknown, ask: Ask): State {
  const name = isObject(authorization) ? text(authorization.accessPointId) : undefined;
  if (name === undefined) return undefined;
  const outcome = await ask.outcome('elasticfilesystem:DescribeAccessPoints', { AccessPointId: name });
  if (outcome.kind === 'gap') return undefined;
  const [found] = outcome.kind === 'answer' ? objects(outcome.answer.AccessPoints) : [];
  return present({ kind: 'access point' as const, name, isMissing: found === undefined || undefined });
}

async function subnet({ task }: Evidence, ask: Ask): State {
  const name = task.attachments.map(({ details }) => details.subnetId).find(id => id !== undefined)
    ?? /\b(subnet-[0-9a-z]+)/.exec(task.stoppedReason ?? '')?.[1];
  if (name === undefined) return undefined;
  const outcome = await ask.outcome('ec2:DescribeSubnets', { Filters: [{ Name: 'subnet-id', Values: [name] }] });
  const found: JsonObject | undefined = outcome.kind === 'answer' ? objects(outcome.answer.Subnets)[0] : undefined;
  return found && present({ kind: 'subnet' as const, name, freeAddresses: wholeNumber(found.AvailableIpAddressCount) });
}
