import { file, hardenedFargate, type Outcome } from './run-cli';
import { handWrittenTemplate } from '../guardrails/corpus/sound/hand-written-template';
import { patched } from '../guardrails/patched';

const factsIn = (...files: readonly string[]): Outcome => hardenedFargate(['facts', ...files.flatMap(name => ['--template', name])]);

/** The hand-written template with another environment of its container. */
const withEnvironment = (Environment: readonly object[], more: object = {}): unknown =>
  patched({ ...handWrittenTemplate(), Parameters: { Stage: { Type: 'String' } } }, { Resources: { Task: { Properties: { ContainerDefinitions: { Environment, ...more } } } } });

const environmentOf = ({ stdout }: Outcome): unknown => JSON.parse(stdout)[0].facts.task.containers[0].environment;

test('the facts of a service are printed as rules are given them, with absent values as null', () => {
  const { status, stdout, stderr } = factsIn(file('worker.json', handWrittenTemplate()));
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(JSON.parse(stdout)).toMatchObject([{
    judges: 'service',
    facts: { at: { template: 'worker.json', logicalId: 'Service' }, scaling: null, task: { containers: [{ essential: true }] } },
  }]);
});

test('a task definition that no service runs has an entry of its own', () => {
  const { Service, ...Resources } = handWrittenTemplate().Resources;
  expect(Service).toBeDefined();
  expect(JSON.parse(factsIn(file('task.json', { Resources })).stdout)).toMatchObject([{ judges: 'task', facts: { at: { logicalId: 'Task' } } }]);
});

test('a value that only deployment decides is printed as unknown', () => {
  expect(environmentOf(factsIn(file('stage.json', withEnvironment([{ Name: 'STAGE', Value: { Ref: 'Stage' } }]))))).toMatchObject([{ name: 'STAGE', value: '<unknown>' }]);
});

test('facts that depend on a condition are printed once for each case', () => {
  const template = {
    ...patched(handWrittenTemplate(), { Resources: { Service: { Properties: { DesiredCount: { 'Fn::If': ['IsProduction', 3, 2] } } } } }),
    Parameters: { Stage: { Type: 'String' } },
    Conditions: { IsProduction: { 'Fn::Equals': [{ Ref: 'Stage' }, 'production'] } },
  };
  expect(JSON.parse(factsIn(file('stages.json', template)).stdout)).toMatchObject([
    { when: "condition 'IsProduction' is true", facts: { desiredCount: 3 } },
    { when: "condition 'IsProduction' is false", facts: { desiredCount: 2 } },
  ]);
});

describe('a secret is not printed', () => {
  test.each([
    ['that only its name gives away', 'DB_PASSWORD', 'correct horse'],
    ['that has a short name', 'DB_PASS', 'correct horse'],
    ['that has a known form', 'SETTING', 'npm_0123456789abcdefghijklmnopqrstuvwxyz'],
    ['in a URL', 'DATABASE_URL', 'postgres://app:hunter2@db.example.com/shop'],
  ])('%s', (_what, Name, Value) => {
    const outcome = factsIn(file('secret.json', withEnvironment([{ Name, Value }, { Name: 'STAGE', Value: 'production' }])));
    expect(environmentOf(outcome)).toEqual([{ name: Name, value: expect.stringContaining('[redacted ') }, { name: 'STAGE', value: 'production' }]);
    expect(outcome.stdout).not.toMatch(/correct horse|npm_0123|hunter2/);
  });

  test('in the options of a log driver', () => {
    const LogConfiguration = { LogDriver: 'awsfirelens', Options: { Name: 'datadog', apikey: '0123456789abcdef' } };
    const { stdout } = factsIn(file('log.json', withEnvironment([], { LogConfiguration })));
    expect(stdout).toContain('"Name": "datadog"');
    expect(stdout).not.toContain('0123456789abcdef');
  });
});

test('a template that cannot be read is named, and takes no other template with it', () => {
  const { status, stdout, stderr } = factsIn(file('bad.json', '{'), file('worker.json', handWrittenTemplate()));
  expect({ status, stderr }).toEqual({ status: 2, stderr: 'bad.json:1:2: not JSON: it ends too early\n' });
  expect(JSON.parse(stdout)).toMatchObject([{ judges: 'service' }]);
});

test('without a template the command line is refused', () => {
  expect(hardenedFargate(['facts'])).toMatchObject({ status: 2, stdout: '', stderr: expect.stringMatching(/^error: .*--template/) });
});
