import type { awscdk } from 'projen';

/** The folders of judgement, each with the share of its branches that tests take. */
const BRANCHES_TAKEN = 95;
const JUDGEMENT = ['aws', 'causes', 'facts', 'evidence', 'diagnosis', 'incidents', 'report', 'guardrails'];

/**
 * What tests run with: without the CDK's own validation of templates, which costs seconds in every suite, the guardrails still
 * run; and with room for young objects, of which a synthesis makes many, a twentieth less of the time goes into collecting them.
 */
export const OF_TESTS = { CDK_VALIDATION: 'false', NODE_OPTIONS: '--max-semi-space-size=64' };

/** One more than there are processors: many tests wait for a program that they started, or for the end of a time limit. */
export const WORKERS = '--maxWorkers "$(node -p \'os.availableParallelism() + 1\')"';

/** What a task makes anew only when what it is made from has changed. The schema is copied when all bundles are there. */
const unlessNewer = (made: string) => ({ condition: `[ ! -f ${made} ] || [ -n "$(find src package.json package-lock.json -newer ${made})" ]` });
export const UNLESS_COMPILED = unlessNewer('.jsii');
export const UNLESS_BUNDLED = unlessNewer('assets/diagnosis.schema.json');

/** What judges an account, and what reads texts as people paste them, takes branches that a stop or a template alone does not. */
const TAKES_BRANCHES = [...JUDGEMENT, 'account', 'doctor', 'verify', 'cli/held-forms', 'cli/names-in-input'];

/** Tests of the folders of judgement that run for long, and take no branch that the others leave out. */
const LONG = [
  'guardrails/corpus/', 'guardrails/fixes/', 'guardrails/plugin/', 'guardrails/broken-', 'guardrails/mutated-facts', 'guardrails/role-rules',
  'diagnosis/fuzz',
];

/** Tests in their dozens of seconds: they run the CDK, the command line or the bundle as users do, or a whole matrix. */
const NOT_QUICK = ['examples', 'readme', 'analyzer/', 'cli/', 'fake-aws/', 'network/', 'service/', ...LONG];

/** What `npm test` leaves to suites with names of their own. */
export const NAMED_SUITES = '[.](wide|emulated|languages)[.]test[.]ts$';

/** Leaves out the suites with names of their own, and tests by where they are. */
const without = (paths: readonly string[]): string =>
  `--testPathIgnorePatterns /node_modules/ "${NAMED_SUITES}" ${paths.map(path => `"<rootDir>/test/${path}"`).join(' ')}`;

/**
 * Tests of guardrails that the flags of `cdk init` cannot change, or that set them: the corpus is judged under both sets of flags in
 * `corpus/layouts/*.wide.test.ts`, documents show templates without flags, and the other ones synthesize no app.
 */
const SAME_UNDER_FLAGS = ['guardrails/corpus/', '(catalogue|describe|mutated-facts|reads)[.]test'];

