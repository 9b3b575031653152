import { isKnown, type Known, UNKNOWN } from '../../facts/model/fact';
import type { ContainerRule, Verdict } from '../model/rule';

/**
 * Only the awslogs driver is judged: what FireLens does with lines that it cannot deliver, its router decides, and the CDK
 * has no prop for the mode of Splunk.
 *
 * Who chooses nothing has had the mode non-blocking since June 2025, and blocking before, unless the account says otherwise.
 */
export const logDeliveryMode: ContainerRule = {
  id: 'log-delivery-mode',
  class: 'hygiene',
  promised: true,
  judges: 'container',
  property: 'LogConfiguration.Options',
  reads: ['task.containers.logConfiguration'],
  title: 'The awslogs driver should set mode, and max-buffer-size in non-blocking mode.',
  why: 'The default mode is an account setting. In blocking mode, the application waits for CloudWatch Logs. '
    + 'In non-blocking mode, lines beyond the buffer are lost.',
  fix: 'Set mode: ecs.AwsLogDriverMode.NON_BLOCKING with maxBufferSize, or BLOCKING, in ecs.LogDrivers.awsLogs. '
    + 'HardenedFargateService sets this by default.',
  see: [
    'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LogConfiguration.html',
    'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-account-settings.html#default-log-driver-mode',
  ],
  prevents: [],
  breaks: { logConfiguration: { options: { mode: undefined } } },
  holds: ({ logConfiguration: log }) => {
    if (log === undefined) return true;
    if (!isKnown(log) || !isKnown(log.driver) || !isKnown(log.options)) return UNKNOWN;
    return log.driver !== 'awslogs' || isChosen(log.options);
  },
};

function isChosen({ mode, 'max-buffer-size': buffer }: Readonly<Record<string, Known<string> | undefined>>): Verdict {
  if (mode === undefined) return { seen: 'the awslogs driver sets no mode' };
  return mode !== 'non-blocking' || buffer !== undefined || { seen: 'the mode is non-blocking, but max-buffer-size is not set' };
}
