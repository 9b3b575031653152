import { type IMetric, MathExpression, type MetricOptions, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import { HttpCodeTarget, type IApplicationTargetGroup, type INetworkTargetGroup } from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { COUNT, type Graph, PERCENT, PERIOD, RED } from './dashboard-rows';
import { taskCount } from '../observability/task-alarms';
import type { HardenedFargateService } from '../service/hardened-fargate-service';

type TargetMetrics = (IApplicationTargetGroup | INetworkTargetGroup)['metrics'];

const SUM = { statistic: Stats.SUM, period: PERIOD };
const MOST = { statistic: Stats.MAXIMUM, period: PERIOD };

/** Whether the tasks are there, and have room left. */
export function taskGraphs({ service }: HardenedFargateService): readonly Graph[] {
  const usage = (statistic: string, label: string) => ({ statistic, label, period: PERIOD });
  return [
    {
      title: 'Tasks',
      left: [
        taskCount(service, 'DesiredTaskCount').with({ label: 'desired' }),
        taskCount(service, 'RunningTaskCount').with({ label: 'running' }),
        taskCount(service, 'PendingTaskCount').with({ label: 'pending' }),
      ],
      leftYAxis: COUNT,
    },
    {
      title: 'CPU',
      left: [
        service.metricCpuUtilization(usage(Stats.AVERAGE, 'average')), service.metricCpuUtilization(usage(Stats.MAXIMUM, 'highest task')),
      ],
      leftYAxis: PERCENT,
    },
    {
      title: 'Memory',
      left: [
        service.metricMemoryUtilization(usage(Stats.AVERAGE, 'average')),
        service.metricMemoryUtilization(usage(Stats.MAXIMUM, 'highest task')),
      ],
      leftYAxis: PERCENT,
    },
  ];
}

/** Whether requests reach the tasks, are answered, and how fast. */
export const requestGraphs = ({ metrics }: IApplicationTargetGroup): readonly Graph[] => [
  {
    title: 'Requests, and those that failed',
    left: [
      metrics.requestCount({ ...SUM, label: 'requests' }),
      metrics.httpCodeTarget(HttpCodeTarget.TARGET_5XX_COUNT, { ...SUM, label: '5xx of the tasks', color: RED }),
      metrics.targetConnectionErrorCount({ ...SUM, label: 'connections that the tasks rejected' }),
    ],
    leftYAxis: COUNT,
  },
  {
    title: 'Time to answer',
    left: [50, 90, 99].map(percentile => metrics.targetResponseTime({
      statistic: Stats.percentile(percentile), period: PERIOD, label: `${percentile} % within`,
    })),
    leftYAxis: { min: 0, label: 'seconds', showUnits: false },
  },
  targetGraph({ metrics }),
];

/** What the load balancer says of its targets. */
export const targetGraph = ({ metrics }: { readonly metrics: TargetMetrics }): Graph => ({
  title: 'Targets',
  left: [
    metrics.healthyHostCount({ statistic: Stats.MINIMUM, period: PERIOD, label: 'healthy' }),
    unhealthyIn(metrics, { ...MOST, label: 'unhealthy', color: RED }),
  ],
  leftYAxis: COUNT,
});

const unhealthyIn = (metrics: TargetMetrics, options: MetricOptions): IMetric =>
  'unhealthyHostCount' in metrics ? metrics.unhealthyHostCount(options) : metrics.unHealthyHostCount(options);

/** The tasks of a service that stopped, by cause; CloudWatch finds the causes by itself. */
export const stopGraph = ({ cluster, serviceName }: HardenedFargateService['service'], failed: IMetric): Graph => ({
  title: 'Stopped tasks by cause, and those that failed',
  left: [
    new MathExpression({
      expression: 'SEARCH(\'{HardenedFargate,Cause,ClusterName,ServiceName} MetricName="StoppedTasks" '
        + `ClusterName="${cluster.clusterName}" ServiceName="${serviceName}"', 'Sum', 300)`,
      usingMetrics: {},
      label: '',
    }),
    failed,
  ],
  leftYAxis: COUNT,
});
