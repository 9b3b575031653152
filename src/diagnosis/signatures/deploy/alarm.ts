import { aws, describeService } from '../../advice/commands';
import { inServiceEvents, inStopReason, together, type Wording } from '../../matching/wording';
import type { Signature } from '../../model/signature';

const WORDING: Wording = {
  sure: 'certain',
  says: 'an alarm failed the deployment',
  words: [
    'alarm detected',
    'deployment alarm',
    'CloudWatch alarm(s|)',
    'rolled back because … alarm',
    'rolling back … alarm',
    'alarm … rolling back',
    'because of alarm',
  ],
  unless: ['desired count', 'triggered policy'],
};

/** An alarm stood against the deployment. */
export const deployAlarm: Signature = {
  cause: 'deploy/alarm',
  atBest: 'certain',
  retriable: false,
  says: 'A deployment alarm was triggered, and ECS rolled back the deployment. Check the metric of that alarm for the '
    + 'time of the deployment before you deploy again.',
  toConfirm: 'Read the history of the deployment alarms of the service. '
    + 'One that went into ALARM during the deployment or its bake time confirms it.',
  reads: ['stop', 'serviceEvents'],
  concerns: 'deployment',
  consolePages: ['service'],
  suspectChanges: ['image', 'environment', 'secrets', 'command', 'user', 'read-only root', 'essential'],
  seenIn: [
    { serviceEvent: '(service web) deployment ecs-svc/1111111111111111111 deployment failed: alarm detected.' },
    { serviceEvent: 'ECS deployment ecs-svc/123 rolled back because of CloudWatch alarm(s) web-5xx.' },
  ],
  clues: together(inStopReason(WORDING), inServiceEvents({ ...WORDING, sure: 'possible' })),
  actions: evidence => [
    {
      title: 'Find the alarm and its history.',
      commands: [
        `${describeService(evidence)} --query 'services[].deploymentConfiguration.alarms'`,
        aws(evidence, 'cloudwatch describe-alarm-history --alarm-name <alarm> --max-records 10'),
      ],
      prop: 'alarmTopic',
    },
  ],
};
