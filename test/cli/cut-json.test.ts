import { readDocuments } from '../../src/cli/input/gather-evidence';
import { diagnose } from '../../src/diagnosis/diagnose';

const TASK = {
  containers: [{ name: 'payments', lastStatus: 'STOPPED', exitCode: 139, networkInterfaces: [] }],
  attributes: [{ name: 'ecs.cpu-architecture', value: 'x86_64' }],
  lastStatus: 'STOPPED',
  stopCode: 'EssentialContainerExited',
  stoppedReason: 'Essential container in task exited',
  tags: [],
};
const ANSWER = { tasks: [{ attachments: [{ id: 'a', type: 'ElasticNetworkInterface' }], availabilityZone: 'eu-west-1a', ...TASK }], failures: [] };

const read = (text: string) => readDocuments('half.json', text, { verdictOn: stop => diagnose(stop) });

describe.each([['in one line', undefined], ['in lines', 2]])('JSON %s', (_, indentation) => {
  const text = JSON.stringify(ANSWER, undefined, indentation);

  test.each(['"attributes"', '"x86_64"', '"lastStatus"', '"tags"', '"failures"'])('is read as far as it goes, up to %s', until => {
    const end = text.indexOf(until, text.indexOf('139'));
    const { evidence: [evidence, ...others], readAs } = read(text.slice(0, end + 3));
    expect(others).toEqual([]);
    expect(evidence.task.containers[0].exitCode).toBe(139);
    expect(diagnose(evidence).cause).toBe('exit/segfault');
    expect(readAs).toEqual(['half.json: read as JSON that was cut at its end: 1 stopped task']);
  });

  test.each(['ElasticNetworkInterface', 'availabilityZone', 'eu-west-1a'])('is read from where it goes on, after %s', from => {
    const { evidence: [evidence, ...others], readAs } = read(text.slice(text.indexOf(from) + 4));
    expect(others).toEqual([]);
    expect(evidence.task).toMatchObject({ stopCode: 'EssentialContainerExited', containers: [{ name: 'payments', exitCode: 139 }] });
    expect(readAs).toEqual(['half.json: read as JSON that was cut at its beginning: 1 stopped task']);
  });

  test('is read behind the command that printed it', () => {
    const { evidence } = read(`$ aws ecs describe-tasks --cluster shop\n${text.slice(0, text.indexOf('"tags"'))}`);
    expect(evidence.map(({ task }) => task.stopCode)).toEqual(['EssentialContainerExited']);
  });

  test('gives no number of which an end may be missing', () => {
    const { evidence, unreadable } = read(text.slice(0, text.indexOf('139') + 2));
    expect(evidence.flatMap(({ task }) => task.containers).map(({ exitCode }) => exitCode).filter(code => code !== undefined)).toEqual([]);
    expect(evidence.length + unreadable.length).toBe(1);
  });
});

test('JSON with a fault inside is not JSON, and the place is named', () => {
  const { evidence, unreadable: [error] } = read('{"tasks":[{"stopCode":"EssentialContainerExited"]}}');
  expect(evidence).toEqual([]);
  expect(error.message).toMatch(/^half\.json:1:\d+: not JSON/);
});

test('the cut JSON of something else is no stop', () => expect(read('{"name":"web","version":"1.0.0","scripts":{"build').evidence).toEqual([]));
