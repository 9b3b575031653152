import { consoleHostOf } from '../../aws/partitions';
import type { Action } from '../../diagnosis/model/diagnosis';

/** The dashboard of the analyzer, where the Region has a console that is known. */
export function dashboardPage(name: string, region: string): readonly Action[] {
  const host = consoleHostOf(region);
  if (host === undefined) return [];
  const url = `https://${host}/cloudwatch/home?region=${region}#dashboards/dashboard/${encodeURIComponent(name)}`;
  return [{ title: 'View all incidents on the dashboard.', commands: [url], prop: null }];
}
