import { readDocuments } from '../../../src/cli/input/gather-evidence';
import { diagnose } from '../../../src/diagnosis/diagnose';
import { renderText } from '../../../src/report/render-text';

const read = (...lines: readonly string[]) => readDocuments('a page', lines.join('\n'), { verdictOn: stop => diagnose(stop) });
const diagnosed = (...lines: readonly string[]) => read(...lines).evidence.map(evidence => ({ evidence, diagnosis: diagnose(evidence) }));

const ARN = 'arn:aws:ecs:eu-west-1:111122223333:task/shop/366da97d1a12312bbaf5f017ac028314';
const OF_MEMORY = 'OutOfMemoryError: Container killed due to memory usage';

const PAGE = ['Task overview', 'ARN', ARN, 'Last status', 'Stopped', 'Desired status', 'Stopped', 'Stopped reason', 'Task failed container health checks'];

describe.each([
  ['blanks', '  '],
  ['tabs', '\t'],
])('a page of a task with a table of its containers, whose columns %s separate', (_, between) => {
  const table = [
    ['Container name', 'Container runtime ID', 'Image URI', 'Status', 'Health status', 'Exit code'],
    ['payments', '366d-1', '111122223333.dkr.ecr.eu-west-1.amazonaws.com/payments:9f3a1c', 'Stopped', 'Unhealthy', '143'],
    ['agent', '366d-2', 'public.ecr.aws/agent:7', 'Stopped', 'Unknown', '0'],
  ].map(cells => cells.join(between));
  const [{ evidence, diagnosis }, ...others] = diagnosed(...PAGE, 'Containers (2)', ...table);

  test('is one stopped task with its reason and all its containers', () => {
    expect(others).toEqual([]);
    expect(evidence.task).toMatchObject({ taskArn: ARN, stoppedReason: 'Task failed container health checks' });
    expect(evidence.task.containers.map(({ name, exitCode }) => [name, exitCode])).toEqual([['payments', 143], ['agent', 0]]);
  });

  test('is diagnosed by the reason of the task, with the container that ended it', () => {
    expect([diagnosis.cause, diagnosis.container]).toEqual(['health/container', 'payments']);
  });

  test('never says that a stopped task had not stopped', () => expect(renderText(diagnosis, { colour: false })).not.toContain('had not stopped'));
});

test('rows of one container are several tasks, and so are rows that name tasks', () => {
  expect(diagnosed('Container\tExit code', 'app\t1', 'app\t137')).toHaveLength(2);
  expect(diagnosed('Task\tContainer\tExit code', '366d\tapp\t1', '4e1f\tagent\t137')).toHaveLength(2);
});

test.each([
  ['the reason of the container below that of the task', [
    'Task stopped at: 2026-11-28T03:12:58.900Z', 'Essential container in task exited', 'Stopped reason', 'Essential container in task exited',
    'Container details', 'payments', 'Status', 'Stopped', 'Exit code', '137', 'Status reason', OF_MEMORY,
  ]],
  ['another order', ['Container name', 'payments', 'Status reason', OF_MEMORY, 'Exit code', '137', 'Stopped reason', 'Essential container in task exited']],
  ['labels and values in one line', ['Stopped reason\tEssential container in task exited', 'Container name\tpayments', 'Exit code\t137', `Status reason\t${OF_MEMORY}`]],
])('%s is one stop, killed for its memory', (_, lines) => {
  const [{ evidence, diagnosis }, ...others] = diagnosed(...lines);
  expect(others).toEqual([]);
  expect(evidence.task.containers).toEqual([{ name: 'payments', exitCode: 137, reason: OF_MEMORY }]);
  expect([diagnosis.cause, diagnosis.confidence]).toEqual(['memory/container-limit', 'certain']);
});

test('each container of a page keeps its own exit code and reason', () => {
  const [{ evidence }] = diagnosed(
    'Stopped reason', 'Essential container in task exited',
    'Container name', 'agent', 'Exit code', '0', 'Container name', 'app', 'Exit code', '1', 'Status reason', 'CannotStartContainerError: ports are in use',
  );
  expect(evidence.task.containers).toEqual([
    { name: 'agent', exitCode: 0 }, { name: 'app', exitCode: 1, reason: 'CannotStartContainerError: ports are in use' },
  ]);
});

test('two pages of tasks are two stops, and one line tells what was read', () => {
  const { evidence, readAs } = read(...PAGE, 'Task overview', 'Stopped reason', 'Task failed ELB health checks in (target-group web)');
  expect(evidence.map(({ task }) => task.stoppedReason)).toEqual([PAGE.at(-1), 'Task failed ELB health checks in (target-group web)']);
  expect(readAs).toEqual(['a page: read as a page of the console: 2 stopped tasks']);
});

test('a label without a value is no line of a log', () => {
  const [{ evidence }] = diagnosed('Stopped reason', 'Essential container in task exited', 'Exit code', 'Status reason', '-');
  expect(evidence.logTail).toEqual([]);
  expect(evidence.task.containers).toEqual([]);
});
