import { isElbFailure } from './elb-failure';
import { healthCheckOf } from './health-check';
import type { Evidence } from '../../evidence/model/evidence';
import { memoized } from '../../memoized';

const LONGEST = 600;

/** What the application answered, and the line of its access log that says so. */
export interface LoggedAnswer {
  readonly line: string;
  readonly code: string;
}

/** The last answer of the application on the path of the health check. */
export const loggedAnswer = memoized((evidence: Evidence): LoggedAnswer | undefined => {
  const { path } = healthCheckOf(evidence);
  if (path === undefined || !isElbFailure(evidence)) return undefined;
  for (const whole of [...evidence.logTail].reverse()) {
    const line = whole.slice(0, LONGEST).trim();
    const rest = afterRequest(line, path);
    if (/^[\s"?]/.test(rest)) return answerIn(line, rest);
  }
  return undefined;
});

/** What follows the path in the line of a request for it; empty in any other line. */
function afterRequest(line: string, path: string): string {
  const at = line.indexOf(`GET ${path}`);
  return at < 0 ? '' : line.slice(at + 4 + path.length);
}

function answerIn(line: string, rest: string): LoggedAnswer | undefined {
  const code = /(?:^|[\s"=:-])([1-5]\d\d)(?=[\s",]|$)/.exec(rest)?.[1];
  return code === undefined ? undefined : { line, code };
}
