import { CustomWidget } from 'aws-cdk-lib/aws-cloudwatch';
import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import type { BaseService } from 'aws-cdk-lib/aws-ecs';
import type { Construct } from 'constructs';
import { IncidentsWidgetFunction } from './incidents-widget-function';
import { referWeakly } from '../weak-references';

/**
 * Options for an incidents widget.
 */
export interface IncidentsWidgetOptions {
  /**
   * The service whose incidents are shown.
   *
   * @default - the incidents of all services that the analyzer watches
   */
  readonly service?: BaseService;

  /**
   * The title of the widget.
   *
   * @default 'Incidents'
   */
  readonly title?: string;

  /**
   * The width of the widget. A dashboard has 24 units.
   *
   * @default 24
   */
  readonly width?: number;

  /**
   * The height of the widget in units of the dashboard. Longer content scrolls.
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
