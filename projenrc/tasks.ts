import { type awscdk } from 'projen';

/** The commands of the project: what `npm test`, `npm run demo` and `npm run bench` do. */
export function defineTasks(project: awscdk.AwsCdkConstructLibrary): void {
  bundleTheCli(project);
  bundleTheAnalyzer(project);
  testEverythingThatIsPromised(project);
}

function bundleTheCli(project: awscdk.AwsCdkConstructLibrary): void {
  project.package.addBin({ 'hardened-fargate': 'assets/cli/hardened-fargate.js' });
  project.bundler.addBundle('src/cli/main.ts', {
    platform: 'node',
    target: 'node20',
    outfile: '../hardened-fargate.js',
    executable: true,
    banner: '#!/usr/bin/env node',
  });
}

/** The handler with the AWS SDK inside, so that what was tested is what runs, whatever SDK the Lambda runtime brings. */
function bundleTheAnalyzer(project: awscdk.AwsCdkConstructLibrary): void {
  project.bundler.addBundle('src/analyzer/stop-analyzer.lambda.ts', {
    platform: 'node',
    target: 'node24',
    outfile: '../stop-analyzer/index.js',
    minify: true,
    keepNames: true,
    mainFields: ['module', 'main'],
  });
}

function testEverythingThatIsPromised(project: awscdk.AwsCdkConstructLibrary): void {
  const typecheck = project.addTask('typecheck', { description: 'Checks the types of everything, tests included', exec: 'tsc --noEmit -p tsconfig.dev.json' });
  project.tasks.tryFind('compile')?.env('JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION', '20');
  // CDK's own template validation costs seconds in every test file; the guardrails still run.
  project.testTask.env('CDK_VALIDATION', 'false');
  project.testTask.prependSpawn(typecheck);
  project.testTask.prependSpawn(project.bundler.bundleTask);
}
