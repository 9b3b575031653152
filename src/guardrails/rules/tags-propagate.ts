import { isKnown, UNKNOWN } from '../../facts/model/fact';
import type { ServiceRule } from '../model/rule';

export const tagsPropagate: ServiceRule = {
  id: 'tags-propagate',
  level: 'warning',
  judges: 'service',
  property: 'PropagateTags',
  title: 'Tasks have the tags of their service or task definition, and those that ECS manages.',
  why: 'Costs and stops of tasks without tags belong to nobody: neither the bill nor a policy tells whose they are.',
  fix: 'Set propagateTags: ecs.PropagatedTagSource.SERVICE and enableECSManagedTags: true on ecs.FargateService; '
    + 'HardenedFargateService does so by itself, so remove what overrides it.',
  see: ['https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-using-tags.html'],
  prevents: [],
  breaks: { propagateTags: undefined },
  holds: ({ propagateTags: source, managedTags }) => {
    if (source === undefined || source === 'NONE') return { seen: 'tags are not propagated to tasks' };
    if (managedTags === false) return { seen: 'ECS managed tags are off' };
    return (isKnown(source) && isKnown(managedTags)) || UNKNOWN;
  },
};
