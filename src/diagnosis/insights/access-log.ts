import type { Evidence } from '../../evidence/model/evidence';
import { memoized } from '../../memoized';
import { isElbFailure } from '../clues/elb-failure';
import { healthCheckOf } from '../clues/health-check';
import { HEALTH_CODES, readingOfCode } from '../clues/health-codes';
import { weaker } from '../model/confidence';
import type { Insight } from '../model/insight';

/** What the application answered on the path of the health check, as its access log says. */
export const accessLog: Insight = {
  causes: [...new Set(HEALTH_CODES.map(([, { cause }]) => cause))],
  reads: ['stop', 'log', 'targetHealth', 'serviceSettings'],
  isGiven: evidence => answerIn(evidence) !== undefined,
  clues: (evidence, cause) => {
    const { line, code } = answerIn(evidence) ?? {};
    const reading = code === undefined ? undefined : readingOfCode(code);
    return line && reading?.cause === cause
      ? [{ confidence: weaker(reading.sure, 'likely'), source: 'log', quote: line, says: reading.says }]
      : [];
  },
  says: () => undefined,
  actions: (_evidence, usual) => usual,
};

const LONGEST = 600;

interface LoggedAnswer {
  readonly line: string;
  readonly code: string;
}

/** The last answer on that path, unless it is one that the load balancer expects. */
const answerIn = memoized((evidence: Evidence): LoggedAnswer | undefined => {
  const { path } = healthCheckOf(evidence);
  if (path === undefined || !isElbFailure(evidence)) return undefined;
  for (const whole of [...evidence.logTail].reverse()) {
    const line = whole.slice(0, LONGEST).trim();
    const rest = afterRequest(line, path);
    if (/^[\s"?]/.test(rest)) return failureIn(line, rest);
  }
  return undefined;
});

/** What follows the path in the line of a request for it; empty in any other line. */
function afterRequest(line: string, path: string): string {
  const at = line.indexOf(`GET ${path}`);
  return at < 0 ? '' : line.slice(at + 4 + path.length);
}

function failureIn(line: string, rest: string): LoggedAnswer | undefined {
  const code = /(?:^|[\s"=:-])([1-5]\d\d)(?=[\s",]|$)/.exec(rest)?.[1];
  return code === undefined || code.startsWith('2') ? undefined : { line, code };
}
