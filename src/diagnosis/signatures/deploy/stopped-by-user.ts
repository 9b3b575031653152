import { aws, describeService } from '../../advice/commands';
import { fields } from '../../advice/query';
import { inServiceEvents, inStopReason, together, type Wording } from '../../matching/wording';
import type { Signature } from '../../model/signature';

const WORDING: Wording = {
  sure: 'certain',
  says: 'StopServiceDeployment was called',
  words: [
    'SERVICE_DEPLOYMENT_STOPPED',
    'StopServiceDeployment',
  ],
};

/** A person or a program ended the deployment. */
export const deployStoppedByUser: Signature = {
  cause: 'deploy/stopped-by-user',
  atBest: 'certain',
  // The deployment did not fail: a retry by a program would undo what a person did on purpose.
  retriable: null,
  says: 'A person or a program stopped the deployment with StopServiceDeployment, and ECS rolls the service back to its previous revision. '
    + 'CloudTrail shows the caller. Deploy again after the reason is resolved.',
  toConfirm: 'Look up StopServiceDeployment in CloudTrail at the time of the event. '
    + 'A call for this deployment confirms it, and its user identity shows the caller.',
  reads: ['stop', 'serviceEvents'],
  concerns: 'deployment',
  consolePages: ['service'],
  seenIn: [
    { serviceEvent: 'SERVICE_DEPLOYMENT_STOPPED' },
    { serviceEvent: 'StopServiceDeployment was called for this service deployment.' },
  ],
  clues: together(inStopReason(WORDING), inServiceEvents({ ...WORDING, sure: 'likely' })),
  actions: evidence => [
    {
      title: 'Check who stopped the deployment, and what runs now.',
      commands: [
        aws(evidence, 'cloudtrail lookup-events',
          '--lookup-attributes AttributeKey=EventName,AttributeValue=StopServiceDeployment --max-results 5'),
        `${describeService(evidence)} --query 'services[].deployments[].${fields('id', 'status', 'taskDefinition', 'rolloutState')}'`,
      ],
      prop: null,
    },
  ],
};
