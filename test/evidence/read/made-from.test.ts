import { diagnose } from '../../../src/diagnosis/diagnose';
import { readEvidence } from '../../../src/evidence/read/read-evidence';

const ARN = 'arn:aws:ecs:eu-west-1:111122223333:task-definition/shop';
const TASK = 'arn:aws:ecs:eu-west-1:111122223333:task/shop/c50e321c974248dbaf4ae2cfa1662986';

const LOG = { logDriver: 'awslogs', options: { 'awslogs-group': '/shop/app', 'awslogs-stream-prefix': 'web', 'awslogs-region': 'eu-central-1' } };

const definition = (revision: number, container: object = {}, rest: object = {}) => ({
  taskDefinitionArn: `${ARN}:${revision}`,
  containerDefinitions: [{ name: 'app', image: `shop:${revision}`, logConfiguration: LOG, ...container }, { name: 'helper', essential: false }],
  ...rest,
});

const read = (taskDefinitions: unknown, task: object = {}, rest: object = {}) => readEvidence({
  task: {
    taskArn: TASK,
    group: 'service:shop',
    stopCode: 'EssentialContainerExited',
    stoppedReason: 'Essential container in task exited',
    containers: [{ name: 'helper', exitCode: 1 }, { name: 'app', exitCode: 2 }],
    ...task,
  },
  taskDefinitions,
  ...rest,
})[0];

const changes = (evidence: ReturnType<typeof read>) => diagnose(evidence).clues.filter(({ source }) => source.startsWith('task definition'));

describe('what the task definition says of the task', () => {
  test('tells the essential container from its helpers', () => {
    expect(diagnose(read({ current: definition(8) }))).toMatchObject({ container: 'app', exitCode: 2 });
    expect(diagnose(read({ current: definition(8, { essential: true }) }, { containers: [{ name: 'app', exitCode: 143 }, { name: 'helper', exitCode: 1 }] })).container).toBe('app');
  });

  test('what ECS says of the task itself goes before', () => {
    const { task } = read({ current: definition(8, {}, { cpu: '256', memory: '512' }) }, { memory: '1024', containers: [{ name: 'app', image: 'own:1' }, { name: 'guest' }] });
    expect(task).toMatchObject({ taskDefinitionArn: `${ARN}:8`, cpu: '256', memory: '1024', containers: [{ image: 'own:1', essential: true }, { name: 'guest' }] });
  });

  test('names the real log group, stream and Region in the commands', () => {
    const { actions } = diagnose(read({ current: { taskDefinition: definition(8) } }));
    expect(actions.flatMap(({ commands }) => commands))
      .toContain('aws logs get-log-events --log-group-name /shop/app --log-stream-name web/app/c50e321c974248dbaf4ae2cfa1662986 --limit 100 --query \'events[].message\' --output text --region eu-central-1');
  });

  test('names the log group that is missing, even where the message does not', () => {
    const { cause, actions } = diagnose(read({ current: definition(8) }, { stoppedReason: 'CannotStartContainerError: ResourceNotFoundException: The specified log group does not exist.', containers: [] }));
    expect(cause).toBe('init/log-group-missing');
    expect(actions.flatMap(({ commands }) => commands).join()).toContain('--log-group-name /shop/app');
  });

  test('names no container where several are essential and none is known to have ended', () => {
    const both = definition(8, {}, { containerDefinitions: [{ name: 'a', logConfiguration: LOG }, { name: 'b', logConfiguration: LOG }] });
    expect(JSON.stringify(diagnose(read({ current: both }, { containers: [] })))).toContain('<log-group>');
  });

  test.each([
    ['another driver', { logConfiguration: { logDriver: 'splunk', options: {} } }],
    ['no options', { logConfiguration: { logDriver: 'awslogs' } }],
    ['no log', { logConfiguration: undefined }],
  ])('with %s the log group stays to be filled in', (_what, container) => {
    expect(JSON.stringify(diagnose(read({ current: definition(8, container) })))).toContain('<log-group>');
  });
});

