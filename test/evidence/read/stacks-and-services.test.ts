import { readInput } from '../../../src/evidence/read/read-evidence';

const SERVICE_ARN = 'arn:aws:ecs:eu-west-1:111122223333:service/shop/web';

describe('an answer of CloudFormation', () => {
  const event = (ResourceStatus: string, ResourceStatusReason?: string, more: object = {}) =>
    ({ LogicalResourceId: 'Web', ResourceType: 'AWS::ECS::Service', ResourceStatus, ResourceStatusReason, ...more });
  const changesIn = (input: unknown) => readInput(input).evidence.map(({ change }) => ({ name: change?.eventName, reason: change?.reason }));

  test('tells the failures of ECS before those of other resources, each once', () => {
    expect(changesIn({
      StackEvents: [
        { ...event('CREATE_FAILED', 'Resource creation cancelled'), LogicalResourceId: 'Topic', ResourceType: 'AWS::SNS::Topic' },
        { ...event('CREATE_FAILED', 'The bucket exists.'), LogicalResourceId: 'Bucket', ResourceType: 'AWS::S3::Bucket' },
        event('CREATE_FAILED', 'Exceeded attempts to wait'),
        event('UPDATE_FAILED', 'Exceeded attempts to wait'),
      ],
    })).toEqual([{ name: 'STACK_RESOURCE_FAILED', reason: 'Exceeded attempts to wait' }]);
  });

  test('tells the first failure of the stack where none is of ECS', () => {
    expect(changesIn({
      StackEvents: [
        { ...event('CREATE_FAILED', 'a later one'), ResourceType: 'AWS::SNS::Topic' },
        { ...event('CREATE_FAILED', 'The bucket exists.'), ResourceType: 'AWS::S3::Bucket' },
      ],
    })).toEqual([{ name: 'STACK_RESOURCE_FAILED', reason: 'The bucket exists.' }]);
  });

  test('names the service whose ARN it knows', () => {
    const { evidence: [evidence] } = readInput({ StackEvents: [event('UPDATE_FAILED', undefined, { PhysicalResourceId: SERVICE_ARN })] });
    expect(evidence).toMatchObject({ service: 'web', cluster: 'shop', region: 'eu-west-1', account: '111122223333', change: { reason: 'Web is UPDATE_FAILED' } });
  });

  test('says that a stack waits for its service', () => {
    expect(changesIn({ StackResources: [event('CREATE_IN_PROGRESS')] }))
      .toEqual([{ name: 'STACK_WAITS_FOR_SERVICE', reason: 'Web is CREATE_IN_PROGRESS' }]);
  });

  test('says that no resource and no stack failed', () => {
    expect(readInput({ StackEvents: [event('CREATE_COMPLETE')] }).healthy).toEqual(['no resource of the stack failed']);
    expect(readInput({ Stacks: [{ StackName: 'shop', StackStatus: 'CREATE_COMPLETE' }] }).healthy).toEqual(['no stack failed']);
  });

  test('tells the state of a stack that failed, if it gives no reason', () => {
    expect(changesIn({ Stacks: [{ StackName: 'shop', StackStatus: 'ROLLBACK_COMPLETE' }, { StackStatus: 'UPDATE_COMPLETE' }, {}] }))
      .toEqual([{ name: 'STACK_RESOURCE_FAILED', reason: 'the stack is ROLLBACK_COMPLETE' }]);
  });
});

describe('a task that has not stopped', () => {
  test.each<[object, string]>([
    [{ taskArn: 'arn:aws:ecs:eu-west-1:111122223333:task/shop/0f1e', lastStatus: 'RUNNING' }, 'task 0f1e is running; diagnose it after it has stopped'],
    [{ lastStatus: 'PENDING', containers: [] }, 'the task is PENDING: it has not started yet, and ECS has reported no failure; run hardened-fargate doctor --why-not-starting --task <task-arn> to check each step of its start'],
    [{ desiredStatus: 'RUNNING', containers: [] }, 'the task is running; diagnose it after it has stopped'],
  ])('is told as well: %j', (task, healthy) => {
    expect(readInput({ tasks: [task] })).toMatchObject({ evidence: [], healthy: [healthy] });
  });
});

describe('an answer of ECS about services', () => {
  const at = (message: string) => ({ createdAt: '2026-11-01T10:00:00Z', message });
  const STEADY = at('(service web) has reached a steady state.');
  const FAILED = at('(service web) was unable to place a task.');
  const eventsOf = (input: unknown) => readInput(input).evidence.map(({ serviceEvents }) => serviceEvents);
  const service = (more: object) => ({ services: [{ serviceName: 'web', serviceArn: SERVICE_ARN, ...more }] });

  test('that runs what it should is well, with its counts', () => {
    expect(readInput(service({ desiredCount: 2, runningCount: 2, events: [STEADY, FAILED] })))
      .toMatchObject({ evidence: [], healthy: ['service web runs 2 of 2 tasks'] });
    expect(readInput({ services: [{ serviceArn: SERVICE_ARN, events: [] }] }).healthy).toEqual(['service web reports no failure']);
  });

  test('that fails since its last steady state is evidence, with what it said since then', () => {
    expect(eventsOf(service({ desiredCount: 2, runningCount: 2, events: [FAILED, STEADY, FAILED] }))).toEqual([[FAILED.message]]);
  });

  test('that lacks tasks is evidence, whatever it says', () => {
    expect(eventsOf(service({ desiredCount: 2, runningCount: 1, events: [] }))).toEqual([[]]);
    expect(eventsOf(service({ desiredCount: 1, runningCount: 1, deployments: [{ status: 'PRIMARY', failedTasks: 3 }], events: [] }))).toEqual([[]]);
  });

  test('is told without a name where it has none', () => {
    expect(readInput({ runningCount: 2, desiredCount: 2, events: [] }).healthy).toEqual(['the service runs 2 of 2 tasks']);
    expect(readInput({ runningCount: null, desiredCount: 2, deployments: [{ status: 'PRIMARY' }] }).healthy).toEqual(['the service reports no failure']);
  });

  test('of update-service is read in a list, too', () => {
    expect(readInput([{ service: { serviceArn: SERVICE_ARN, desiredCount: 1, runningCount: 1 } }]).healthy).toEqual(['service web runs 1 of 1 tasks']);
  });

  test('that are not there are named', () => {
    const { unreadable } = readInput({ services: [], failures: [{ arn: SERVICE_ARN, reason: 'MISSING' }] });
    expect(unreadable.map(({ message }) => message)).toEqual([expect.stringContaining('the service is MISSING')]);
  });

  test('a deployment that completed without failures is well, and one that failed is evidence', () => {
    expect(readInput({ serviceDeployments: [{ serviceDeploymentArn: 'd', status: 'SUCCESSFUL' }] }).healthy).toEqual(['the deployment completed']);
    expect(readInput({ id: 'ecs-svc/1', rolloutState: 'COMPLETED', failedTasks: 0 }).healthy).toEqual(['the deployment completed']);
    const { evidence } = readInput({ serviceDeployments: [{ serviceDeploymentArn: 'd', status: 'ROLLBACK_SUCCESSFUL', statusReason: 'Service deployment rolled back.' }] });
    expect(evidence).toMatchObject([{ change: { eventName: 'SERVICE_DEPLOYMENT_FAILED' } }]);
  });
});
