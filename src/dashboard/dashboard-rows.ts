import { Duration } from 'aws-cdk-lib';
import {
  AlarmStatusWidget, Color, GraphWidget, type GraphWidgetProps, type IAlarm, LegendPosition, type IMetric, TextWidget, type IWidget,
} from 'aws-cdk-lib/aws-cloudwatch';

/** A dashboard is 24 units wide. */
const WHOLE = 24;

/** Every graph counts by the minute, as ECS and the load balancer publish. */
export const PERIOD = Duration.minutes(1);

/** One graph of a row. */
export interface Graph extends Pick<GraphWidgetProps, 'title' | 'leftYAxis' | 'right' | 'rightYAxis' | 'leftAnnotations'> {
  readonly left: IMetric[];
}

/** Graphs side by side. */
export const graphRow = (graphs: readonly Graph[]): IWidget[] => graphs.map(graph => new GraphWidget({
  width: WHOLE / graphs.length, height: 6, legendPosition: LegendPosition.BOTTOM, ...graph,
}));

/** The state of each alarm. */
export const alarmRow = (alarms: readonly IAlarm[]): IWidget[] =>
  [new AlarmStatusWidget({ title: 'Alarms', alarms: [...alarms], width: WHOLE, height: 2 + Math.ceil(alarms.length / 4) })];

/** Words, in Markdown. */
export const textRow = (markdown: string, height = 2): IWidget[] => [new TextWidget({ markdown, width: WHOLE, height })];

/** From nothing to everything. */
export const PERCENT = { min: 0, max: 100, label: '%', showUnits: false };

/** A count. */
export const COUNT = { min: 0, showUnits: false };

/** What goes wrong is red on every dashboard. */
export const { RED } = Color;
