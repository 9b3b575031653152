import { isKnown, type Known, UNKNOWN } from '../../facts/model/fact';
import type { TaskFacts } from '../../facts/model/task';
import type { ServiceRule } from '../model/rule';
import { isWindows } from '../predicates/operating-system';

/** The oldest version of each platform that AWS does not call outdated; of Windows there is one only. */
const CURRENT = '1.4.0';
const CURRENT_FOR_WINDOWS = '1.0.0';

export const platformVersionCurrent: ServiceRule = {
  id: 'platform-version-current',
  class: 'weakens',
  judges: 'service',
  property: 'PlatformVersion',
  reads: ['platformVersion', 'task.operatingSystem'],
  title: `The platform version should be LATEST, or at least ${CURRENT} for Linux.`,
  why: 'AWS retires old platform versions and stops the tasks that use them. Old versions support neither ECS Exec nor EFS.',
  fix: 'Remove platformVersion from ecs.FargateService, or set it to ecs.FargatePlatformVersion.LATEST. '
    + 'HardenedFargateService uses LATEST by default.',
  see: [
    'https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-10',
    'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/platform-fargate.html',
  ],
  prevents: [],
  breaks: { platformVersion: '1.3.0' },
  holds: ({ platformVersion: version, task }) => {
    if (version === undefined || version === 'LATEST') return true;
    if (!isKnown(version) || !/^\d+(\.\d+)*$/.test(version)) return UNKNOWN;
    const oldest = oldestFor(task, version);
    return isKnown(oldest) ? isAtLeast(version, oldest) || { seen: `the platform version is ${version}` } : UNKNOWN;
  },
};

/** The version of Windows is one that Linux has, too. */
function oldestFor(task: Known<TaskFacts>, version: string): Known<string> {
  const windows = isKnown(task) ? isWindows(task) : UNKNOWN;
  if (!isKnown(windows)) return version === CURRENT_FOR_WINDOWS ? UNKNOWN : CURRENT;
  return windows ? CURRENT_FOR_WINDOWS : CURRENT;
}

const isAtLeast = (version: string, other: string): boolean => version.localeCompare(other, 'en', { numeric: true }) >= 0;
