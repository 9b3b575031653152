import { readFileSync } from 'node:fs';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import { judge } from './judge';
import { file } from './run-cli';
import { handWrittenTemplate } from '../guardrails/corpus/sound/hand-written-template';
import { patched } from '../guardrails/patched';

const worker = (patch: object = {}): unknown => patched(handWrittenTemplate(), { Resources: patch });
const PRIVILEGED = { Task: { Properties: { ContainerDefinitions: { Privileged: true } } } };

/** The schema that the owners of the format publish; of its old draft only the two names of it trouble the validator. */
const { $schema: draft, id, ...schema } = JSON.parse(readFileSync(require.resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'), 'utf8'));
const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
addFormats(ajv);
const isValid = ajv.compile(schema);

test('the schema is the one of SARIF 2.1.0, and finds what is wrong', () => {
  expect([draft, id]).toEqual([expect.stringContaining('json-schema.org'), expect.stringContaining('sarif-2.1.0')]);
  expect(isValid({ version: '2.1.0', runs: [{ tool: {} }] })).toBe(false);
});

/** What of a log is looked at here; the schema says the rest. */
interface Log {
  readonly runs: readonly {
    readonly tool: { readonly driver: { readonly rules: readonly object[] } };
    readonly results: readonly { readonly message: { readonly text: string } }[];
    readonly invocations: readonly object[];
  }[];
}

function logOf(files: readonly string[], ...options: readonly string[]): { readonly status: number | null; readonly log: Log } {
  const { status, stdout } = judge(files, '--sarif', ...options);
  const log = JSON.parse(stdout) as Log;
  isValid(log);
  expect(isValid.errors ?? []).toEqual([]);
  return { status, log };
}

test('a finding is a result with its rule, place and fix, for code scanning', () => {
  const { status, log } = logOf([file('privileged.json', worker(PRIVILEGED))]);
  expect(status).toBe(1);
  const [{ tool, results, invocations }] = log.runs;
  expect(tool.driver.rules).toMatchObject([{ id: 'fargate-supports-parameters', defaultConfiguration: { level: 'error' }, properties: { tags: ['refused'] } }]);
  expect(results).toMatchObject([{
    ruleId: 'fargate-supports-parameters',
    ruleIndex: 0,
    level: 'error',
    locations: [{
      physicalLocation: { artifactLocation: { uri: 'privileged.json' } },
      logicalLocations: [{ name: 'Task', fullyQualifiedName: 'Task.Properties.ContainerDefinitions' }],
    }],
    partialFingerprints: { 'ruleAndPlace/v1': 'fargate-supports-parameters#privileged.json#Task#Properties.ContainerDefinitions' },
  }]);
  expect(results[0].message.text).toContain('Remove the parameter from the props');
  expect(invocations).toEqual([{ executionSuccessful: true, toolExecutionNotifications: [] }]);
});

test('what the baseline records is suppressed, and stops nothing', () => {
  const old = file('old.json', worker(PRIVILEGED));
  judge([old], '--write-baseline', 'known-sarif.json');
  const { status, log } = logOf([old], '--baseline', 'known-sarif.json');
  expect(status).toBe(0);
  expect(log.runs[0].results).toMatchObject([{ ruleId: 'fargate-supports-parameters', suppressions: [{ kind: 'external' }] }]);
});

test('what was not judged is a notification, and what cannot be read fails the run', () => {
  const modular = file('module.json', { Resources: { Web: { Type: 'Shop::Web::Service::MODULE' } } });
  const { status, log } = logOf([modular, file('broken.json', '{')]);
  expect(status).toBe(2);
  expect(log.runs[0].results).toEqual([]);
  expect(log.runs[0].invocations).toMatchObject([{
    executionSuccessful: false,
    toolExecutionNotifications: [{ message: { text: expect.stringContaining('Not checked:') }, locations: [{ logicalLocations: [{ name: 'Web' }] }] }],
  }]);
});

test('a sound template is a log without results', () => {
  expect(logOf([file('worker.json', worker())])).toMatchObject({ status: 0, log: { runs: [{ results: [] }] } });
});

test('it is for findings only', () => {
  expect(judge([], '--sarif')).toMatchObject({ status: 2, stderr: expect.stringMatching(/^error: --sarif/) });
});

test('one of two formats for programs is asked for, and never both', () => {
  const { status, stdout, stderr } = judge([file('template.json', handWrittenTemplate())], '--json', '--sarif');
  expect([status, stdout]).toEqual([2, '']);
  expect(stderr).toContain("error: option '--sarif' cannot be used with option '--json'");
});
