import { isKnown, UNKNOWN } from '../../facts/model/fact';
import type { ClusterRule } from '../model/rule';

/**
 * A cluster that does not say takes the setting of its account. That can be on, but nobody sees it in the template and
 * anybody may turn it off, so AWS's own controls (Control Tower CT.ECS.PR.2, Security Hub ECS.12) want it said, and so
 * does this rule.
 */
export const containerInsights: ClusterRule = {
  id: 'container-insights',
  class: 'weakens',
  judges: 'cluster',
  property: 'ClusterSettings',
  reads: ['cluster.containerInsights'],
  title: 'The cluster should have Container Insights enabled.',
  why: 'Only Container Insights reports the running and the desired task count. Without these metrics, no alarm detects missing tasks.',
  fix: 'Set containerInsightsV2: ecs.ContainerInsights.ENHANCED or ENABLED on ecs.Cluster. '
    + 'The cluster that HardenedFargateService creates has it enabled by default.',
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
