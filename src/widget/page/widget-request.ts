import { finiteNumber, isObject, type JsonObject, text } from '../../evidence/model/json-fields';

/** What a dashboard asks of the widget. */
export interface WidgetRequest {
  /** Whether the console asks what the widget is, to show that beside its settings. */
  readonly asksForDocumentation: boolean;
  /** The time range of the dashboard, in milliseconds; the part of it that somebody zoomed into. */
  readonly from: number;
  readonly until: number;
  readonly isDark: boolean;
  /** How far the clock of the dashboard is ahead of UTC, in minutes. */
  readonly aheadOfUtc: number;
  /** Only incidents of this cluster, and of this service of it. */
  readonly cluster?: string;
  readonly service?: string;
}

const THREE_HOURS = 3 * 3_600_000;

/**
 * Reads the event of a custom widget: the parameters of the widget, and what the dashboard adds.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/add_custom_widget_dashboard_about.html
 */
export function readRequest(event: unknown, now: number): WidgetRequest {
  const { describe, cluster, service, widgetContext } = objectOf(event);
  const { timeRange, theme, timezone } = objectOf(widgetContext);
  const range = { ...objectOf(timeRange), ...objectOf(objectOf(timeRange).zoom) };
  return {
    asksForDocumentation: describe !== undefined && describe !== false,
    from: finiteNumber(range.start) ?? now - THREE_HOURS,
    until: finiteNumber(range.end) ?? now,
    isDark: theme === 'dark',
    aheadOfUtc: minutesOf(text(objectOf(timezone).offsetISO) ?? ''),
    cluster: text(cluster),
    service: text(service),
  };
}

const objectOf = (value: unknown): JsonObject => isObject(value) ? value : {};

/** The minutes of an offset such as `+05:30`. */
function minutesOf(offset: string): number {
  const [, sign, hours, minutes] = /^([+-])(\d{2}):(\d{2})$/.exec(offset) ?? [];
  return sign === undefined ? 0 : Number(`${sign}1`) * (Number(hours) * 60 + Number(minutes));
}
