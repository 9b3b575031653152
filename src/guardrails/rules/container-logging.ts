import type { ContainerRule } from '../model/rule';

export const containerLogging: ContainerRule = {
  id: 'container-logging',
  level: 'error',
  judges: 'container',
  property: 'LogConfiguration',
  title: 'Every container sends its output to a log, sidecars included.',
  why: 'What a container says before it dies is gone with its task when no log driver took it away.',
  fix: 'Set logging: ecs.LogDrivers.awsLogs({ streamPrefix: … }) in addContainer, also for containers that are added to the '
    + 'taskDefinition of HardenedFargateService.',
  see: [
    'https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-9',
    'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using_awslogs.html',
  ],
  prevents: [],
  breaks: { logConfiguration: undefined },
  holds: ({ logConfiguration }) => logConfiguration !== undefined,
};
