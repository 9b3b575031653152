import { readInput } from '../../../src/evidence/read/read-evidence';

/** A stopped task as describe-tasks lists it, and the reason that every envelope must give back. */
const REASON = 'Essential container in task exited';
const STOPPED = { taskArn: 'arn:aws:ecs:eu-west-1:111122223333:task/shop/0123456789abcdef0123456789abcdef', lastStatus: 'STOPPED', stoppedReason: REASON };

const reasonsIn = (input: unknown): readonly unknown[] => readInput(input).evidence.map(({ task, change }) => task.stoppedReason || change?.reason);

describe('a stopped task is found inside', () => {
  test.each<readonly [envelope: string, input: unknown]>([
    ['a message of Amazon SQS', { MessageId: 'm-1', Body: JSON.stringify({ tasks: [STOPPED] }) }],
    ['what receive-message answers', { Messages: [{ MessageId: 'm-1', ReceiptHandle: 'r-1', Body: JSON.stringify({ tasks: [STOPPED] }) }] }],
    ['an event that Lambda gets from Amazon SQS', { Records: [{ messageId: 'm-1', receiptHandle: 'r-1', body: JSON.stringify({ tasks: [STOPPED] }) }] }],
    ['an event that Lambda gets from Amazon SNS', { Records: [{ Sns: { Message: JSON.stringify({ tasks: [STOPPED] }) } }] }],
    ['a notification of Amazon SNS', { Type: 'Notification', Message: JSON.stringify({ tasks: [STOPPED] }) }],
    ['a notification inside a message', { MessageId: 'm-1', Body: JSON.stringify({ Type: 'Notification', Message: JSON.stringify({ tasks: [STOPPED] }) }) }],
    ['what Lambda sends to a destination after it failed', { requestPayload: { tasks: [STOPPED] }, responseContext: { statusCode: 200 } }],
    ['the cause of a failed execution', { executionArn: 'arn:aws:states:eu-west-1:111122223333:execution:nightly:1', cause: JSON.stringify(STOPPED) }],
    ['the error of one state', { Error: 'States.TaskFailed', Cause: JSON.stringify(STOPPED) }],
    ['the history of an execution', {
      events: [{ type: 'TaskStarted' }, { type: 'TaskFailed', taskFailedEventDetails: { error: 'States.TaskFailed', cause: JSON.stringify(STOPPED) } }],
    }],
    ['the history of an execution that timed out', { events: [{ type: 'TaskTimedOut', taskTimedOutEventDetails: { cause: JSON.stringify(STOPPED) } }] }],
  ])('%s', (_envelope, input) => {
    expect(reasonsIn(input)).toEqual([REASON]);
  });
});

test('a cause that is no JSON is a reason by itself', () => {
  expect(reasonsIn({ Error: 'ECS.AmazonECSException', Cause: 'No Container Instances were found in your cluster.' }))
    .toEqual(['No Container Instances were found in your cluster.']);
});

test('a cause without a task in it is named with its place', () => {
  const { evidence, unreadable } = readInput({ Error: 'States.TaskFailed', Cause: '{"answer":42}' });
  expect(evidence).toEqual([]);
  expect(unreadable.map(({ message }) => message)).toEqual([expect.stringMatching(/^Cause: .*answer/)]);
});

test('a message that is cut is named with its place, and keeps no other one from being read', () => {
  const { evidence, unreadable } = readInput({
    Messages: [{ MessageId: 'm-1', Body: '{"tasks":[{"stoppedReason":"Ess' }, { MessageId: 'm-2', Body: JSON.stringify({ tasks: [STOPPED] }) }],
  });
  expect(evidence.map(({ task }) => task.stoppedReason)).toEqual([REASON]);
  expect(unreadable.map(({ message }) => message)).toEqual([expect.stringMatching(/^\[0\]\.Body: /)]);
});

