import { Duration } from 'aws-cdk-lib';
import { Dashboard, MathExpression, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { dashboardName } from './dashboard-name';
import { alarmRow, COUNT, type Graph, graphRow, PERIOD, RED } from './dashboard-rows';
import { namingDashboard } from '../analyzer/protocol/environment';
import type { StopAnalyzer } from '../analyzer/stop-analyzer';

/**
 * Props of `StopAnalyzerDashboard`.
 */
export interface StopAnalyzerDashboardProps {
  /**
   * The analyzer.
   */
  readonly analyzer: StopAnalyzer;

  /**
   * The name of the dashboard. It must be unique in the account, across all Regions.
   *
   * @default - the path of the construct, and the Region
   */
  readonly dashboardName?: string;
}

/**
 * A CloudWatch dashboard for a stop analyzer, with incidents, failed tasks, and the health of the analyzer. The
 * messages of the analyzer link to it.
 *
 * @example
 * new StopAnalyzerDashboard(stack, 'Dashboard', { analyzer });
 */
export class StopAnalyzerDashboard extends Construct {
  /**
   * The dashboard, to add widgets to.
   */
  public readonly dashboard: Dashboard;

  constructor(scope: Construct, id: string, props: StopAnalyzerDashboardProps) {
    super(scope, id);
    const { analyzer } = props;
    const name = props.dashboardName ?? dashboardName(this);
    this.dashboard = new Dashboard(this, 'Resource', {
      dashboardName: name,
      defaultInterval: Duration.hours(24),
      widgets: [
        [analyzer.incidentsWidget({ height: 12 })],
        graphRow([failedTasks(), stopsByCause()]),
        alarmRow(analyzer.alarms),
        graphRow(workOf(analyzer)),
      ],
    });
    linkFrom(analyzer, name);
  }
}

/** Of every service of the account that an analyzer counts. */
const failedTasks = (): Graph => ({
  title: 'Tasks that failed, by service',
  left: [found('{HardenedFargate,ClusterName,ServiceName,Severity} MetricName="StoppedTasks" Severity="failure"')],
  leftYAxis: COUNT,
});

/** Of all services together, and of tasks that belong to none. */
const stopsByCause = (): Graph => ({
  title: 'Stopped tasks, by cause',
  left: [found('{HardenedFargate,Cause} MetricName="StoppedTasks"')],
  leftYAxis: COUNT,
});

/** Every metric that CloudWatch finds. */
const found = (metrics: string): MathExpression =>
  new MathExpression({ expression: `SEARCH('${metrics}', 'Sum', 300)`, usingMetrics: {}, label: '' });

/** Whether stops are explained in time, and what could not be. */
function workOf({ handler, queue, deadLetterQueue }: StopAnalyzer): readonly Graph[] {
  const sum = (label: string) => ({ statistic: Stats.SUM, period: PERIOD, label });
  const most = (label: string) => ({ statistic: Stats.MAXIMUM, period: PERIOD, label });
  return [
    {
      title: 'Runs of the analyzer',
      left: [
        handler.metricInvocations(sum('runs')),
        handler.metricErrors(sum('failed')).with({ color: RED }),
        handler.metricThrottles(sum('throttled')),
      ],
      leftYAxis: COUNT,
    },
    {
      title: 'Age of the oldest stop that waits',
      left: [queue.metricApproximateAgeOfOldestMessage(most('seconds'))],
      leftYAxis: COUNT,
    },
    {
      title: 'Events that could not be explained or delivered',
      left: [deadLetterQueue.metricApproximateNumberOfMessagesVisible(most('dead letters')).with({ color: RED })],
      leftYAxis: COUNT,
    },
  ];
}

/** By its name alone, so that neither refers to the other. */
function linkFrom({ handler }: StopAnalyzer, name: string): void {
  if (handler instanceof LambdaFunction) handler.addEnvironment(...namingDashboard(name));
}
