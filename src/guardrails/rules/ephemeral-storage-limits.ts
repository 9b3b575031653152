import { EPHEMERAL_STORAGE_GIB, isWithin } from '../../aws/limits';
import { UNKNOWN } from '../../facts/model/fact';
import type { TaskRule } from '../model/rule';

const { least, most } = EPHEMERAL_STORAGE_GIB;

export const ephemeralStorageLimits: TaskRule = {
  id: 'ephemeral-storage-limits',
  class: 'refused',
  judges: 'task',
  property: 'EphemeralStorage.SizeInGiB',
  reads: ['task.ephemeralStorageGiB'],
  title: `Ephemeral storage should be ${least} to ${most} GiB, or not set.`,
  why: `ECS rejects a task definition with less than ${least} or more than ${most} GiB. Without the setting, a task has 20 GiB.`,
  fix: `Set ephemeralStorageGiB to ${least} to ${most} on ecs.FargateTaskDefinition, or remove it. `
    + 'For HardenedFargateService, change the override of its taskDefinition.',
  see: ['https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_EphemeralStorage.html'],
  prevents: [],
  breaks: { ephemeralStorageGiB: 20 },
  holds: ({ ephemeralStorageGiB: size }) => {
    if (typeof size !== 'number') return size === undefined || UNKNOWN;
    return isWithin(size, EPHEMERAL_STORAGE_GIB) || { seen: `the ephemeral storage is ${size} GiB, but must be ${least} to ${most} GiB` };
  },
};
