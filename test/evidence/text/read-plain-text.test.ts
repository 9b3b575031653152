import { isEvidence } from '../../../src/evidence/read/read-evidence';
import { readPlainText } from '../../../src/evidence/text/read-plain-text';

const read = (...lines: readonly string[]) => readPlainText(lines.join('\n'), isEvidence);

describe('a log', () => {
  test('is read line by line', () => {
    expect(read('Connecting', 'Error: connect ECONNREFUSED 10.0.3.7:5432'))
      .toEqual({ form: 'a log', values: [{ logTail: ['Connecting', 'Error: connect ECONNREFUSED 10.0.3.7:5432'] }] });
  });

  test.each([
    ['the output of aws logs tail', '2026-11-02T03:04:01.123000+00:00 app/app/0b0c11fa47b04ed0a669fa3ce6345afa '],
    ['the output of docker compose', 'web-1  | '],
    ['a log of containerd', '2026-11-02T03:04:01.123456789Z stderr F '],
    ['the output of kubectl logs', '[pod/web-7d9f/app] '],
    ['the output of copilot svc logs', 'copilot/web/0b0c11fa47b0 '],
  ])('is read without what stands before each line in %s', (form, prefix) => {
    expect(read(`${prefix}starting`, `${prefix}Error: boom`)).toEqual({ form, values: [{ logTail: ['starting', 'Error: boom'] }] });
  });

  test('exported as CSV is read by its column of messages, also over several lines', () => {
    expect(read('timestamp,message', '1760000000000,"Error: ""boom"", again', '    at main"', '1760000000001,done'))
      .toEqual({ form: 'a log exported as CSV', values: [{ logTail: ['Error: "boom", again', '    at main', 'done'] }] });
  });

  test.each([
    ['the code of an error of AWS before a whole sentence', "RequestTimeTooSkewed: The difference between the request time and the server's time is too large."],
    ['what expired', 'Signature expired: 20260101T000000Z is now earlier than 20260101T001500Z (20260101T003000Z - 15 min.)'],
    ['what an application was refused', 'An error occurred (InvalidClientTokenId) when calling the GetCallerIdentity operation: The security token is invalid.'],
  ])('may be nothing but %s', (_, line) => {
    expect(read(line)).toEqual({ form: 'a log', values: [{ logTail: [line] }] });
  });

  test('is read without the colors of a terminal', () => {
    expect(read('\u001b[31mError: boom\u001b[0m', 'bye\r')).toEqual({ form: 'a log', values: [{ logTail: ['Error: boom', 'bye'] }] });
  });
});

describe('events of a service', () => {
  test('are found in a list', () => {
    expect(read('2026-11-02 (service web) was unable to place a task. Reason: Capacity is unavailable at this time.')).toEqual({
      form: 'events of a service',
      values: [{ serviceEvents: ['(service web) was unable to place a task. Reason: Capacity is unavailable at this time.'] }],
    });
  });

  test('are joined in a table whose cells wrap', () => {
    expect(read('+-----+-----+', '| 2026-07-23 | (service web) (task 60a7) failed |', '|            | container health checks.         |'))
      .toEqual({ form: 'a table of service events', values: [{ serviceEvents: ['(service web) (task 60a7) failed container health checks.'] }] });
  });
});

describe('the output of a tool that deploys', () => {
  const BREAKER = "Error occurred during operation 'ECS Deployment Circuit Breaker was triggered'.";

  test.each([
    ['an error of CloudFormation', [`Resource handler returned message: "${BREAKER}" (RequestToken: f64c, HandlerErrorCode: GeneralServiceException)`]],
    ['the output of cdk deploy', [
      '✨  Synthesis time: 3.1s',
      `Shop | 3/9 | 10:00:00 AM | CREATE_FAILED        | AWS::ECS::Service | Web/Service Resource handler returned message: "${BREAKER}"`,
      ' ❌  Shop failed: Error: The stack named Shop failed creation',
    ]],
  ])('%s is told by its words', (form, lines) => {
    const content = read(...lines);
    expect(content?.form).toBe(form);
    expect(JSON.stringify(content?.values)).toContain('ECS Deployment Circuit Breaker was triggered');
  });

  test('a reason of ECS in it is the reason of a task', () => {
    expect(read('##[error]Resource is not in the state servicesStable', 'CannotPullContainerError: pull image manifest has been retried: not found')).toEqual({
      form: 'an error of GitHub Actions',
      values: [{ task: { stoppedReason: 'CannotPullContainerError: pull image manifest has been retried: not found' } }],
    });
  });

  test('Terraform tells its error in a frame', () => {
    const content = read('╷', '│ Error: waiting for ECS Service (arn:aws:ecs:…) create: timeout', '│   with aws_ecs_service.this,', '╵');
    expect(content?.form).toBe('an error of Terraform');
    expect(JSON.stringify(content?.values)).toContain('waiting for ECS Service');
  });
});

describe('a stopped task', () => {
  test('is told by its reason alone, with or without a label', () => {
    const reason = 'ResourceInitializationError: unable to pull secrets or registry auth';
    for (const text of [reason, `Stopped reason: ${reason}`]) {
      expect(read(text)).toEqual({ form: 'the reason of a stopped task', values: [{ task: { stoppedReason: reason } }] });
    }
  });

  test('several reasons are several stops', () => {
    expect(read('OutOfMemoryError: Container killed due to memory usage', 'CannotPullContainerError: not found')?.values).toHaveLength(2);
  });

  test('a page of the console gives the task and the exit code too', () => {
    const arn = 'arn:aws:ecs:eu-west-1:111122223333:task/shop/366da97d1a12312bbaf5f017ac028314';
    expect(read('Task overview', arn, 'Last status', 'Stopped', 'Essential container in task exited', 'Exit code: 137')).toEqual({
      form: 'a page of the console',
      values: [{
        task: { containers: [{ exitCode: 137 }], taskArn: arn, lastStatus: 'Stopped', stoppedReason: 'Essential container in task exited' },
      }],
    });
  });
});

test('JSON behind a prompt is read as what it is', () => {
  expect(read('$ aws ecs describe-tasks --cluster shop', '{', '  "tasks": []', '}', '$ '))
    .toEqual({ form: 'the output of a command', values: [{ tasks: [] }] });
});

test('a text of white space holds nothing', () => {
  expect(read('  ', '')).toBeUndefined();
});
