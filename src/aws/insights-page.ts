import { consoleHostOf } from './partitions';

/** A search in logs. */
export interface LogSearch {
  readonly region: string;
  readonly logGroup: string;
  /** Lines of the query language of CloudWatch Logs Insights. */
  readonly query: readonly string[];
  /** ISO 8601. */
  readonly from: string;
  readonly until: string;
}

/** The page of CloudWatch Logs Insights that makes a search; none where the Region has no console that is known. */
export function insightsPage({ region, logGroup, query, from, until }: LogSearch): string | undefined {
  const host = consoleHostOf(region);
  if (host === undefined) return undefined;
  const detail = [
    `end~${quoted(until)}`, `start~${quoted(from)}`, 'timeType~\'ABSOLUTE', 'tz~\'UTC', `editorString~${quoted(query.join('\n'))}`,
    `source~(~${quoted(logGroup)})`,
  ].join('~');
  return `https://${host}/cloudwatch/home?region=${region}#logsV2:logs-insights$3FqueryDetail$3D~(${detail})`;
}

/** After its `#` the console reads a text behind one quotation mark, each of its signs but the plainest as `*` and two digits. */
const quoted = (text: string): string =>
  `'${encodeURIComponent(text).replace(/[!'()*~]/g, sign => `%${sign.charCodeAt(0).toString(16)}`).replace(/%(..)/g, (_, code: string) =>
    `*${code.toLowerCase()}`)}`;
