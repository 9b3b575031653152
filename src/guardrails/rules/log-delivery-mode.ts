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
  level: 'warning',
  judges: 'container',
  property: 'LogConfiguration.Options',
  title: 'It is chosen whether the application waits for its log or rather loses lines, and how many it may hold back.',
  why: 'The default belongs to the account and may change: an application that waits stops serving when CloudWatch does, and one '
    + 'that does not loses lines beyond its buffer.',
  fix: 'Set mode: ecs.AwsLogDriverMode.NON_BLOCKING with maxBufferSize, or BLOCKING, in ecs.LogDrivers.awsLogs; '
    + 'HardenedFargateService does so by itself.',
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
  if (mode === undefined) return { seen: 'the mode is not chosen' };
  return mode !== 'non-blocking' || buffer !== undefined || { seen: 'the mode is non-blocking, and the size of the buffer is not chosen' };
}
