import { awscdk, javascript, JsonPatch, release } from 'projen';
import { enforceDialect } from './projenrc/dialect';
import { enforceImportLaw } from './projenrc/import-law';
import { COVERAGE, nameSuites, NAMED_SUITES } from './projenrc/suites';
import { defineTasks } from './projenrc/tasks';

/** AWS SDK clients are pinned, because they are bundled: a moving version would change the asset hash of every user's analyzer. */
const AWS_SDK = '3.1164.0';

/** A client is published only when its API changes, so these are the latest before the others. */
const OLDER_CLIENTS = {
  'acm': '3.1135.0',
  'application-auto-scaling': '3.1141.0',
  'cloudformation': '3.1140.0',
  'cloudtrail': '3.1137.0',
  'efs': '3.1141.0',
  'elastic-load-balancing-v2': '3.1142.0',
  'route-53': '3.1139.0',
  'service-quotas': '3.1138.0',
};

/** What delivers a diagnosis, and what reads the account for it. */
const CLIENTS = [
  ...[
    'cloudwatch', 'cloudwatch-logs', 'dynamodb', 'ec2', 'ecr', 'ecs', 'eventbridge', 'iam', 'kms', 'secrets-manager', 'sns', 'sqs', 'ssm', 'sts',
  ].map(client => `@aws-sdk/client-${client}@${AWS_SDK}`),
  ...Object.entries(OLDER_CLIENTS).map(([client, version]) => `@aws-sdk/client-${client}@${version}`),
];

/** Only a test asks secretlint. It declares Node.js 22 and runs on 20 all the same, which a moving version may end. */
const SECRETLINT = '13.1.0';

const project = new awscdk.AwsCdkConstructLibrary({
  name: 'hardened-fargate',
  description: 'ECS services on Fargate with secure defaults, checks at cdk synth, and a diagnosis of each stopped task.',
  keywords: ['aws', 'cdk', 'awscdk', 'ecs', 'fargate', 'guardrails', 'troubleshooting'],
  author: 'The hardened-fargate authors',
  authorAddress: 'hardened-fargate@users.noreply.github.com',
  authorOrganization: true,
  repositoryUrl: 'https://github.com/hardened-fargate/hardened-fargate.git',
  license: 'Apache-2.0',
  defaultReleaseBranch: 'main',
  stability: 'experimental',

  packageManager: javascript.NodePackageManager.NPM,
  projenrcTs: true,
  cdkVersion: '2.271.0',
  constructsVersion: '10.5.1',
  jsiiVersion: '~6.0.0',
  typescriptVersion: '~6.0.3',
  minNodeVersion: '20.9.0',
  bumpPackage: 'commit-and-tag-version@^12',
  publishToPypi: { distName: 'hardened-fargate', module: 'hardened_fargate' },
  publishToMaven: { javaPackage: 'io.github.hardenedfargate', mavenGroupId: 'io.github.hardenedfargate', mavenArtifactId: 'hardened-fargate' },
  publishToNuget: { dotNetNamespace: 'HardenedFargate', packageId: 'HardenedFargate' },
  publishToGo: { moduleName: 'github.com/hardened-fargate/hardened-fargate-go' },
  // On request: the version and the CHANGELOG follow from the commits since the last release.
  release: true,
  releaseTrigger: release.ReleaseTrigger.workflowDispatch(),
  majorVersion: 0,
  npmProvenance: true,
  // A release stops on a known vulnerability. Most dependencies are for development, but parts of them are in the bundles.
  auditDeps: true,
  auditDepsOptions: { level: 'high', runOn: 'release' },
  pullRequestTemplateContents: ['**What**', '', '**Why**', '', '**How validated**', '', '**Which document changed by itself**'],
  depsUpgrade: false,

  // What only the CLI and the analyzer's handler need is bundled into one file each, so the package itself has no run-time dependency.
  devDeps: [
    // The schemas and codecs of the SDK, in which the tests answer it.
    '@aws-sdk/core@^3.981.0',
    // Reads the answers of AWS in XML, as the clients themselves do.
    '@aws-sdk/xml-builder@^3.972.43',
    '@smithy/core@^3.41.0',
    '@types/node@^20',
    '@types/aws-lambda',
    '@aws-cdk/cloudformation-diff@^2.187.0',
    '@cdklabs/cdk-validator-cfnguard@^0.0.62',
    ...CLIENTS,
    // The part of the SDK's search for credentials that a function needs.
    '@aws-sdk/credential-provider-env@^3.972.84',
    // The published schema of SARIF 2.1.0 is in it.
    '@microsoft/jest-sarif@1.0.0-beta.0',
    `@secretlint/core@${SECRETLINT}`,
    `@secretlint/secretlint-rule-preset-recommend@${SECRETLINT}`,
    '@swc/core@^1.16',
    '@swc/jest@^0.2',
    'ajv@^8',
    'ajv-formats@^3',
    '@types/github-slugger@^1',
    '@types/jmespath@^0.15',
    '@types/nspell@^2.1',
    'aws-cdk@^2.1148.0',
    // A browser from npm, in which the tests look at what the widget shows; for Linux on x86-64.
    '@sparticuz/chromium@147.0.0',
    'puppeteer-core@^24',
    'aws-lambda-ric@^3.3',
    'cdk-nag@^3.0.2',
    'commander@^14',
    // Checks that take one core each, at the same time.
    'concurrently@^9',
    // Speaks the protocol of DynamoDB on loopback.
    'dynalite@^4',
    'fast-check@^4',
    // The anchors that GitHub gives to headings.
    'github-slugger@^1.5',
    'jmespath@^0.16',
    'jsonc-parser@^3',
    // Spelling, by the dictionary of American English.
    'dictionary-en@^4',
    'nspell@^2.1',
    'picocolors@^1',
    // Finds expressions whose time grows faster than their text.
    'scslre@^0.3',
    'tsx@^4',
    // Checks the types of everything in a quarter of the time; jsii and ESLint need the compiler before it.
    'typescript7@npm:typescript@^7.0',
    'yaml@^2',
  ],
  excludeTypescript: ['src/cli/**/*.ts', 'src/**/*.lambda.ts', 'src/**/*.sdk.ts'],
  tsconfigDevFile: 'tsconfig.dev.json',
  tsconfigDev: {
    compilerOptions: { noUncheckedIndexedAccess: false, paths: { 'hardened-fargate': ['./src/index.ts'] } },
    include: ['.projenrc.ts', 'projenrc/**/*.ts', 'scripts/**/*.ts', 'examples/**/*.ts', 'bench/**/*.ts'],
  },

  // projen's own discovery bundles neither minified nor as ES modules: a bundle four times the size. See projenrc/tasks.ts.
  lambdaAutoDiscover: false,
  integrationTestAutoDiscover: false,
  experimentalIntegRunner: false,

  jestOptions: {
    jestVersion: '^30',
    coverageText: false,
    updateSnapshot: javascript.UpdateSnapshot.NEVER,
    extraCliOptions: ['--json', '--outputFile=test-reports/jest.json'],
    jestConfig: {
      testTimeout: 60_000,
      // Tests start programs and wait for them, so that a core would be idle for most of the run.
      maxWorkers: '100%',
      coverageDirectory: 'coverage',
      collectCoverage: false,
      ...COVERAGE,
      // The API of an earlier version, as a package.
      modulePathIgnorePatterns: ['<rootDir>/.api/'],
      testPathIgnorePatterns: ['/node_modules/', NAMED_SUITES],
      moduleNameMapper: { '^hardened-fargate$': '<rootDir>/src/index.ts' },
      globalSetup: '<rootDir>/test/setup/begin-run.ts',
      setupFiles: ['<rootDir>/test/setup/lean-apps.ts'],
      globalTeardown: '<rootDir>/test/setup/end-run.ts',
    },
  },
  eslintOptions: {
    dirs: ['src'],
    devdirs: ['test', 'projenrc', 'scripts', 'examples', 'bench'],
    ignorePatterns: ['*.js', '*.d.ts', 'node_modules/', 'coverage', 'cdk.out'],
    projectService: false,
    tsconfigPath: './tsconfig.dev.json',
    commandOptions: { fix: false },
  },
  gitignore: ['cdk.out', '/test-reports/', '.jsii.tabl.json', '.DS_Store'],
});

