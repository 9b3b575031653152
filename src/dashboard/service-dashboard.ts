import { Duration, Stack } from 'aws-cdk-lib';
import { Dashboard, type IWidget, LogQueryVisualizationType, LogQueryWidget } from 'aws-cdk-lib/aws-cloudwatch';
import { LogGroup, QueryString } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { consoleHost } from './console-host';
import { dashboardName } from './dashboard-name';
import { alarmRow, graphRow, textRow } from './dashboard-rows';
import { requestGraphs, stopGraph, targetGraph, taskGraphs } from './service-graphs';
import { StopAnalyzer } from '../analyzer/stop-analyzer';
import { errorsQuery, SavedQueries } from '../observability/saved-queries';
import type { HardenedFargateService } from '../service/hardened-fargate-service';

/**
 * Props of `ServiceDashboard`.
 */
export interface ServiceDashboardProps {
  /**
   * The service.
   */
  readonly service: HardenedFargateService;

  /**
   * The name of the dashboard. It must be unique in the account, across all Regions.
   *
   * @default - the path of the construct, and the Region
   */
  readonly dashboardName?: string;
}

/**
 * A CloudWatch dashboard for a service, with alarms, incidents, tasks, requests, stops by cause, errors, and saved
 * queries.
 *
 * @example
 * new ServiceDashboard(stack, 'Dashboard', { service });
 */
export class ServiceDashboard extends Construct {
  /**
   * The dashboard, to add widgets to.
   */
  public readonly dashboard: Dashboard;

  /**
   * The saved CloudWatch Logs Insights queries of the dashboard.
   */
  public readonly savedQueries: SavedQueries;

  constructor(scope: Construct, id: string, props: ServiceDashboardProps) {
    super(scope, id);
    const { service, dashboardName: name } = props;
    const { cluster, logGroup, targetGroup, networkTargetGroup } = service;
    const sessions = cluster.executeCommandConfiguration?.logConfiguration?.cloudWatchLogGroup;
    this.savedQueries = new SavedQueries(this, 'Queries', {
      logGroups: [logGroup],
      sessionLogGroup: sessions && LogGroup.fromLogGroupName(this, 'Sessions', sessions.logGroupRef.logGroupName),
    });
    this.dashboard = new Dashboard(this, 'Resource', {
      dashboardName: name ?? dashboardName(this),
      defaultInterval: Duration.hours(12),
      widgets: [
        textRow(headOf(service, this.savedQueries)),
        alarmRow([service.healthAlarm, ...service.alarms]),
        ...incidentRows(service),
        graphRow(taskGraphs(service)),
        ...targetGroup ? [graphRow(requestGraphs(targetGroup))] : [],
        ...networkTargetGroup ? [graphRow([targetGraph(networkTargetGroup)])] : [],
        [errorsOf(service)],
      ],
    });
  }
}

function headOf({ node, service, cluster }: HardenedFargateService, savedQueries: SavedQueries): string {
  const { region } = Stack.of(service);
  const console = `https://${consoleHost(Stack.of(service))}`;
  const page = `${console}/ecs/v2/clusters/${cluster.clusterName}/services/${service.serviceName}/health?region=${region}`;
  const insights = `${console}/cloudwatch/home?region=${region}#logsV2:logs-insights`;
  return `# ${node.path}\n[The service in the console](${page}) · [Logs Insights](${insights}), with saved queries in the folder `
    + `\`${savedQueries.node.path}\`: one request by its id, errors of one task, errors, sessions of ECS Exec`;
}

/** Without an analyzer no stops are counted; an imported one counts them, and keeps its incidents elsewhere. */
function incidentRows({ _analyzer: analyzer, service }: HardenedFargateService): IWidget[][] {
  if (analyzer === undefined) return [];
  const failed = analyzer.metricStops(service).with({ label: 'failed' });
  return [...analyzer instanceof StopAnalyzer ? [[analyzer.incidentsWidget({ service })]] : [], graphRow([stopGraph(service, failed)])];
}

/** CloudWatch opens its query in Logs Insights by one click. */
const errorsOf = ({ logGroup }: HardenedFargateService): IWidget => new LogQueryWidget({
  title: 'Errors in the log of the application, the latest first',
  logGroupNames: [logGroup.logGroupName],
  queryString: new QueryString(errorsQuery(50)).toString(),
  view: LogQueryVisualizationType.TABLE,
  width: 24,
  height: 8,
});
