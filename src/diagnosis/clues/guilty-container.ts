import { SIGKILL, SIGTERM } from '../../aws/exit-codes';
import type { ContainerEvidence, Evidence, StoppedTask } from '../../evidence/model/evidence';
import { isGuardDuty } from '../../evidence/model/guardduty';
import { memoized } from '../../memoized';

/**
 * The container that ended the task: the first essential one to end, or the one that the stop's own words point to.
 *
 * ECS ends the others with SIGTERM and then SIGKILL, so these codes are the victims' and rank behind an end of one's own.
 * Undefined where nothing tells several containers apart.
 */
export const guiltyContainer = ({ task }: Evidence): ContainerEvidence | undefined => guiltyOf(task);

/** Many signatures ask for the container of one and the same task. */
const guiltyOf = memoized((task: StoppedTask): ContainerEvidence | undefined => {
  const suspects = task.containers.filter(canEndTheTask);
  if (suspects.length < 2) return suspects[0];

  const first = firstToEnd(suspects);
  return mostTelling(first.length > 0 ? first : suspects, task.stoppedReason);
});

const canEndTheTask = (container: ContainerEvidence): boolean => container.essential !== false && !isGuardDuty(container);

function firstToEnd(containers: readonly ContainerEvidence[]): readonly ContainerEvidence[] {
  const ends = containers.flatMap(({ finishedAt }) => finishedAt === undefined ? [] : [Date.parse(finishedAt)]).filter(Number.isFinite);
  const first = Math.min(...ends);
  return containers.filter(({ finishedAt }) => finishedAt !== undefined && Date.parse(finishedAt) === first);
}

function mostTelling(containers: readonly ContainerEvidence[], stoppedReason = ''): ContainerEvidence | undefined {
  if (containers.length === 1) return containers[0];
  const ranked = containers
    .map(container => ({ container, sign: plainness(container, stoppedReason) }))
    .filter(({ sign }) => sign < Infinity)
    .sort((a, b) => a.sign - b.sign || compare(a.container, b.container));
  return ranked[0]?.container;
}

/** What a container may say about having ended the task, plainest first. */
const SIGNS: readonly ((container: ContainerEvidence, stoppedReason: string) => boolean)[] = [
  ({ reason }) => reason?.includes('OutOfMemory') ?? false,
  ({ exitCode }) => exitCode !== undefined && ![0, SIGTERM, SIGKILL].includes(exitCode),
  ({ reason }) => Boolean(reason),
  ({ image }, stoppedReason) => image !== undefined && image !== '' && stoppedReason.includes(image),
  ({ healthStatus }) => healthStatus === 'UNHEALTHY',
  ({ exitCode }) => exitCode === SIGKILL,
  ({ exitCode }) => exitCode === 0,
  ({ exitCode }) => exitCode === SIGTERM,
];

function plainness(container: ContainerEvidence, stoppedReason: string): number {
  const sign = SIGNS.findIndex(holds => holds(container, stoppedReason));
  return sign < 0 ? Infinity : sign;
}

/** An order that does not depend on the order of the event's list. */
const compare = (a: ContainerEvidence, b: ContainerEvidence): number => {
  const [left, right] = [JSON.stringify([a.name, a.image, a]), JSON.stringify([b.name, b.image, b])];
  return left < right ? -1 : Number(left > right);
};
