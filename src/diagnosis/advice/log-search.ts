import { containerSettingsOf } from './container-settings';
import { knownName } from './known-name';
import { insightsPage } from '../../aws/insights-page';
import { LOGGED_ERROR } from '../../aws/logged-error';
import type { Evidence } from '../../evidence/model/evidence';
import type { Action } from '../model/diagnosis';

const MINUTE = 60_000;
const [BEFORE, AFTER] = [15 * MINUTE, 5 * MINUTE];

const ERRORS = [
  'fields @timestamp, @logStream, @message', `| filter @message like ${LOGGED_ERROR}`, '| sort @timestamp desc', '| limit 200',
];

/** The errors of all tasks around the stop, where the log of the guilty container and the time are known. */
export function logSearch(evidence: Evidence): readonly Action[] {
  const log = logOf(evidence);
  const stop = Date.parse(evidence.task.stoppedAt ?? evidence.time ?? '');
  if (log === undefined || Number.isNaN(stop)) return [];
  const [from, until] = [stop - BEFORE, stop + AFTER].map(moment => new Date(moment).toISOString());
  const page = insightsPage({ ...log, query: ERRORS, from, until });
  return page === undefined ? [] : [{ title: 'Search the log for errors around the stop.', commands: [page], prop: null }];
}

function logOf(evidence: Evidence): { readonly region: string; readonly logGroup: string } | undefined {
  const { region } = evidence;
  const { logGroup: given, logRegion = region } = containerSettingsOf(evidence) ?? {};
  const logGroup = knownName(given);
  return region === undefined || logGroup === undefined || logRegion !== region ? undefined : { region, logGroup };
}
