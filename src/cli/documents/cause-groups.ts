import type { CauseDescription } from './cause-description';

export interface CauseGroup {
  readonly title: string;
  readonly causes: readonly CauseDescription[];
}

/** What the first part of a cause's id stands for. */
const TITLES: Readonly<Record<string, string>> = {
  pull: 'Pulling the image',
  init: 'Preparing the task: network, secrets, logs, volumes, roles',
  start: 'Starting the container',
  memory: 'Out of memory',
  exit: 'Exits of a container',
  app: 'Errors of the application',
  health: 'Failed health checks',
  stop: 'Stops by ECS, AWS, or a person',
  deploy: 'Deployments that fail or wait',
  capacity: 'Capacity, quotas, and compatibility',
  sidecar: 'Sidecars that AWS adds',
  exec: 'ECS Exec',
  unknown: 'Not recognized',
};

/** The causes under the headings of a task's life. */
export function groupsOf(causes: readonly CauseDescription[]): readonly CauseGroup[] {
  const names = new Set(causes.map(groupOf));
  return [...names].map(name => ({ title: TITLES[name] ?? name, causes: causes.filter(cause => groupOf(cause) === name) }));
}

const groupOf = ({ id }: CauseDescription): string => id.split('/')[0];
