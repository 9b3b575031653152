import { DEFAULT_STOP_TIMEOUT_SECONDS, isWithin, STOP_TIMEOUT_SECONDS } from '../../aws/limits';
import { UNKNOWN } from '../../facts/model/fact';
import type { ContainerRule } from '../model/rule';

const { least: SHORTEST, most: LONGEST } = STOP_TIMEOUT_SECONDS;

export const stopTimeoutLimits: ContainerRule = {
  id: 'stop-timeout-limits',
  class: 'refused',
  judges: 'container',
  property: 'StopTimeout',
  reads: ['task.containers.stopTimeoutSeconds'],
  title: `Containers should set a stop timeout of ${SHORTEST} to ${LONGEST} seconds.`,
  why: 'Fargate rejects a longer stop timeout. '
    + `Without a value, ECS kills the container ${DEFAULT_STOP_TIMEOUT_SECONDS} seconds after SIGTERM, even if requests are in progress.`,
  fix: 'Set drainTime of HardenedFargateService, or stopTimeout: Duration.seconds(…) in addContainer, to the duration of the longest '
    + 'request. Remove any override. With ecs-patterns, add the container to your own task definition, and pass it in '
    + 'taskDefinition.',
  see: ['https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html#container_definition_timeout'],
  prevents: ['exit/killed-after-stop-timeout'],
  breaks: { stopTimeoutSeconds: 121 },
  holds: ({ stopTimeoutSeconds: timeout }) => {
    if (timeout === UNKNOWN) return UNKNOWN;
    if (timeout === undefined) return { seen: 'the stop timeout is not set', class: 'weakens' };
    return isWithin(timeout, STOP_TIMEOUT_SECONDS) || { seen: `the stop timeout is ${timeout} seconds` };
  },
};
