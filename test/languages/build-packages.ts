import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { APPS, BUILT, GENERATED } from './built-packages';

const ROOT = join(__dirname, '..', '..');
const { peerDependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { peerDependencies: Record<string, string> };
/** The oldest versions that the package may be used with; a range would ask for those of the day. */
const oldest = (dependency: string) => peerDependencies[dependency].replace('^', '');

rmSync(GENERATED, { recursive: true, force: true });
mkdirSync(BUILT, { recursive: true });
run(ROOT, 'npx', 'jsii-pacmak', '--code-only', '--outdir', GENERATED, '--target', 'python', '--target', 'java', '--target', 'go', '--target', 'dotnet');
buildPython();
buildJava();
buildGo();
buildDotnet();

/** Installs the package, as `pip` builds it, in a virtual environment. */
function buildPython(): void {
  const environment = join(BUILT, 'python');
  if (!existsSync(environment)) run(BUILT, process.env.PYTHON ?? 'python3', '-m', 'venv', environment);
  const install = (...options: readonly string[]) =>
    run(BUILT, join(environment, 'bin', 'python'), '-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', ...options);
  install(join(GENERATED, 'python'), `aws-cdk-lib==${oldest('aws-cdk-lib')}`, `constructs==${oldest('constructs')}`);
  // The version never changes, so that pip would keep the package of an earlier run.
  install('--force-reinstall', '--no-deps', join(GENERATED, 'python'));
}

/** Builds the package with Maven, and compiles the apps against its jar. */
function buildJava(): void {
  const sources = join(GENERATED, 'java');
  const model = join(sources, 'pom.xml');
  writeFileSync(model, readFileSync(model, 'utf8').replace(/<version>\[([\d.]+),[\d.]+\)<\/version>/g, '<version>$1</version>'));
  const build = join(BUILT, 'java');
  const libraries = join(build, 'libraries');
  const maven = (...goals: readonly string[]) =>
    run(sources, 'mvn', '--quiet', '--batch-mode', `-Dmaven.repo.local=${join(BUILT, 'maven')}`, '-Dmaven.javadoc.skip', '-Dmaven.source.skip', ...goals);
  rmSync(build, { recursive: true, force: true });
  mkdirSync(libraries, { recursive: true });
  maven('package', 'dependency:copy-dependencies', `-DoutputDirectory=${libraries}`);
  cpSync(join(sources, 'target', 'hardened-fargate-0.0.0.jar'), join(libraries, 'hardened-fargate.jar'));
  const apps = [join(APPS.example, 'java/src/main/java/shop/OrdersApp.java'), join(APPS.judged, 'java/ShopApp.java')];
  run(build, 'javac', '-Werror', '--release', '11', '-d', 'classes', '-classpath', `${libraries}/*`, ...apps);
}

/** Builds each app as a module of its own, with the package in the place of the published one. */
function buildGo(): void {
  for (const [app, folder] of Object.entries(APPS)) {
    const module = join(BUILT, 'go', app);
    rmSync(module, { recursive: true, force: true });
    cpSync(join(folder, 'go'), module, { recursive: true });
    run(module, 'go', 'mod', 'edit', '-replace', `github.com/hardened-fargate/hardened-fargate-go/hardenedfargate=${join(GENERATED, 'go', 'hardenedfargate')}`);
    run(module, 'go', 'mod', 'tidy');
    run(module, 'go', 'vet', '.');
    run(module, 'go', 'build', '-o', 'shop', '.');
  }
}

/** Compiles the package for .NET where its SDK is, and says so where it is not. */
function buildDotnet(): void {
  const project = join(GENERATED, 'dotnet', 'HardenedFargate');
  if (!existsSync(project)) throw new Error(`jsii generated no project for .NET at ${project}`);
  try {
    execFileSync('dotnet', ['--version'], { stdio: 'ignore' });
  } catch {
    console.warn('the package for .NET was generated and not compiled, because there is no .NET SDK on this machine');
    return;
  }
  run(project, 'dotnet', 'build', '--nologo');
}

function run(folder: string, program: string, ...options: readonly string[]): void {
  // What npm sets for its own scripts is not meant for programs of other languages.
  const environment = { ...process.env, GOFLAGS: '-mod=mod', JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION: '20' };
  execFileSync(program, options, { cwd: folder, env: environment, stdio: ['ignore', 'inherit', 'inherit'] });
}
