import type { ContainerRule } from '../model/rule';

export const containerLogging: ContainerRule = {
  id: 'container-logging',
  class: 'weakens',
  judges: 'container',
  property: 'LogConfiguration',
  reads: ['task.containers.logConfiguration'],
  title: 'Every container should have a log configuration, including sidecars.',
  why: 'Without a log driver, the container\'s output is lost when the task stops.',
  fix: 'Set logging: ecs.LogDrivers.awsLogs({ streamPrefix: …, logRetention: …, mode: … }) in addContainer. '
    + 'This includes containers that you add to the taskDefinition of HardenedFargateService.',
  see: [
    'https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-9',
    'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using_awslogs.html',
  ],
  prevents: [],
  breaks: { logConfiguration: undefined },
  holds: ({ logConfiguration }) => logConfiguration !== undefined || { seen: 'the container has no log configuration' },
};