/** Suites of tests beside `npm test`, each with a name, and what `npm test` asks of coverage. */
export function nameSuites(project: awscdk.AwsCdkConstructLibrary): void {
  compileTestsFast(project);
  // Every folder by itself, so that none hides behind another; projen's own option knows only one number for all.
  Object.assign(project.jest!.config, {
    coverageThreshold: Object.fromEntries(JUDGEMENT.map(folder => [`./src/${folder}/`, { branches: BRANCHES_TAKEN }])),
  });

  project.addTask('test:quick', {
    description: 'Runs what needs neither the CDK nor a bundle, in less than a minute',
    env: { ...OF_TESTS, FUZZ_RUNS: '100' },
    exec: `jest ${without(NOT_QUICK)}`,
    receiveArgs: true,
  });

  const wide = project.addTask('test:wide', {
    description: 'Runs every matrix in all of its forms, and made-up input in large numbers',
    env: { ...OF_TESTS, FUZZ_RUNS: '500' },
  });
  wide.exec(`jest ${WORKERS} --testPathIgnorePatterns /node_modules/ --testMatch "<rootDir>/test/**/*.wide.test.ts" `
    + '"<rootDir>/test/**/{*fuzz,left-to-deployment,mutated-facts}.test.ts" --ci --json --outputFile=test-reports/wide.json', { receiveArgs: true });

  const flags = project.addTask('test:flags', {
    description: 'Runs the tests of the guardrails under the feature flags of cdk init; npm test runs them under none',
    env: { ...OF_TESTS, FUZZ_RUNS: '300' },
  });
  flags.exec(`jest ${WORKERS} --setupFiles "<rootDir>/test/setup/lean-apps.ts" "<rootDir>/test/guardrails/under-cdk-init-flags.ts" --testPathIgnorePatterns /node_modules/ `
    + `"[.]wide[.]test[.]ts$" ${SAME_UNDER_FLAGS.map(path => `"${path}"`).join(' ')} `
    + '--testMatch "<rootDir>/test/guardrails/**/*.test.ts" --ci --json --outputFile=test-reports/flags.json');

  const emulated = project.addTask('test:emulated', {
    description: 'Reads an account that moto holds, deploys into one that MiniStack holds, and asks cfn-lint, all from PyPI; needs Python 3.10 or later',
    env: OF_TESTS,
  });
  emulated.spawn(project.bundler.bundleTask, UNLESS_BUNDLED);
  emulated.exec('tsx test/emulated/install-from-pypi.ts');
  emulated.exec('jest --testPathIgnorePatterns /node_modules/ --testMatch "<rootDir>/test/emulated/*.emulated.test.ts" '
    + '--ci --json --outputFile=test-reports/emulated.json', { receiveArgs: true });

  const languages = project.addTask('test:languages', {
    description: 'Builds the package for Python, Java, Go and .NET, and uses it from them; needs Python 3.10, Java 11 with Maven, and Go 1.25 or later',
    env: OF_TESTS,
  });
  languages.spawn(project.bundler.bundleTask, UNLESS_BUNDLED);
  languages.spawn(project.compileTask, UNLESS_COMPILED);
  languages.exec('tsx test/languages/build-packages.ts');
  languages.exec('jest --testPathIgnorePatterns /node_modules/ --testMatch "<rootDir>/test/languages/*.languages.test.ts" '
    + '--ci --json --outputFile=test-reports/languages.json', { receiveArgs: true });

  project.addTask('test:coverage', {
    description: 'Counts the branches of the folders of judgement that tests take, and asks for 95 % of each folder',
    env: { ...OF_TESTS, FUZZ_RUNS: '100' },
    exec: `jest --coverage ${TAKES_BRANCHES.map(path => `test/${path}`).join(' ')} ${without(LONG)}`,
    receiveArgs: true,
  });

  const mutation = project.addTask('test:mutation', { description: 'Changes a sample of the source and counts the changes that no test notices' });
  mutation.spawn(project.bundler.bundleTask, UNLESS_BUNDLED);
  mutation.exec('tsx scripts/mutation/mutation.ts', { receiveArgs: true });
}

/** A clone has no cache yet: SWC compiles all sources in the seconds in which ts-jest takes a minute. Types are checked by `typecheck`. */
function compileTestsFast(project: awscdk.AwsCdkConstructLibrary): void {
  project.deps.removeDependency('ts-jest');
  Object.assign(project.jest!.config, {
    // What the CDK prints about the apps of tests would bury what failed; `--silent=false` shows it.
    silent: true,
    transform: { '^.+\\.ts$': ['@swc/jest', { jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'commonjs' } }] },
  });
}

/** What jest measures when it is told to: Istanbul counts each default and each `??`, and nothing is written. */
export const COVERAGE = {
  collectCoverageFrom: [...JUDGEMENT.map(folder => `src/${folder}/**/*.ts`), '!src/guardrails/plugin/**'],
  coverageProvider: 'babel' as const,
  coverageReporters: ['text-summary'],
};
