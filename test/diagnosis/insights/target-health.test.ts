import { diagnose } from '../../../src/diagnosis/diagnose';
import { readEvidence } from '../../../src/evidence/read/read-evidence';

const FAILED = 'Task failed ELB health checks in (target-group arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/web/1)';
const GROUP = { Protocol: 'HTTP', Port: 80, HealthCheckPath: '/health', HealthCheckPort: 'traffic-port', Matcher: { HttpCode: '200' }, HealthCheckIntervalSeconds: 30 };

const target = (reason: string, description?: string, id = '10.0.1.7') =>
  ({ Target: { Id: id, Port: 8080 }, TargetHealth: { State: 'unhealthy', Reason: reason, Description: description } });

interface Given { readonly task?: object; readonly group?: object; readonly [field: string]: unknown }

const diagnoseWith = (targetHealth: unknown, { task = {}, group = {}, ...rest }: Given = {}) => diagnose(readEvidence({
  task: {
    group: 'service:web',
    stopCode: 'ServiceSchedulerInitiated',
    stoppedReason: FAILED,
    containers: [{ name: 'app', exitCode: 143 }],
    attachments: [{ type: 'eni', details: [{ name: 'privateIPv4Address', value: '10.0.1.7' }] }],
    ...task,
  },
  targetGroup: { ...GROUP, ...group, targetHealth },
  ...rest,
})[0]);

const codes = (code: string) => `Health checks failed with these codes: [${code}]`;

test.each([
  ['Target.Timeout', 'Request timed out', 'health/elb-timeout'],
  ['Target.ResponseCodeMismatch', codes('404'), 'health/elb-path'],
  ['Target.ResponseCodeMismatch', codes('301'), 'health/elb-redirect'],
  ['Target.ResponseCodeMismatch', codes('401'), 'health/elb-auth'],
  ['Target.ResponseCodeMismatch', codes('403'), 'health/elb-auth'],
  ['Target.ResponseCodeMismatch', codes('400'), 'health/elb-host-header'],
  ['Target.ResponseCodeMismatch', codes('503'), 'health/elb-server-error'],
  ['Target.ResponseCodeMismatch', undefined, 'health/elb'],
  ['Elb.InternalError', undefined, 'health/elb'],
  ['Target.NotInUse', 'Target group is not configured to receive traffic from the load balancer', 'health/elb'],
])('the reason %s (%s) leads to %s', (reason, description, cause) => {
  const diagnosis = diagnoseWith([target(reason, description)]);
  expect(diagnosis.cause).toBe(cause);
  expect(diagnosis.clues.map(({ quote }) => quote)).toContain([reason, description].filter(Boolean).join(': '));
});

test('a reason without an HTTP code is one of several readings', () => {
  const { cause, alternatives } = diagnoseWith([target('Target.FailedHealthChecks', 'Health checks failed')]);
  expect(cause).toBe('health/elb');
  expect(alternatives).toContainEqual(expect.objectContaining({ cause: 'health/elb-wrong-port', confidence: 'possible' }));
});

test('a reason that is not known changes nothing', () => expect(diagnoseWith([target('Target.Sleepy')]).cause).toBe('health/elb'));

test('the target of the task itself counts, not its neighbours', () => {
  expect(diagnoseWith([target('Target.Timeout', undefined, '10.0.9.9'), target('Target.ResponseCodeMismatch', codes('404'))]).cause).toBe('health/elb-path');
});

test('where the task is gone from the target group, its neighbours count', () => {
  expect(diagnoseWith([target('Target.Timeout', undefined, '10.0.9.9')]).cause).toBe('health/elb-timeout');
});

test('a task that ended by itself looks unhealthy because it ended', () => {
  const ended = { stopCode: 'EssentialContainerExited', stoppedReason: 'Essential container in task exited', containers: [{ name: 'app', exitCode: 1 }] };
  const { cause, alternatives } = diagnoseWith([target('Target.Timeout')], { task: ended });
  expect(cause).toBe('exit/application-error');
  expect(alternatives).toContainEqual(expect.objectContaining({ cause: 'health/elb-timeout', confidence: 'possible' }));
});

