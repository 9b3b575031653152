import type { Evidence } from '../../../evidence/model/evidence';
import { describeService } from '../../advice/commands';
import { describeTargets } from '../../advice/network-commands';
import { isElbFailure } from '../../clues/elb-failure';
import { unexplained } from '../../clues/health-events';
import { startOfAtLeast } from '../../clues/start-duration';
import { inLog, inStopReason, type Reader } from '../../matching/wording';
import type { Clue, Signature } from '../../model/signature';

const SOON = 5 * 60;
const SLOW = 45;

/** The application was not ready when it was judged. */
export const healthElbSlowStart: Signature = {
  cause: 'health/elb-slow-start',
  atBest: 'likely',
  retriable: null,
  says: 'The load balancer marked the task unhealthy while the application was still starting. Increase the health '
    + 'check grace period beyond the slowest startup time, and make the application start faster.',
  toConfirm: 'Compare the time from start to the first response with the grace period plus interval × unhealthy threshold. '
    + 'If the startup takes longer, this is the cause.',
  reads: ['stop', 'log', 'serviceEvents'],
  broader: 'health/elb',
  explainsSymptoms: true,
  oftenConfused: ['health/elb-timeout', 'health/elb'],
  onlyLogTellsApart: true,
  stopFamilies: { 'health check': 2 },
  consolePages: ['service'],
  suspectChanges: ['health check', 'ports', 'image', 'command', 'environment'],
  seenIn: [
    {
      stoppedReason: 'Task failed ELB health checks in (target-group '
        + 'arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/web/1)',
      log: ['Started WebApplication in 118.204 seconds (JVM running for 121.3)'],
    },
  ],
  clues: evidence => readersFor(evidence).flatMap(read => read(evidence)),
  actions: evidence => [
    {
      title: 'Compare the grace period with the startup time.',
      commands: [`${describeService(evidence)} --query 'services[].healthCheckGracePeriodSeconds'`],
      prop: 'startupTime',
    },
    { title: 'Read the interval and thresholds of the health check.', commands: describeTargets(evidence), prop: 'loadBalancing' },
  ],
};

/** Where the start is known, its age tells more than that nothing else is known. */
const readersFor = (evidence: Evidence): readonly Reader[] =>
  [...isElbFailure(evidence) ? slowness : [], notReady, ...evidence.task.startedAt === undefined ? [tooEarly] : []];

function slowStart(evidence: Evidence): readonly Clue[] {
  const start = startOfAtLeast(SLOW, evidence);
  return start ? [{ confidence: 'likely', source: 'log', quote: start.line, says: 'the application took this long to start' }] : [];
}

const tooEarly = unexplained(
  'nothing says why the check failed; an application that needs longer to start than the grace period is a common reason',
);

/** What answers for an application that is not up yet. */
const notReady = inStopReason({
  sure: 'possible',
  says: 'a proxy returns this while the application behind it is still starting',
  words: [
    'codes(:|) [502]',
    'codes(:|) [503]',
    'reason Health checks failed)',
  ],
});

const stillStarting = inLog({
  sure: 'possible',
  says: 'the application was still starting',
  words: [
    'Running migrations',
    'Applying migration',
    'Starting Flyway',
    'Compiling',
    'Downloading … model',
    'Loading model',
    'warming up',
    'Precompiling',
    'Waiting for',
  ],
});

/** Whoever answers in the end was late, as a rule, and not absent. */
const answers = inLog({
  sure: 'possible',
  says: 'the application responds to the load balancer, perhaps too late',
  words: [
    ' (200|204) … ELB-HealthChecker',
    'ELB-HealthChecker … (200|204) ',
  ],
});

const slowness: readonly Reader[] = [slowStart, stillStarting, answers, soonAfterStart];

function soonAfterStart({ task: { startedAt, stoppingAt } }: Evidence): readonly Clue[] {
  const seconds = (Date.parse(stoppingAt ?? '') - Date.parse(startedAt ?? '')) / 1000;
  return seconds > 0 && seconds < SOON
    ? [
      {
        confidence: 'possible',
        source: 'timing',
        quote: `${Math.round(seconds)} s from start to stop`,
        says: 'the health check failed soon after the start',
      },
    ]
    : [];
}
