import { isWithin, STOP_TIMEOUT_SECONDS } from '../../aws/limits';
import { UNKNOWN } from '../../facts/model/fact';
import type { ContainerRule } from '../model/rule';

const { least: SHORTEST, most: LONGEST } = STOP_TIMEOUT_SECONDS;

export const stopTimeoutLimits: ContainerRule = {
  id: 'stop-timeout-limits',
  level: 'error',
  judges: 'container',
  property: 'StopTimeout',
  title: `Every container says how long it may take to stop, between ${SHORTEST} and ${LONGEST} seconds.`,
  why: 'Fargate refuses a longer time, and without one it kills the container 30 seconds after SIGTERM, in the '
    + 'middle of the requests that it still serves.',
  fix: 'Set drainTime of HardenedFargateService, or stopTimeout: Duration.seconds(…) in addContainer to the time that the longest '
    + 'request takes, and remove what overrides it.',
  see: ['https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html#container_definition_timeout'],
  prevents: ['exit/killed-after-stop-timeout'],
  breaks: { stopTimeoutSeconds: 121 },
  holds: ({ stopTimeoutSeconds: timeout }) => {
    if (timeout === UNKNOWN) return UNKNOWN;
    if (timeout === undefined) return { seen: 'the stop timeout is not set' };
    return isWithin(timeout, STOP_TIMEOUT_SECONDS) || { seen: `the stop timeout is ${timeout} seconds` };
  },
};