describe('a refusal of the API keeps its code and its words', () => {
  test.each<readonly [form: string, input: unknown]>([
    ['of the AWS SDK for JavaScript', { name: 'ClientException', message: 'Too many security groups.' }],
    ['in JSON of the wire', { __type: 'ClientException', Message: 'Too many security groups.' }],
    ['of an SDK with an error inside', { Error: { Code: 'ClientException', Message: 'Too many security groups.' } }],
    ['of CloudTrail', { errorCode: 'ClientException', errorMessage: 'Too many security groups.' }],
  ])('%s', (_form, input) => {
    expect(reasonsIn(input)).toEqual(['ClientException: Too many security groups.']);
  });

  test('what has a code and words but is no refusal is none', () => {
    expect(readInput({ code: 'OK', message: 'all good' })).toMatchObject({ evidence: [], unreadable: [{ place: '' }] });
  });
});

test('a stop inside an envelope in a list is found', () => {
  expect(reasonsIn([{ Error: 'States.TaskFailed', Cause: JSON.stringify(STOPPED) }])).toEqual([REASON]);
});

test.each<[string, readonly unknown[], readonly string[]]>([
  ['under the name that CloudWatch Logs Insights gives', [[{ field: '@timestamp', value: '1' }, { field: '@message', value: 'Error: no memory\n' }]], ['Error: no memory']],
  ['under a name that a query gives', [[{ field: 'message', value: 'Error: no memory' }]], ['Error: no memory']],
  ['only in rows that have one', [[{ field: '@timestamp', value: '1' }], 'no row', [{ field: '@message', value: 'bye' }]], ['bye']],
])('lines of a log are found %s', (_, results, lines) => {
  expect(readInput({ results, status: 'Complete' }).evidence[0].logTail).toEqual(lines);
});

test('of what could not be had, only what says where and why is kept', () => {
  const gaps = [{ source: 'logs', because: 'denied' }, { source: 'logs' }, { because: 'denied' }];
  expect(readInput({ task: STOPPED, gaps }).evidence[0].gaps).toEqual([{ source: 'logs', because: 'denied' }]);
});

test('of tasks that all run, the first one is what a bundle is about', () => {
  const running = (taskArn: string) => ({ taskArn, lastStatus: 'RUNNING', containers: [] });
  expect(readInput({ task: { tasks: [running('first'), running('second')] } }).evidence[0].task.taskArn).toBe('first');
});

test('what a rule adds about synthesis is kept, as far as it names guardrails', () => {
  const synthesisIn = (synthesis: unknown) => readInput({ task: STOPPED, synthesis }).evidence[0].synthesis;
  expect(synthesisIn({ tolerated: ['read-only-root', 7] })).toEqual({ tolerated: ['read-only-root'] });
  expect([synthesisIn({ tolerated: 'read-only-root' }), synthesisIn(7)]).toEqual([undefined, undefined]);
});

test('a container says whether it is essential, and what its agent of ECS Exec does, under either name', () => {
  const containers = [
    { name: 'app', essential: true, managedAgents: [{ name: 'ExecuteCommandAgent', lastStatus: 'STOPPED', reason: 'timed out' }] },
    { name: 'proxy', essential: 'no', managedAgents: [{ status: 'RUNNING' }] },
  ];
  expect(readInput({ tasks: [{ ...STOPPED, containers }] }).evidence[0].task.containers).toMatchObject([
    { name: 'app', essential: true, execAgent: { status: 'STOPPED', reason: 'timed out' } }, { name: 'proxy', execAgent: { status: 'RUNNING' } },
  ]);
});

test('a detail of an attachment without a value is left out', () => {
  const attachments = [{ type: 'eni', status: 'DELETED', details: [{ name: 'subnetId', value: 'subnet-1' }, { name: 'privateIPv4Address' }, { value: 'x' }] }];
  expect(readInput({ tasks: [{ ...STOPPED, attachments }] }).evidence[0].task.attachments).toMatchObject([{ details: { subnetId: 'subnet-1' } }]);
});
