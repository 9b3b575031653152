import { type awscdk, javascript, type Task } from 'projen';
import { OF_TESTS, UNLESS_BUNDLED, UNLESS_COMPILED, WORKERS } from './suites';

/** The commands of the project: what `npm test`, `npm run demo` and `npm run bench` do. */
export function defineTasks(project: awscdk.AwsCdkConstructLibrary): void {
  bundleTheCli(project);
  bundleTheFunctions(project);
  shipTheSchema(project);
  leaveNothingOld(project);
  listWhatIsInside(project);
  const checkDocuments = printDocumentsFromCode(project);
  testEverythingThatIsPromised(project, checkDocuments, guardTheApi(project));
  testSupportedVersions(project);
  scaffoldForms(project);
  showItWorking(project);
  buildTheSite(project);
}

/** What is inside the bundles, for whoever checks a supply chain: by npm's own command, from the lockfile. npm names it after the folder. */
function listWhatIsInside(project: awscdk.AwsCdkConstructLibrary): void {
  const sbom = project.addTask('sbom', {
    description: 'Writes dist/sbom.cdx.json, the packages that the bundles are made from and with',
    exec: 'mkdir -p dist && npm sbom --package-lock-only --sbom-format cyclonedx > dist/sbom.cdx.json',
  });
  sbom.exec(`node -e "${[
    'const bom = JSON.parse(fs.readFileSync(\'dist/sbom.cdx.json\', \'utf8\'))',
    `bom.metadata.component.name = '${project.name}'`,
    'fs.writeFileSync(\'dist/sbom.cdx.json\', JSON.stringify(bom, undefined, 2))',
  ].join('; ')}"`);
  project.packageTask.spawn(sbom);
}

/** What programs hold our JSON against, where they find it in the installed package. */
function shipTheSchema(project: awscdk.AwsCdkConstructLibrary): void {
  project.bundler.bundleTask.exec('mkdir -p assets && cp src/diagnosis/model/diagnosis.schema.json assets/diagnosis.schema.json');
}

/** jsii leaves the output of files that are gone, which would be packed. */
function leaveNothingOld(project: awscdk.AwsCdkConstructLibrary): void {
  project.preCompileTask.exec('rm -rf lib');
}

function bundleTheCli(project: awscdk.AwsCdkConstructLibrary): void {
  project.package.addBin({ 'hardened-fargate': 'assets/cli/hardened-fargate.js' });
  project.bundler.addBundle('src/cli/main.ts', {
    platform: 'node',
    target: 'node20',
    outfile: '../hardened-fargate.js',
    executable: true,
    // jsonc-parser's main file is UMD, which no bundler can follow.
    mainFields: ['module', 'main'],
    banner: '#!/usr/bin/env node',
    // A peer dependency of the package, which is loaded for templates only.
    externals: ['aws-cdk-lib'],
  });
  mayImportWhatIsBundled(project, 'src/cli/**/*.ts');
  mayImportWhatIsBundled(project, 'src/report/render-text.ts');
}

/** The handlers with the AWS SDK inside, so that what was tested is what runs, whatever SDK the Lambda runtime brings. */
function bundleTheFunctions(project: awscdk.AwsCdkConstructLibrary): void {
  const bundled = { platform: 'node', target: 'node24', minify: true, mainFields: ['module', 'main'] };
  const inLambda = {
    ...bundled, esbuildArgs: { '--alias:@aws-sdk/credential-provider-node': './src/analyzer/handler/function-credentials.lambda.ts' },
  };
  project.bundler.addBundle('src/analyzer/handler/stop-analyzer.lambda.ts', { ...inLambda, outfile: '../../stop-analyzer/index.js' });
  // Beside the handler, which loads it with the first call: most stops need nothing from the account. The command line loads it, too.
  const forBoth = { ...bundled, target: 'node20', outfile: '../../../analyzer/stop-analyzer/account.js' };
  project.bundler.addBundle('src/evidence/collect/account.sdk.ts', forBoth);
  // The collectors judge by the rules of the guardrails, which only what is read of the account needs.
  project.bundler.addBundle('src/evidence/collectors/catalogue.ts', { ...bundled, outfile: '../../../analyzer/stop-analyzer/collectors.js' });
  project.bundler.addBundle('src/widget/handler/incidents-widget.lambda.ts', { ...inLambda, outfile: '../../incidents-widget/index.js' });
  // The function that runs jobs before deployments, with the same reader and the same catalogue.
  project.bundler.addBundle('src/jobs/handler/before-deployment.lambda.ts', { ...inLambda, outfile: '../../before-deployment/index.js' });
  mayImportWhatIsBundled(project, 'src/**/*.lambda.ts');
  mayImportWhatIsBundled(project, 'src/evidence/**/*.ts');
  mayImportWhatIsBundled(project, 'src/incidents/table/*.sdk.ts');
}

/** What ends up in a bundle is a development dependency of this package, and of nobody who installs it. */
function mayImportWhatIsBundled(project: awscdk.AwsCdkConstructLibrary, files: string): void {
  javascript.Eslint.of(project)?.allowDevDeps(files);
}

/** A build writes the documents, so that a change of the code that a document shows makes the tree dirty; a test only compares. */
function printDocumentsFromCode(project: awscdk.AwsCdkConstructLibrary): Task {
  const write = project.addTask('docs', { description: 'Prints docs/*.md from the catalogs', exec: 'tsx scripts/documents/generate.ts' });
  project.addTask('docs:examples', {
    description: 'Keeps the examples of docs/GUARDRAILS.md, which are synthesized; run it after a change of test/guardrails/fixes, then docs',
    exec: 'tsx scripts/documents/keep-examples.ts',
  });
  project.postCompileTask.spawn(write);
  return project.addTask('docs:check', { description: 'Compares docs/*.md with the code', exec: 'tsx scripts/documents/check.ts' });
}

