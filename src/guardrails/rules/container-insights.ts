import { isKnown, UNKNOWN } from '../../facts/model/fact';
import type { ClusterRule } from '../model/rule';

/**
 * A cluster that does not say takes the setting of its account. That can be on, but nobody sees it in the template and
 * anybody may turn it off, so AWS's own controls (Control Tower CT.ECS.PR.2, Security Hub ECS.12) want it said, and so
 * does this rule.
 */
export const containerInsights: ClusterRule = {
  id: 'container-insights',
  level: 'error',
  judges: 'cluster',
  property: 'ClusterSettings',
  title: 'The cluster measures its tasks with Container Insights.',
  why: 'Only Container Insights counts how many tasks run and how many should; without it no alarm can tell that tasks are missing.',
  fix: 'Let HardenedFargateService make the cluster, or set containerInsightsV2: ecs.ContainerInsights.ENHANCED or ENABLED on ecs.Cluster.',
  see: [
    'https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-12',
    'https://docs.aws.amazon.com/controltower/latest/controlreference/ecs-rules.html',
  ],
  prevents: [],
  breaks: { containerInsights: 'disabled' },
  holds: ({ containerInsights: setting }) => {
    if (!isKnown(setting)) return UNKNOWN;
    if (setting === undefined) return { seen: 'the cluster does not set containerInsights' };
    return setting === 'enabled' || setting === 'enhanced' || { seen: `containerInsights is ${setting}` };
  },
};