describe('what changed', () => {
  test('is quoted with both revisions, first what may bear on the cause', () => {
    expect(changes(read({ current: definition(8, {}, { cpu: '512' }), previous: definition(7) }))).toEqual([
      { source: 'task definition revision 7 → 8', quote: 'container app: image shop:7 → shop:8', says: 'this revision changed settings that can cause this' },
      { source: 'task definition revision 7 → 8', quote: 'cpu none → 512', says: 'this revision also changed this' },
    ]);
  });

  test('explains no task of the revision before', () => {
    const evidence = read({ current: definition(8), previous: definition(7) }, { taskDefinitionArn: `${ARN}:7` });
    expect(evidence.taskDefinition?.taskDefinitionArn).toBe(`${ARN}:7`);
    expect(changes(evidence)).toEqual([]);
  });

  test('of another task definition explains nothing', () => {
    const evidence = read({ current: definition(8), previous: definition(7) }, { taskDefinitionArn: `${ARN}:3` });
    expect(evidence.taskDefinition).toBeUndefined();
    expect(changes(evidence)).toEqual([]);
  });

  test('explains no ordinary stop', () => {
    const scaledIn = { stopCode: 'ServiceSchedulerInitiated', stoppedReason: 'Scaling activity initiated by (deployment ecs-svc/8646900195280463695)' };
    expect(changes(read({ current: definition(8), previous: definition(7) }, scaledIn))).toEqual([]);
  });

  test('nothing is said where nothing changed', () => {
    expect(changes(read({ current: definition(8, { image: 'same' }), previous: definition(7, { image: 'same' }) }))).toEqual([]);
  });

  test('what changed for a cause that nothing bears on is told all the same', () => {
    const capacity = { stoppedReason: 'Capacity is unavailable at this time. Please try again later or in a different availability zone', stopCode: 'TaskFailedToStart', containers: [] };
    expect(changes(read({ current: definition(8), previous: definition(7) }, capacity)).map(({ says }) => says)).toEqual(['this revision also changed this']);
  });

  test.each([
    [{ family: 'shop', revision: 7 }, { family: 'shop', revision: 8 }, 'task definition revision 7 → 8'],
    [{ family: 'shop', revision: 7 }, { family: 'shop' }, 'task definition shop:7 → shop'],
    [{ family: 'shop', revision: 7 }, { family: 'api', revision: 1 }, 'task definition shop:7 → api:1'],
    [{ family: 'shop' }, { family: 'shop' }, 'task definition previous → current'],
    [{}, {}, 'task definition previous → current'],
    [{ taskDefinitionArn: `${ARN}:7` }, {}, 'task definition shop:7 → current'],
  ])('%j and %j are told as %s', (previous, current, name) => {
    expect(read({ previous: { ...previous, cpu: 256 }, current: { ...current, cpu: 512 } }).revision?.name).toBe(name);
  });

  test('no password of a command gets out', () => {
    const evidence = read({ current: definition(8, { command: ['serve', '--password', 'hunter2'] }), previous: definition(7) });
    expect(JSON.stringify([evidence, diagnose(evidence)])).not.toContain('hunter2');
  });
});

describe('the forms of task definitions', () => {
  test.each([[null], [undefined], [{}], [{ current: null, previous: 3 }]])('%j say nothing', taskDefinitions => {
    expect(read(taskDefinitions)).not.toHaveProperty('taskDefinition');
  });

  test('a text is refused with its place', () => {
    expect(() => read('shop:8')).toThrow('taskDefinitions: this must be an object { "current": …, "previous": … }, but is string');
  });

  test('a container without a name is passed over', () => {
    expect(read({ current: { containerDefinitions: [{ image: 'x' }, { name: 'app', portMappings: [{}, { containerPort: 80 }] }] } }).taskDefinition)
      .toEqual({ containers: [{ name: 'app', essential: true, ports: [80] }] });
  });
});
