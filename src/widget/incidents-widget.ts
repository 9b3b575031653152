import { CustomWidget } from 'aws-cdk-lib/aws-cloudwatch';
import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import type { BaseService } from 'aws-cdk-lib/aws-ecs';
import type { Construct } from 'constructs';
import { IncidentsWidgetFunction } from './incidents-widget-function';
import { referWeakly } from '../weak-references';

/**
 * How incidents are shown on a dashboard.
 */
export interface IncidentsWidgetOptions {
  /**
   * The service whose incidents are shown.
   *
   * @default - those of every service that the analyzer watches
   */
  readonly service?: BaseService;

  /**
   * What stands above them.
   *
   * @default 'Incidents'
   */
  readonly title?: string;

  /**
   * How wide the widget is, of the 24 units of a dashboard.
   *
   * @default 24
   */
  readonly width?: number;

  /**
   * How high the widget is, in units of the dashboard; longer content scrolls.
   *
   * @default 9
   */
  readonly height?: number;
}

const FUNCTION_ID = 'IncidentsWidget';

/** A widget that shows the incidents of a table; all widgets of an analyzer share one function, which the first one makes. */
export function incidentsWidget(analyzer: Construct, table: ITable, options: IncidentsWidgetOptions = {}): CustomWidget {
  const { service, title = 'Incidents', width = 24, height = 9 } = options;
  return new CustomWidget({
    functionArn: functionOf(analyzer, table).handler.functionArn,
    title,
    width,
    height,
    params: service && { cluster: service.cluster.clusterName, service: service.serviceName },
  });
}

function functionOf(analyzer: Construct, table: ITable): IncidentsWidgetFunction {
  const made = analyzer.node.tryFindChild(FUNCTION_ID);
  if (made instanceof IncidentsWidgetFunction) return made;
  const widgetFunction = new IncidentsWidgetFunction(analyzer, FUNCTION_ID, table);
  referWeakly(widgetFunction);
  return widgetFunction;
}
