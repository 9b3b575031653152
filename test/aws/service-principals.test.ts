import { SERVICE_PRINCIPALS } from '../../src/aws/service-principals';

test('services act by these names', () => {
  expect(SERVICE_PRINCIPALS).toEqual({
    cloudWatch: 'cloudwatch.amazonaws.com',
    ecs: 'ecs.amazonaws.com',
    ecsTasks: 'ecs-tasks.amazonaws.com',
    eventBridge: 'events.amazonaws.com',
    lambda: 'lambda.amazonaws.com',
    loadBalancerLogs: 'logdelivery.elasticloadbalancing.amazonaws.com',
    logDelivery: 'delivery.logs.amazonaws.com',
    scheduler: 'scheduler.amazonaws.com',
  });
});
