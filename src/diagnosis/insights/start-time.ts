import { TARGET_GROUP_DEFAULTS as USUAL } from '../../aws/limits';
import type { Evidence } from '../../evidence/model/evidence';
import { updateService } from '../advice/commands';
import { isElbFailure } from '../clues/elb-failure';
import { type StartDuration, startOfAtLeast } from '../clues/start-duration';
import type { Insight } from '../model/insight';
import type { Clue } from '../model/signature';

/** Between the last failed check and the decision to stop the task. */
const SLACK = 30;
/** Within so short a grace period many applications do not get ready; after a longer one it is rather something else. */
const SHORT = 60;

/** What the grace period says of a task that its load balancer gave up soon after its start. */
export const startTime: Insight = {
  causes: ['health/elb-slow-start'],
  reads: ['stop', 'log', 'serviceEvents', 'targetHealth', 'serviceSettings'],
  isGiven: evidence => evidence.serviceSettings?.gracePeriodSeconds !== undefined && isElbFailure(evidence),
  clues: evidence => [...slowerThanGrace(evidence), ...judgedAtOnce(evidence)],
  says: () => undefined,
  actions: (evidence, usual) => {
    const start = slowStart(evidence);
    if (!start) return usual;
    const enough = Math.ceil(start.seconds * 1.5 / 30) * 30;
    return [
      {
        title: `Increase the grace period to ${enough} s, which is 1.5 times the duration of this start.`,
        commands: [updateService(evidence, `--health-check-grace-period-seconds ${enough}`)],
        prop: 'startupTime',
      },
      ...usual,
    ];
  },
};

const graceOf = ({ serviceSettings }: Evidence): number => serviceSettings?.gracePeriodSeconds ?? 0;

/** A start that outlasted the grace period and the checks that may fail after it. */
const slowStart = (evidence: Evidence): StartDuration | undefined => startOfAtLeast(graceOf(evidence) + secondsToFail(evidence), evidence);

function slowerThanGrace(evidence: Evidence): readonly Clue[] {
  const start = slowStart(evidence);
  return start
    ? [
      {
        confidence: 'likely',
        source: 'log',
        quote: start.line,
        says: `the start took longer than the grace period of ${graceOf(evidence)} s and the failed checks after it`,
      },
    ]
    : [];
}

/** A task that was ever healthy lives longer than this. */
function judgedAtOnce(evidence: Evidence): readonly Clue[] {
  const { startedAt, stoppingAt, stoppedAt } = evidence.task;
  const age = Math.round((Date.parse(stoppingAt ?? stoppedAt ?? '') - Date.parse(startedAt ?? '')) / 1000);
  const grace = graceOf(evidence);
  if (!(age >= 0 && age <= grace + secondsToFail(evidence) + SLACK)) return [];
  return [{
    confidence: grace < SHORT && !answers(evidence) ? 'likely' : 'possible',
    source: 'timing',
    quote: `${age} s from start to stop, grace period ${grace} s`,
    says: 'the task was stopped as early as possible, before its first successful health check',
  }];
}

const secondsToFail = ({ targetGroup }: Evidence): number =>
  (targetGroup?.intervalSeconds ?? USUAL.intervalSeconds) * (targetGroup?.unhealthyThreshold ?? USUAL.unhealthyThreshold);

/** An application that answers has started, and what its answer is explains more. */
const answers = ({ targetGroup, serviceEvents }: Evidence): boolean =>
  targetGroup?.targets.some(({ reason }) => reason === 'Target.ResponseCodeMismatch') === true
    || serviceEvents.some(message => /codes:? \[\d/i.test(message));
