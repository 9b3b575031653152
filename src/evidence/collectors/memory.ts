import { clusterOf, endOf } from './cluster-and-task';
import type { Collector } from './collector';
import { shortName } from '../../aws/arn';

const A_MINUTE = 60_000;
const AN_HOUR = 60 * A_MINUTE;

/** The memory that the service used in the hour before the stop; the metric of a minute is there some minutes later. */
export const memory: Collector = {
  name: 'memory',
  tells: 'how much memory the service used in the hour before the stop',
  brings: ['memoryUse'],
  calls: ['cloudwatch:GetMetricStatistics'],
  collect: async (evidence, ask) => {
    const [cluster, end] = [clusterOf(evidence), endOf(evidence)];
    if (evidence.service === undefined || cluster === undefined || Number.isNaN(end)) return {};
    const metrics = await ask.answer('cloudwatch:GetMetricStatistics', {
      Namespace: 'AWS/ECS',
      MetricName: 'MemoryUtilization',
      Dimensions: [{ Name: 'ClusterName', Value: shortName(cluster) }, { Name: 'ServiceName', Value: evidence.service }],
      StartTime: new Date(end - AN_HOUR),
      EndTime: new Date(end + A_MINUTE),
      Period: 60,
      Statistics: ['Maximum'],
    });
    return metrics === undefined ? {} : { metrics };
  },
};