/**
 * Compares API.md with the API, and the API with the one in `.api/`, which each release renews; `.compatignore` lists what a release breaks on purpose.
 *
 * projen's own task asks npm for the latest release, which needs a network and a release.
 */
function guardTheApi(project: awscdk.AwsCdkConstructLibrary): readonly Task[] {
  project.addTask('compat:keep', { description: 'Keeps the API of today as the one that later changes are compared with (compile first)', exec: 'tsx scripts/api/keep-api.ts' });
  const compat = project.tasks.tryFind('compat')!;
  compat.reset('jsii-diff .api . --keys --error-on all --ignore-file .compatignore');
  compat.env('JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION', '20');
  compat.description = 'Compares the API with the one in .api/ (compile first)';
  const reference = project.addTask('docs:check:api', { description: 'Compares API.md with the code (compile first)', exec: 'tsx scripts/documents/check-api.ts' });
  return [reference, compat];
}

function testEverythingThatIsPromised(project: awscdk.AwsCdkConstructLibrary, documents: Task, ofTheApi: readonly Task[]): void {
  const typecheck = project.addTask('typecheck', { description: 'Checks the types of everything, tests included', exec: 'node node_modules/typescript7/bin/tsc --noEmit -p tsconfig.dev.json' });
  project.compileTask.env('JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION', '20');
  for (const [name, value] of Object.entries(OF_TESTS)) project.testTask.env(name, value);

  const compiled = project.addTask('checks:compiled', { description: 'Compiles, then checks the API and its reference' });
  // A build has just compiled when it comes to the tests.
  compiled.spawn(project.compileTask, UNLESS_COMPILED);
  for (const check of ofTheApi) compiled.spawn(check);

  const [{ execArgs: jest = [] }] = project.testTask.steps;
  project.testTask.reset();
  project.testTask.spawn(project.bundler.bundleTask, UNLESS_BUNDLED);
  project.testTask.exec(`concurrently --group ${[compiled, documents, typecheck].map(({ name }) => `"projen ${name}"`).join(' ')}`);
  project.testTask.exec(`${jest.join(' ')} ${WORKERS}`, { receiveArgs: true });
  // A core takes a minute for it, which most changes need not wait for: editors lint as people write, and builds and CI lint everything.
  project.postCompileTask.spawn(project.tasks.tryFind('eslint')!);
}

/** Both ends of the versions that README names; it installs them, so that it is no part of `npm test`. */
function testSupportedVersions(project: awscdk.AwsCdkConstructLibrary): void {
  project.addTask('test:versions', {
    description: 'Tries the built package with the oldest and the newest Node.js, CDK and CLI; `-- --ends` leaves out what is between '
      + '(bundle and compile first; Linux on x86-64)',
    exec: 'tsx scripts/versions/supported-versions.ts',
    receiveArgs: true,
  });
}

/** What a contributor begins a new guardrail or signature with; CONTRIBUTING.md goes on from there. */
function scaffoldForms(project: awscdk.AwsCdkConstructLibrary): void {
  const forms = { guardrail: 'guardrail:new <id> [what it judges]', signature: 'signature:new <cause>' };
  for (const [form, usage] of Object.entries(forms)) {
    const description = `Makes a ${form}, its places in the catalogs, its test and its case: ${usage}`;
    project.addTask(`${form}:new`, { description, exec: `tsx scripts/scaffold/${form}-new.ts`, receiveArgs: true });
  }
  project.addTask('compare', { description: 'Writes docs/COMPARISON.md anew', exec: 'tsx scripts/compare-linters.ts', receiveArgs: true });
}

/** The documents as a site; its generator has a package of its own, so that nobody installs it who builds no site. */
function buildTheSite(project: awscdk.AwsCdkConstructLibrary): void {
  const site = project.addTask('site', { description: 'Builds the documents as a site in site/dist; links that lead nowhere fail, and a search that finds another page first' });
  site.exec('npm ci --prefix site');
  site.exec('tsx scripts/site/assemble.ts');
  site.exec('npm exec --prefix site -- vitepress build site');
  site.exec('tsx scripts/site/check-links.ts');
  site.exec('tsx scripts/site/check-search.ts');
}

/** The demo and the bench run what is shipped, so they bundle first. */
function showItWorking(project: awscdk.AwsCdkConstructLibrary): void {
  const demo = project.addTask('demo', { description: 'Shows the library from declaration to diagnosis, without an AWS account' });
  demo.spawn(project.bundler.bundleTask, UNLESS_BUNDLED);
  demo.exec('tsx scripts/demo/demo.ts', { receiveArgs: true });

  project.addTask('pictures', {
    description: 'Makes the pictures of the README; with a folder as argument, more of them, to be looked at',
    exec: 'tsx scripts/pictures/pictures.ts',
    receiveArgs: true,
  });

  project.addTask('exam', { description: 'Measures the diagnosis on a file of failures whose causes are known', exec: 'tsx scripts/exam.ts', receiveArgs: true });

  const bench = project.addTask('bench', { description: 'Measures synthesis, the analyzer and the diagnosis; prints ratios of one run' });
  bench.spawn(project.bundler.bundleTask, UNLESS_BUNDLED);
  bench.exec('tsx --tsconfig tsconfig.dev.json bench/bench.ts', { receiveArgs: true });
}