describe('the port of the health check', () => {
  const serving = (...ports: number[]) => ({ current: { containerDefinitions: [{ name: 'app', portMappings: ports.map(containerPort => ({ containerPort })) }] } });

  test.each([
    [[8080], 'the task definition declares port 8080'],
    [[8080, 9090], 'the task definition declares ports 8080, 9090'],
  ])('that the task definition with %j does not declare is likely the wrong one', (ports, says) => {
    const diagnosis = diagnoseWith([], { group: { HealthCheckPort: '81' }, taskDefinitions: serving(...ports) });
    expect(diagnosis.cause).toBe('health/elb-wrong-port');
    expect(diagnosis.clues).toContainEqual({ source: 'target group', quote: 'health check on port 81', says });
  });

  test.each([
    ['that of the target', { taskDefinitions: serving(8080) }, [target('Target.Sleepy')]],
    ['that of the service', { service: { loadBalancers: [{ containerPort: 8080 }] }, taskDefinitions: serving(8080) }, []],
    ['unknown to the task definition', { taskDefinitions: serving() }, []],
    ['unknown', { group: { Port: undefined }, taskDefinitions: serving(8080) }, []],
  ])('is right when it is %s', (_which, rest, targets) => expect(diagnoseWith(targets, rest).cause).toBe('health/elb'));
});

describe('the advice', () => {
  const commands = (rest = {}) => diagnoseWith([target('Target.Timeout')], rest).actions.flatMap(action => action.commands);

  test('asks what the load balancer asks', () => expect(commands()).toContain('curl -v -m 5 http://10.0.1.7:8080/health'));

  test('asks by HTTPS like a load balancer, which looks at no certificate', () => {
    expect(commands({ group: { HealthCheckProtocol: 'HTTPS' } })).toContain('curl -v -m 5 -k https://10.0.1.7:8080/health');
  });

  test('only knocks where the load balancer only knocks', () => expect(commands({ group: { Protocol: 'TCP' } })).toContain('nc -vz -w 5 10.0.1.7 8080'));

  test('names the target group where the message does not', () => {
    const unnamed = { task: { stoppedReason: 'Task failed ELB health checks' } };
    expect(commands({ ...unnamed, group: { TargetGroupArn: 'arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/given/1' } }).join()).toContain('targetgroup/given/1');
    expect(commands({ ...unnamed, service: { loadBalancers: [{ targetGroupArn: 'arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/of-service/1' }] } }).join())
      .toContain('targetgroup/of-service/1');
  });
});

test('what the load balancer asks stands among the clues', () => {
  expect(diagnoseWith([target('Target.Timeout')], { group: { UnhealthyThresholdCount: 2, HealthCheckTimeoutSeconds: 5 } }).clues).toContainEqual({
    source: 'target group', quote: 'HTTP port 8080 /health, expects 200, within 5 s, every 30 s, unhealthy after 2', says: 'this is the health check of the load balancer',
  });
});

describe('the forms of the target group', () => {
  const timeout = { TargetHealthDescriptions: [target('Target.Timeout')] };

  test.each([
    ['the answers of both calls', { TargetGroups: [GROUP], ...timeout }],
    ['a group with the answer of the other call in it', { ...GROUP, targetHealth: timeout }],
    ['names with small letters', { targetHealth: [{ target: { id: '10.0.1.7' }, targetHealth: { reason: 'Target.Timeout' } }] }],
    ['bare health', { targetHealth: [{ state: 'unhealthy', reason: 'Target.Timeout' }] }],
  ])('%s', (_form, targetGroup) => {
    expect(diagnose(readEvidence({ task: { stoppedReason: FAILED }, targetGroup })[0]).cause).toBe('health/elb-timeout');
  });

  test('target health alone is evidence enough', () => {
    expect(diagnose(readEvidence({ targetGroup: timeout })[0]).cause).toBe('health/elb-timeout');
  });

  test('a group alone is not', () => expect(() => readEvidence({ targetGroup: GROUP })).toThrow('without evidence of a stop'));

  test('a text is refused with its place', () => {
    expect(() => readEvidence({ task: {}, targetGroup: 'web' })).toThrow('targetGroup: this must be an object, a target group with its targetHealth, but is string');
  });

  test('an empty group says nothing', () => {
    expect(diagnose(readEvidence({ task: { stoppedReason: FAILED }, targetGroup: { '': 1 } })[0]).clues).toHaveLength(1);
    expect(diagnose(readEvidence({ task: { stoppedReason: FAILED }, targetGroup: null })[0]).clues).toHaveLength(1);
  });
});
