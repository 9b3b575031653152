import type { Evidence } from '../model/evidence';

/** The same evidence in an order of its own: ECS lists containers in any order, and a program may print a line a thousand times. */
export function canonical(evidence: Evidence): Evidence {
  const { task, logTail, targetGroup } = evidence;
  return {
    ...evidence,
    ...targetGroup ? { targetGroup: { ...targetGroup, targets: sorted(targetGroup.targets) } } : {},
    task: { ...task, containers: sorted(task.containers), attachments: sorted(task.attachments) },
    logTail: [...new Set(logTail)],
  };
}

function sorted<T>(items: readonly T[]): readonly T[] {
  if (items.length < 2) return items;
  return items
    .map(item => ({ item, key: JSON.stringify(item) }))
    .sort((a, b) => a.key < b.key ? -1 : Number(a.key > b.key))
    .map(({ item }) => item);
}
