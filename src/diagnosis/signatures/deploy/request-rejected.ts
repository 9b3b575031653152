import { aws } from '../../advice/commands';
import { inStopReason } from '../../matching/wording';
import type { Signature } from '../../model/signature';
import { REFUSED_REQUEST } from '../../vocabulary/refused-request';

/** The request that makes or changes a service does not fit what it names, so that no task was started. */
export const deployRequestRejected: Signature = {
  cause: 'deploy/request-rejected',
  atBest: 'likely',
  saysLeast: true,
  retriable: false,
  says: 'AWS rejected a request of the deployment, so the deployment started no task. The message names the resource or the '
    + 'setting that AWS does not accept. Correct it, and deploy again.',
  toConfirm: 'Compare the message with the request and with the resources that it names. '
    + 'If a named resource is missing, or is not in the state that the message requires, this is the cause.',
  reads: ['stop'],
  broader: 'deploy/stack-failed',
  concerns: 'deployment',
  consolePages: ['service'],
  seenIn: [
    {
      stoppedReason: 'An error occurred (InvalidParameterException) when calling the CreateService operation: The target group '
        + 'with targetGroupArn arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/web/5a67 does not have an '
        + 'associated load balancer.',
    },
    { stoppedReason: 'An error occurred (ServiceNotActiveException) when calling the UpdateService operation: Service was not ACTIVE.' },
  ],
  clues: inStopReason({
    sure: 'likely',
    says: 'the request itself was rejected, and the message names what does not fit',
    words: [
      ...REFUSED_REQUEST,
      '(InvalidParameter|ClusterNotFound|ServiceNotFound|ServiceNotActive|TaskSetNotFound|UnsupportedFeature)Exception',
      'Invalid request provided: ',
      'HandlerErrorCode: (InvalidRequest|AlreadyExists|NotFound|ResourceConflict)',
    ],
    unless: [
      'Request limit exceeded',
      'RequestLimitExceeded',
      'Throttling',
      'Rate exceeded',
      'not authorized',
      'AccessDenied',
      'UnauthorizedOperation',
      'assume the role',
      'service(-| )linked role',
      'did not stabilize',
      'ExecuteCommand',
    ],
  }),
  actions: evidence => [
    {
      title: 'Read the rejected request and its message in CloudTrail, some minutes after it.',
      commands: [
        aws(evidence, 'cloudtrail lookup-events',
          '--lookup-attributes AttributeKey=EventSource,AttributeValue=ecs.amazonaws.com --max-results 50',
          "--query 'Events[].CloudTrailEvent' --output text"),
      ],
      prop: null,
    },
  ],
};