// The documents and examples are in it: README links to them, and a reader may be offline.
project.npmignore?.exclude(
  '/bench/', '/scripts/', '/site/', '/projenrc/', '/.ci/', '/.api/', 'cdk.out', '__pycache__',
  '/examples/languages/java/target/', '/CONTRIBUTING.md', '.editorconfig', 'tsconfig.dev.json',
);

// The API that later ones are compared with; jsii's own output is ignored.
project.gitignore.include('/.api/.jsii');

// The analyzer and the command line carry these in their bundles; the library itself never loads them.
project.npmignore?.exclude(...[
  'account', 'analyzer/explaining', 'analyzer/notifying', 'diagnosis', 'doctor', 'evidence/collect/clients', 'evidence/collectors', 'evidence/read',
  'evidence/text', 'facts/account', 'report', 'verify', 'widget/page',
].map(folder => `/lib/${folder}/`));

// npm knows its own registry.
project.github?.tryFindWorkflow('release')?.file?.patch(JsonPatch.remove('/jobs/release_npm/steps/9/env/NPM_REGISTRY'));

const npmrc = new javascript.NpmConfig(project, { omitEmpty: true });
// Lockfiles name no host, so that they work behind any mirror.
npmrc.addConfig('omit-lockfile-registry-resolved', 'true');
// No dependency's install script ever runs; aws-lambda-ric would otherwise compile its native client.
npmrc.addConfig('ignore-scripts', 'true');
// 1.13.0 was published without its platform binaries, which makes `npm ci` reject the lockfile.
project.package.addPackageResolutions('unrs-resolver@1.12.2');

enforceDialect(javascript.Eslint.of(project)!);
enforceImportLaw(javascript.Eslint.of(project)!);
defineTasks(project);
nameSuites(project);
project.synth();
