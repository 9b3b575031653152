import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** A copy of the repository in which a contributor adds a guardrail and a signature. */
const COPY = mkdtempSync(join(tmpdir(), 'hardened-fargate-scaffold-'));
const NEEDED = ['src', 'test', 'docs', 'scripts', 'examples', 'package.json', 'tsconfig.json', 'tsconfig.dev.json', 'README.md'];

const MADE = [
  'src/guardrails/rules/toy-rule.ts',
  'test/guardrails/rules/toy-rule.test.ts',
  'src/diagnosis/signatures/init/toy-cause.ts',
  'test/diagnosis/signatures/init/toy-cause.test.ts',
];

const scaffold = (script: string, ...args: readonly string[]): string => {
  const { stdout, stderr } = spawnSync(process.execPath, ['node_modules/tsx/dist/cli.mjs', `scripts/scaffold/${script}.ts`, ...args], { cwd: COPY, encoding: 'utf8' });
  return stdout + stderr;
};

interface Tested {
  readonly status: string;
  readonly fullName: string;
  readonly failureMessages: readonly string[];
}

function testsOf(...names: readonly string[]): readonly Tested[] {
  const files = ['test/filled-in.test.ts', 'test/guardrails/catalogue.test.ts', 'test/guardrails/rules', 'test/guardrails/corpus/bad.test.ts',
    'test/diagnosis/signatures', 'test/diagnosis/field-cases.test.ts', 'test/diagnosis/schema.test.ts'];
  spawnSync(process.execPath, ['node_modules/jest/bin/jest.js', ...files, '-t', names.join('|'), '--json', '--outputFile=tested.json'], { cwd: COPY, env: { ...process.env, CDK_VALIDATION: 'false' } });
  const { testResults } = JSON.parse(readFileSync(join(COPY, 'tested.json'), 'utf8')) as { testResults: { assertionResults: Tested[] }[] };
  return testResults.flatMap(({ assertionResults }) => assertionResults).filter(({ status }) => status !== 'pending');
}

beforeAll(() => {
  for (const name of NEEDED) cpSync(resolve(name), join(COPY, name), { recursive: true });
  symlinkSync(resolve('node_modules'), join(COPY, 'node_modules'));
});

describe('an input that makes no sense is refused with what to pass instead:', () => {
  test.each([
    ['guardrail-new', [], "the id is '', but must be two or more lower-case words joined by hyphens; pass an id such as 'log-retention'"],
    ['guardrail-new', ['Log_Retention'], "the id is 'Log_Retention', but must be two or more lower-case words joined by hyphens; pass an id such as 'log-retention'"],
    ['guardrail-new', ['log-retention'], "the id is 'log-retention', but must be new: src/guardrails/rules/log-retention.ts exists; pass another id, or edit that file"],
    ['guardrail-new', ['toy-rule', 'pod'],
      "what the guardrail judges is 'pod', but must be one of service, task, container, targetGroup, listener, loadBalancer, cluster; pass one of these"],
    ['signature-new', ['firelens'], "the cause is 'firelens', but must be a group and a name in lower case; pass a cause such as 'init/log-network'"],
    ['signature-new', ['toys/bear'],
      "the group of 'toys/bear' is 'toys', but must be one of pull, init, start, memory, exit, app, health, stop, deploy, capacity, sidecar, exec; pass a cause of one of these"],
    ['signature-new', ['init/firelens'], "the cause is 'init/firelens', but must have no signature yet: src/diagnosis/signatures/init/firelens.ts exists; edit that file"],
  ] as const)('%s %j', (script, args, message) => {
    expect(scaffold(script, ...args)).toBe(`${message}\n`);
  });
});

describe('a new guardrail and a new signature', () => {
  let tests: readonly Tested[] = [];

  beforeAll(() => {
    expect(scaffold('guardrail-new', 'toy-rule', 'container')).toContain('  src/guardrails/rules/toy-rule.ts\n');
    expect(scaffold('signature-new', 'init/toy-cause')).toContain('  src/diagnosis/signatures/init/toy-cause.ts\n');
    tests = testsOf('toy-rule', 'toy-cause', 'the catalog', 'the schema');
  }, 300_000);

  test('compile', () => {
    writeFileSync(join(COPY, 'tsconfig.made.json'), JSON.stringify({ extends: './tsconfig.dev.json', compilerOptions: { skipLibCheck: true }, include: [], files: MADE }));
    expect(() => execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '--noEmit', '-p', 'tsconfig.made.json'], { cwd: COPY, encoding: 'utf8' })).not.toThrow();
  }, 300_000);

  test('fail the tests of what is missing, and no others', () => {
    expect(tests.filter(({ status }) => status === 'failed').map(({ fullName }) => fullName).sort()).toEqual([
      'TODO: rw-… (init/toy-cause): the real cause, init/toy-cause, is among the first three',
      'a finding points at a property that resources of its kind have: toy-rule',
      'every field is filled in of the bad configuration for toy-rule: TODO: what is wrong, as a colleague would say it (toy-rule)',
      'every field is filled in of the case TODO: rw-… (init/toy-cause) of init/toy-cause',
      'every field is filled in of the cause init/toy-cause',
      'every field is filled in of the followed fixes of toy-rule',
      'every field is filled in of the guardrail toy-rule',
      'every field is filled in of the signature init/toy-cause',
      'init/toy-cause is not the cause of a message that only resembles it',
      'init/toy-cause is the cause of {"stoppedReason":"TODO: a real message, as ECS showed it"}, as sure as it can be',
      'the guardrails find, and nothing else, TODO: what is wrong, as a colleague would say it (toy-rule)',
      'toy-rule has a requirement of at most 15 words with "should" as its title',
      'toy-rule is broken by its own counter-example, which breaks nothing else',
      'toy-rule is reported for a plain service that breaks it ByOverride',
      'toy-rule is reported for a plain service that breaks it ByProp',
      'toy-rule rests on a page of AWS documentation, and names causes that exist',
    ]);
  });

  test('have their places in the catalogs', () => {
    expect(tests.filter(({ status }) => status === 'passed').map(({ fullName }) => fullName)).toEqual(expect.arrayContaining([
      'the catalog lists every rule of the folder, in the order of their names',
      'the catalogue of signatures has one for every cause but unknown, in the order of the causes',
      'the catalogue of signatures is the folder of signatures, each in the file that its cause names',
      'the schema knows exactly the causes of the catalogue',
    ]));
  });

  test.each([
    ['the guardrail toy-rule', ['property', 'title', 'why', 'fix', 'see[0]']],
    ['the signature init/toy-cause', ['says', 'toConfirm', 'seenIn[0].stoppedReason', 'actions[0][0].title']],
    ['the cause init/toy-cause', ['summary']],
  ])('are told which fields are missing: %s', (form, fields) => {
    const [{ failureMessages: [message] }] = tests.filter(({ fullName }) => fullName === `every field is filled in of ${form}`);
    expect([...message.matchAll(/"([^\s"]+): .*TODO/g)].map(([, field]) => field)).toEqual(fields);
  });
});
