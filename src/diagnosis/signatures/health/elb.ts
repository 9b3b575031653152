import { tailLogs } from '../../advice/commands';
import { askLikeTheLoadBalancer, describeTargets } from '../../advice/network-commands';
import { isExplained, ofThisTask } from '../../clues/health-events';
import { inStopReason, type Wording } from '../../matching/wording';
import type { Signature } from '../../model/signature';

const WORDING: Wording = {
  sure: 'likely',
  says: 'the load balancer marked the task unhealthy',
  words: [
    'failed ELB health checks',
    'is unhealthy in',
    'Health checks failed',
    'UnhealthyThreshold',
    'is not healthy in target-group',
    'failed to describe target health',
    'failed to register targets',
    'is not enabled for the load balancer',
  ],
};

const failed = ofThisTask(WORDING, inStopReason(WORDING));

/** The load balancer found the task unhealthy, and nothing says why. */
export const healthElb: Signature = {
  cause: 'health/elb',
  atBest: 'likely',
  saysLeast: true,
  retriable: null,
  says: 'The load balancer marked the task unhealthy, and ECS replaced it. The evidence does not show why. Read the '
    + 'reason of the target while the next task fails, and request the health check path yourself.',
  toConfirm: 'Describe the health of the target while the next task is being checked. '
    + 'The state unhealthy confirms it, and the reason code shows the kind of failure.',
  reads: ['stop', 'serviceEvents'],
  isSymptom: true,
  oftenConfused: ['health/elb-timeout', 'health/elb-slow-start'],
  onlyLogTellsApart: true,
  stopFamilies: { 'health check': 1 },
  consolePages: ['service'],
  suspectChanges: ['health check', 'ports', 'image', 'command', 'environment'],
  seenIn: [
    {
      stoppedReason: 'Task failed ELB health checks in (target-group '
        + 'arn:aws:elasticloadbalancing:ap-northeast-2:111122223333:targetgroup/web-dev/ccb1c7ee670051a0)',
      stopCode: 'ServiceSchedulerInitiated',
    },
    { stoppedReason: 'Task failed ELB health checks in (elb web)' },
    {
      serviceEvent: '(service web) (task 0123456789abcdef0123456789abcdef) (port 80) is unhealthy in (target-group '
        + 'arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/web/1) due to (reason Health checks failed)',
    },
    {
      serviceEvent: 'service web (instance i-0123) is unhealthy in (elb web) due to (reason Instance has failed at least the '
        + 'UnhealthyThreshold number of health checks consecutively.)',
    },
  ],
  clues: evidence => failed(evidence).map(clue => isExplained(evidence) ? { ...clue, confidence: 'possible' } : clue),
  actions: evidence => [
    { title: 'Read why the target is unhealthy.', commands: describeTargets(evidence), prop: 'loadBalancing' },
    {
      title: 'Request the health check path, and read the application log.',
      commands: [askLikeTheLoadBalancer(evidence), tailLogs(evidence)],
      prop: null,
    },
  ],
};
