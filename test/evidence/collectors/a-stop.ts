export const TASK_ID = '0f1e2d3c4b5a49788796a5b4c3d2e1f0';

const ARN = 'arn:aws:ecs:eu-west-1:111122223333';

/** The event of a task of the service web, which stopped. */
export const stopEvent = (detail: object = {}) => ({
  'version': '0',
  'id': 'e1',
  'detail-type': 'ECS Task State Change',
  'source': 'aws.ecs',
  'account': '111122223333',
  'time': '2026-11-03T02:10:30Z',
  'region': 'eu-west-1',
  'resources': [`${ARN}:task/prod/${TASK_ID}`],
  'detail': {
    clusterArn: `${ARN}:cluster/prod`,
    taskArn: `${ARN}:task/prod/${TASK_ID}`,
    taskDefinitionArn: `${ARN}:task-definition/web:8`,
    group: 'service:web',
    launchType: 'FARGATE',
    lastStatus: 'STOPPED',
    desiredStatus: 'STOPPED',
    createdAt: '2026-11-03T02:09:00Z',
    startedAt: '2026-11-03T02:09:40Z',
    stoppedAt: '2026-11-03T02:10:29Z',
    stopCode: 'EssentialContainerExited',
    stoppedReason: 'Essential container in task exited',
    containers: [{ name: 'app', image: 'web:8', lastStatus: 'STOPPED', exitCode: 1 }],
    attachments: [],
    ...detail,
  },
});

/** A revision of the task definition of web, as describe-task-definition answers it. */
export const definition = (revision: number, container: object = {}) => ({
  taskDefinition: {
    taskDefinitionArn: `${ARN}:task-definition/web:${revision}`,
    family: 'web',
    revision,
    cpu: '256',
    memory: '512',
    containerDefinitions: [{
      name: 'app',
      image: `web:${revision}`,
      essential: true,
      portMappings: [{ containerPort: 8080 }],
      logConfiguration: {
        logDriver: 'awslogs',
        options: { 'awslogs-group': '/ecs/web', 'awslogs-region': 'eu-west-1', 'awslogs-stream-prefix': 'web' },
      },
      ...container,
    }],
  },
});

/** The service web, as describe-services answers it. */
export const service = (fields: object = {}) => ({
  services: [{
    serviceArn: `${ARN}:service/prod/web`,
    serviceName: 'web',
    clusterArn: `${ARN}:cluster/prod`,
    desiredCount: 2,
    runningCount: 1,
    healthCheckGracePeriodSeconds: 30,
    loadBalancers: [{ targetGroupArn: TARGET_GROUP, containerName: 'app', containerPort: 8080 }],
    events: [],
    ...fields,
  }],
});

export const TARGET_GROUP = 'arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/web/0123456789abcdef';

/** The lines of a log, as get-log-events answers them. */
export const lines = (...messages: readonly string[]) => ({
  events: messages.map((message, index) => ({ timestamp: Date.parse('2026-11-03T02:10:20Z') + index, message, ingestionTime: 0 })),
  nextForwardToken: 'f/1',
  nextBackwardToken: 'b/1',
});
