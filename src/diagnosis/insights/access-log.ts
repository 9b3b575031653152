import type { Evidence } from '../../evidence/model/evidence';
import { type LoggedAnswer, loggedAnswer } from '../clues/health-answer';
import { HEALTH_CODES, readingOfCode } from '../clues/health-codes';
import { weaker } from '../model/confidence';
import type { Insight } from '../model/insight';

/** What the application answered on the path of the health check, as its access log says. */
export const accessLog: Insight = {
  causes: [...new Set(HEALTH_CODES.map(([, { cause }]) => cause))],
  reads: ['stop', 'log', 'targetHealth', 'serviceSettings'],
  isGiven: evidence => failureIn(evidence) !== undefined,
  clues: (evidence, cause) => {
    const { line, code } = failureIn(evidence) ?? {};
    const reading = code === undefined ? undefined : readingOfCode(code);
    return line && reading?.cause === cause
      ? [{ confidence: weaker(reading.sure, 'likely'), source: 'log', quote: line, says: reading.says }]
      : [];
  },
  says: () => undefined,
  actions: (_evidence, usual) => usual,
};

/** The last answer on that path, unless it is one that the load balancer expects. */
function failureIn(evidence: Evidence): LoggedAnswer | undefined {
  const answer = loggedAnswer(evidence);
  return answer?.code.startsWith('2') ? undefined : answer;
}
