import { isKnown, UNKNOWN } from '../../facts/model/fact';
import type { ServiceRule } from '../model/rule';

export const tagsPropagate: ServiceRule = {
  id: 'tags-propagate',
  class: 'hygiene',
  promised: true,
  judges: 'service',
  property: 'PropagateTags',
  reads: ['managedTags', 'propagateTags'],
  title: 'The service should propagate tags to its tasks and enable ECS managed tags.',
  why: 'Without tags, you cannot attribute the cost or the stops of a task to a team.',
  fix: 'Set propagateTags: ecs.PropagatedTagSource.SERVICE and enableECSManagedTags: true on ecs.FargateService. '
    + 'HardenedFargateService sets them by default; remove the override.',
  see: ['https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-using-tags.html'],
  prevents: [],
  breaks: { propagateTags: undefined },
  holds: ({ propagateTags: source, managedTags }) => {
    if (source === undefined || source === 'NONE') return { seen: 'tags are not propagated to tasks' };
    if (managedTags === false) return { seen: 'ECS managed tags are off' };
    return (isKnown(source) && isKnown(managedTags)) || UNKNOWN;
  },
};
