import { readEvidence } from '../../../src/evidence/read/read-evidence';
import { UnreadableEvidence } from '../../../src/evidence/read/unreadable-evidence';
import { sampleEvent } from '../../diagnosis/sample-events';

const readOne = (input: unknown) => readEvidence(input)[0];

function refusal(input: unknown): UnreadableEvidence {
  try {
    readEvidence(input);
  } catch (error) {
    if (error instanceof UnreadableEvidence) return error;
    throw error;
  }
  throw new Error('the input was accepted');
}

describe('a task state change', () => {
  const evidence = readOne(sampleEvent('scale-in-exit-137'));

  test('tells where and when it happened', () => {
    expect(evidence).toMatchObject({ region: 'us-east-2', account: '111122223333', cluster: 'demo', service: 'demo-service', time: '2023-05-02T15:29:11.000Z' });
  });

  test('keeps the words of ECS', () => {
    expect(evidence.task).toMatchObject({
      stopCode: 'ServiceSchedulerInitiated',
      stoppedReason: 'Scaling activity initiated by (deployment ecs-svc/8646900195280463695)',
      stoppingAt: '2023-05-02T15:28:04.974Z',
    });
    expect(evidence.task.containers).toEqual([expect.objectContaining({ name: 'FargateContainer', exitCode: 137 })]);
    expect(evidence.task.attachments[0].details.subnetId).toBe('subnet-abcd1234');
  });

  test('reads the warning of Fargate Spot, which comes while the task still runs', () => {
    expect(readOne(sampleEvent('spot-warning'))).toMatchObject({ cluster: 'default', task: { stopCode: 'SpotInterruption', lastStatus: 'RUNNING' } });
  });

  test('the birth of a task is not taken for the time of its end', () => {
    expect(readOne(sampleEvent('spot-warning')).time).toBeUndefined();
  });

  test('what ECS leaves out stays absent', () => {
    const { task } = sampleEvent('running-with-guardduty').detail.containers
      ? readOne({ ...sampleEvent('running-with-guardduty').detail, lastStatus: 'STOPPED', desiredStatus: 'STOPPED' }) : readOne({});
    expect(task.containers.map(container => Object.keys(container))).toEqual([
      ['name', 'image', 'imageDigest', 'lastStatus', 'execAgent'], ['name', 'imageDigest', 'lastStatus'],
    ]);
  });
});

describe('a service action or deployment', () => {
  test('tells its service by the ARN in its resources', () => {
    expect(readOne(sampleEvent('deployment-failed'))).toMatchObject({
      region: 'us-west-2',
      cluster: 'default',
      service: 'servicetest',
      change: { kind: 'deployment', eventName: 'SERVICE_DEPLOYMENT_FAILED', eventType: 'ERROR', deploymentId: 'ecs-svc/123' },
    });
    expect(readOne(sampleEvent('placement-failure-fargate')).change).toEqual({
      kind: 'action', eventName: 'SERVICE_TASK_PLACEMENT_FAILURE', eventType: 'ERROR', reason: 'RESOURCE:FARGATE',
    });
  });

  test('without resources the service is named by the detail, under either of its names', () => {
    const bare = { 'detail-type': 'ECS Service Action', 'detail': { eventName: 'SERVICE_STEADY_STATE' } };
    expect(readOne({ ...bare, detail: { service: 'shop' } }).service).toBe('shop');
    expect(readOne({ ...bare, detail: { serviceName: 'shop' } }).service).toBe('shop');
    expect(readOne(bare).service).toBeUndefined();
  });

  test('ordinary ones are read too', () => {
    for (const name of ['service-steady-state', 'capacity-provider-steady-state', 'deployment-in-progress', 'deployment-completed']) {
      expect(readOne(sampleEvent(name)).change?.eventType).toBe('INFO');
    }
  });
});

describe('the API shape', () => {
  const task = {
    taskArn: 'arn:aws:ecs:eu-west-1:111122223333:task/b99d40b351764f719a529dbd6f1cebef',
    group: 'service:shop',
    lastStatus: 'STOPPED',
    stoppedAt: 1683041351.177,
    createdAt: '2023-05-02T14:19:14.980000+00:00',
  };

  test('UNIX seconds, offsets and dates of the SDK become one kind of time', () => {
    expect(readOne(task).task).toMatchObject({ stoppedAt: '2023-05-02T15:29:11.177Z', createdAt: '2023-05-02T14:19:14.980Z' });
    expect(readOne({ ...task, stoppedAt: new Date('2023-05-02T15:29:11Z') }).time).toBe('2023-05-02T15:29:11.000Z');
  });

  test('an ARN of the short format names no cluster, and none is invented', () => {
    expect(readOne(task)).toMatchObject({ region: 'eu-west-1', service: 'shop' });
    expect(readOne(task).cluster).toBeUndefined();
  });

  test('a describe-tasks answer gives one piece of evidence for each task', () => {
    expect(readEvidence({ tasks: [task, { ...task, group: 'family:job' }], failures: [] }).map(({ service }) => service)).toEqual(['shop', undefined]);
  });

  test('a refusal of RunTask is evidence, because no event follows it', () => {
    const reason = 'Capacity is unavailable at this time. Please try again later or in a different availability zone';
    expect(readOne({ failures: [{ reason, arn: 'arn:aws:ecs:eu-west-1:111122223333:task/shop/1' }] })).toMatchObject({ cluster: 'shop', change: { reason } });
    expect(readOne({ tasks: [], failures: [{ reason }] }).change).toEqual({ kind: 'action', eventType: 'ERROR', reason });
  });
});

