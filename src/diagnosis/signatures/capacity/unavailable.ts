import { describeService } from '../../advice/commands';
import { fields } from '../../advice/query';
import { inServiceEvents, inStopReason, together, type Wording } from '../../matching/wording';
import type { Signature } from '../../model/signature';

const WORDING: Wording = {
  sure: 'certain',
  says: 'Fargate currently has no capacity for this task',
  words: [
    'Capacity is unavailable',
    'RESOURCE:FARGATE',
    'Reason(:|) Capac',
    'capacity is not available',
    'insufficient capacity',
    'no Fargate capacity',
    'no spot capacity',
    'no capacity available',
    'InsufficientCapacity',
    'Reason: CAPACITY',
  ],
};
const PARTLY: Wording = {
  sure: 'likely',
  says: 'some tasks of the deployment got no capacity',
  words: [
    'could not launch # tasks for deployment',
    'could not launch',
  ],
};

/** Fargate is full here. */
export const capacityUnavailable: Signature = {
  cause: 'capacity/unavailable',
  atBest: 'certain',
  retriable: true,
  says: 'Fargate or Fargate Spot currently has no capacity for this task size in the Availability Zones of the service. '
    + 'Try again later, add subnets in other Availability Zones, and keep a base of tasks on FARGATE.',
  toConfirm: 'Start the same task in another Availability Zone. If it starts, capacity is the cause.',
  reads: ['stop', 'serviceEvents'],
  concerns: 'service',
  oftenConfused: ['capacity/quota', 'capacity/configuration'],
  stopFamilies: { placement: 2 },
  consolePages: ['service'],
  seenIn: [
    {
      serviceEvent: '(service web) was unable to place a task. '
        + 'Reason: Capacity is unavailable at this time. '
        + 'Please try again later or in a different availability zone.',
    },
    { stoppedReason: 'Capacity is unavailable at this time. Please try again later or in a different availability zone' },
    { serviceEvent: 'RESOURCE:FARGATE' },
  ],
  clues: together(inStopReason(WORDING, PARTLY), inServiceEvents({ ...WORDING, sure: 'possible' })),
  actions: evidence => [
    {
      title: 'Check whether a later attempt succeeded.',
      commands: [`${describeService(evidence)} --query 'services[].${fields('desiredCount', 'runningCount', 'pendingCount')}'`],
      prop: 'capacity',
    },
    { title: 'Add subnets in other Availability Zones.', commands: [], prop: 'vpc' },
  ],
};
