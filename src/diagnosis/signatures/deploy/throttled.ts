import { aws, listServiceEvents } from '../../advice/commands';
import { inLog, inServiceEvents, inStopReason, together, type Wording } from '../../matching/wording';
import type { Signature } from '../../model/signature';

const WORDING: Wording = {
  sure: 'certain',
  says: 'an API rate limit slows the service scheduler down',
  words: ['operations are being throttled', 'ECS_OPERATION_THROTTLED', 'SERVICE_DISCOVERY_OPERATION_THROTTLED'],
};

/** What an SDK says of a call that starts tasks. */
const REFUSED_CALL: Wording = {
  sure: 'likely',
  says: 'the account sent too many API calls at once',
  words: ['RequestLimitExceeded', 'Request limit exceeded', '(RunTask|CreateService|UpdateService) operation … Rate exceeded'],
};

/** The scheduler makes more calls than the account allows. */
export const deployThrottled: Signature = {
  cause: 'deploy/throttled',
  atBest: 'certain',
  retriable: true,
  says: 'API rate limits throttle the service scheduler. ECS tries again automatically. '
    + 'If it continues, deploy fewer services at once, stop tasks that fail in a loop, or ask for a higher rate limit.',
  toConfirm: 'Look up ThrottlingException errors in CloudTrail at the time of the event. '
    + 'Errors in calls to ECS, or in calls that ECS made for the service, confirm it.',
  reads: ['stop', 'serviceEvents', 'log'],
  concerns: 'service',
  seenIn: [
    { serviceEvent: '(service web) operations are being throttled. Will try again later.' },
    { serviceEvent: 'ECS_OPERATION_THROTTLED' },
    { serviceEvent: 'SERVICE_DISCOVERY_OPERATION_THROTTLED' },
  ],
  clues: together(inStopReason(WORDING, REFUSED_CALL), inLog(REFUSED_CALL), inServiceEvents({ ...WORDING, sure: 'likely' })),
  actions: evidence => [
    {
      title: 'Look for a service that starts and stops tasks repeatedly.',
      commands: [
        listServiceEvents(evidence),
        aws(evidence, 'cloudtrail lookup-events',
          '--lookup-attributes AttributeKey=EventSource,AttributeValue=ecs.amazonaws.com --max-results 50'),
      ],
      prop: null,
    },
  ],
};