describe('partial evidence', () => {
  test.each<[string, unknown]>([
    ['a stopped reason', { stoppedReason: 'Task stopped by user' }],
    ['containers', { containers: [{ exitCode: 1 }] }],
    ['a stop code of tomorrow', { stopCode: 'Teleported' }],
    ['service events', { serviceEvents: ['(service shop) has reached a steady state.'] }],
    ['a log tail', { logTail: ['exec format error'] }],
    ['a log tail as one text', { task: null, logTail: 'exec format error', serviceEvents: null }],
    ['a log tail beside an empty task', { taskEvent: {}, logTail: ['exec format error'] }],
  ])('%s is enough', (_what, input) => {
    expect(readEvidence(input)).toHaveLength(1);
  });

  test.each(['(service shop) was unable to place a task.', 'service (shop) was unable to place a task.', 'service shop was unable to place a task.'])(
    'the service is read from its message %j', message => {
      expect(readOne({ serviceEvents: [message] }).service).toBe('shop');
    });

  test('a bundle may hold an event, messages as the API answers them, and acknowledgements', () => {
    expect(readOne({
      event: sampleEvent('essential-container-exited'),
      serviceEvents: [{ id: '1', message: '(service demo-service) has started 1 tasks.' }],
      logTail: [{ timestamp: 1, message: 'boom' }],
      acknowledged: { 'no-public-ip': 'reviewed', 'other': 3 },
    })).toMatchObject({
      service: 'demo-service',
      serviceEvents: ['(service demo-service) has started 1 tasks.'],
      logTail: ['boom'],
      acknowledged: { 'no-public-ip': 'reviewed' },
    });
  });

  test('fields of a type that nobody expected are passed over', () => {
    expect(readOne({ stoppedReason: 7, lastStatus: {}, containers: [null, 'x', { exitCode: '137', reason: [] }], attachments: 'none' }).task)
      .toEqual({ containers: [{ exitCode: 137 }], attachments: [] });
  });
});

describe('what cannot be read is refused with its place and the way out', () => {
  test.each<[string, unknown, string, string]>([
    ['no object', 'stopped', '', 'but found the string "stopped"'],
    ['nothing', null, '', 'but found nothing'],
    ['an item that is no object', [{ stopCode: 'UserInitiated' }, 5], '[1]', 'but found the number 5'],
    ['an object with nothing of a task', { hello: 1 }, '', "without evidence of a task (its fields are 'hello')"],
    ['an empty object', {}, '', 'it is empty'],
    ['an empty bundle', { task: {} }, '', 'a bundle without evidence of a stop'],
    ['a bundle whose task is a text', { task: 'x' }, 'task', 'an event or a task, but is string'],
    ['a log tail that is no list', { logTail: 5 }, 'logTail', 'an array of strings, but is number'],
    ['an event of another kind', { 'detail-type': 'EC2 Spot Instance Interruption Warning', 'source': 'aws.ec2', 'detail': {} }, '',
      "'EC2 Spot Instance Interruption Warning' of source 'aws.ec2'"],
    ['an event without a kind', { source: 'aws.ecs', detail: {} }, '', "an event '' of source 'aws.ecs'"],
    ['an event of another kind in a bundle', [{ event: { 'detail-type': 'Scheduled Event', 'source': 'aws.events' } }], '[0].event', "'Scheduled Event'"],
    ['an event whose detail is a text', { 'detail-type': 'ECS Task State Change', 'detail': '{}' }, 'detail', 'but is string'],
    ['an event without detail', [{ 'detail-type': 'ECS Task State Change', 'source': 'aws.ecs' }], '[0].detail', 'but is nothing'],
    ['a task that ECS has forgotten', { tasks: [], failures: [{ arn: 'arn', reason: 'MISSING' }] }, 'failures[0]', 'ECS forgets a stopped task'],
    ['an answer without tasks', { tasks: [], failures: [] }, 'tasks', 'names no task'],
  ])('%s', (_what, input, place, words) => {
    const error = refusal(input);
    expect(error.place).toBe(place);
    expect(error.message).toContain(words);
    expect(error.message).toMatch(/^(?:\S+: )?[a-z{'[].*[^.]$/s);
  });
});

test('secrets never get past the reader', () => {
  const read = JSON.stringify(readEvidence({ task: { stoppedReason: 'x password=hunter2' }, logTail: ['token=abc123'], serviceEvents: ['postgres://u:hunter2@db/x'] }));
  expect(read).not.toMatch(/hunter2|abc123/);
});
