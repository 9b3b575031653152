import type { CauseId } from '../../causes/catalogue';
import type { Evidence } from '../../evidence/model/evidence';
import type { TargetHealth } from '../../evidence/model/settings';
import { addressOf } from '../advice/named-resources';
import { healthCheckInWords, healthCheckOf } from '../clues/health-check';
import { HEALTH_CODES, type HealthReading, readingOfCode } from '../clues/health-codes';
import { isAboutHealth } from '../clues/health-events';
import { servedPorts } from '../clues/served-ports';
import type { Confidence } from '../model/diagnosis';
import type { Insight } from '../model/insight';
import type { Clue } from '../model/signature';

const REASONS: ReadonlyMap<string, HealthReading> = new Map([
  ['Target.Timeout', { cause: 'health/elb-timeout', sure: 'likely', says: 'the load balancer got no response in time' }],
  [
    'Target.FailedHealthChecks',
    {
      cause: 'health/elb-wrong-port',
      sure: 'possible',
      says: 'the load balancer got no connection or no valid response, as when nothing listens on the port',
    },
  ],
  [
    'Elb.InternalError',
    { cause: 'health/elb', sure: 'likely', says: 'the load balancer failed; the evidence shows no fault of the task' },
  ],
  [
    'Target.NotInUse',
    {
      cause: 'health/elb',
      sure: 'likely',
      says: 'no load balancer uses the target group, or it does not cover the Availability Zone of the task',
    },
  ],
]);

/** What target group and target health say of a task that its load balancer found unhealthy. */
export const targetHealth: Insight = {
  causes: [...new Set([...REASONS.values(), ...HEALTH_CODES.map(([, reading]) => reading)].map(({ cause }) => cause))],
  reads: ['stop', 'targetHealth', 'serviceSettings', 'taskDefinition'],
  isGiven: ({ targetGroup }) => targetGroup !== undefined,
  clues: (evidence, cause, said) => {
    const own = [...reasons(evidence, cause), ...cause === 'health/elb-wrong-port' ? unservedPort(evidence) : []];
    return said.length + own.length === 0 ? [] : [...own, ...question(evidence)];
  },
  says: () => undefined,
  actions: (_evidence, usual) => usual,
};

function reasons(evidence: Evidence, cause: CauseId): readonly Clue[] {
  return unhealthyTargets(evidence).flatMap(target => {
    const reading = readingOf(target);
    if (reading?.cause !== cause) return [];
    const quote = [target.reason, target.description].filter(Boolean).join(': ');
    return [{ confidence: asSureAs(reading.sure, evidence), source: 'target health', quote, says: reading.says }];
  });
}

/** The target that is this task, or else its neighbors, which are made alike. */
function unhealthyTargets(evidence: Evidence): readonly TargetHealth[] {
  const { targets = [] } = evidence.targetGroup ?? {};
  const own = targets.filter(({ address }) => address !== undefined && address === addressOf(evidence));
  return own.length > 0 ? own : targets;
}

function readingOf({ reason = '', description = '' }: TargetHealth): HealthReading | undefined {
  if (reason !== 'Target.ResponseCodeMismatch') return REASONS.get(reason);
  const code = /\b[1-5]\d\d\b/.exec(description)?.[0] ?? '';
  return readingOfCode(code);
}

/** A task that ended otherwise may look unhealthy just because it ended. */
const asSureAs = (sure: Confidence, evidence: Evidence): Confidence => isAboutHealth(evidence) ? sure : 'possible';

/** Nothing keeps an application from serving a port that it does not declare, but few do. */
function unservedPort(evidence: Evidence): readonly Clue[] {
  const { port } = healthCheckOf(evidence);
  const served = servedPorts(evidence);
  if (port === undefined || served.length === 0 || served.includes(port)) return [];
  return [
    {
      confidence: asSureAs('likely', evidence),
      source: 'target group',
      quote: `health check on port ${port}`,
      says: `the task definition declares ${served.length > 1 ? 'ports' : 'port'} ${served.join(', ')}`,
    },
  ];
}

function question(evidence: Evidence): readonly Clue[] {
  const words = healthCheckInWords(evidence);
  return words === undefined
    ? []
    : [{ confidence: 'possible', source: 'target group', quote: words, says: 'this is the health check of the load balancer' }];
}
