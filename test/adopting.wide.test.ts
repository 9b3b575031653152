import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(__dirname, '..');
const GUIDE = readFileSync(join(ROOT, 'docs/ADOPTING.md'), 'utf8');

/** The code blocks of the guide in a language, in their order. */
const blocks = (language: string): readonly string[] => [...GUIDE.matchAll(new RegExp(`^\`\`\`${language}\n([^]*?)^\`\`\``, 'gm'))].map(([, code]) => code);

const [REGISTER, WITH_BASELINE] = blocks('ts');
const COMMANDS = blocks('sh').flatMap(block => block.trim().split('\n'));

/** The app of a team that has never heard of guardrails, with one service that AWS rejects. */
const APP = `
import { App, Stack } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';

const app = new App();
const stack = new Stack(app, 'Shop');
const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Task');
taskDefinition.addContainer('app', { image: ecs.ContainerImage.fromRegistry('public.ecr.aws/nginx/nginx:1.29') });
(taskDefinition.node.defaultChild as ecs.CfnTaskDefinition).addPropertyOverride('ContainerDefinitions.0.StopTimeout', 300);
new ecs.FargateService(stack, 'Service', { cluster: new ecs.Cluster(stack, 'Cluster', { vpc: new ec2.Vpc(stack, 'Vpc') }), taskDefinition });
`;

/** A folder with the app, in which `npx` finds the two commands as it does where they are installed. */
const FOLDER = mkdtempSync(join(tmpdir(), 'adopting-'));
const NPX = `#!/bin/sh
command=$1; shift
case $command in
  cdk) exec node '${join(ROOT, 'node_modules/aws-cdk/bin/cdk')}' "$@" ;;
  hardened-fargate) exec node '${join(ROOT, 'assets/cli/hardened-fargate.js')}' "$@" ;;
esac
`;

const writeApp = (registration: string): void => writeFileSync(join(FOLDER, 'app.ts'), APP + registration);

/** What a command of the guide does in the folder. */
function run(command: string): { readonly status: number | null; readonly output: string } {
  expect(COMMANDS).toContain(command);
  const { status, stdout, stderr } = spawnSync('sh', ['-c', command], {
    cwd: FOLDER,
    encoding: 'utf8',
    env: { PATH: `${FOLDER}:${process.env.PATH}`, HOME: process.env.HOME, TMPDIR: tmpdir(), CDK_VALIDATION: 'false', CDK_DISABLE_VERSION_CHECK: '1', NO_COLOR: '1' },
  });
  return { status, output: stdout + stderr };
}

beforeAll(() => {
  symlinkSync(join(ROOT, 'node_modules'), join(FOLDER, 'node_modules'));
  writeFileSync(join(FOLDER, 'npx'), NPX, { mode: 0o755 });
  writeFileSync(join(FOLDER, 'cdk.json'), JSON.stringify({ app: 'node node_modules/.bin/tsx app.ts' }));
  writeFileSync(join(FOLDER, 'tsconfig.json'), JSON.stringify({ compilerOptions: { paths: { 'hardened-fargate': [join(ROOT, 'src/index.ts')] } } }));
  expect(spawnSync('git', ['init', '--quiet'], { cwd: FOLDER }).status).toBe(0);
});

test('the guide is followed from the first finding to a pipeline that stops new ones only', () => {
  // 1. See what they find.
  writeApp(REGISTER);
  expect(run('npx cdk synth --quiet')).toMatchObject({ status: 1, output: expect.stringContaining('stop-timeout-limits') });
  expect(run('npx hardened-fargate guardrails --template cdk.out/*.template.json')).toMatchObject({ status: 1, output: expect.stringContaining('error stop-timeout-limits (refused)') });

  // 2. Record what is there.
  writeApp(WITH_BASELINE);
  expect(run('npx cdk synth --quiet')).toMatchObject({ status: 1, output: expect.stringContaining('baseline-unreadable') });
  expect(run('npx cdk synth --quiet -c hardened-fargate:write-baseline=true')).toMatchObject({ status: 0 });
  expect(run('git add guardrails-baseline.json')).toMatchObject({ status: 0 });
  expect(run('npx cdk synth --quiet')).toMatchObject({ status: 0 });
  const ofTemplates = 'npx hardened-fargate guardrails --template cdk.out/*.template.json';
  expect(run(`${ofTemplates} --write-baseline guardrails-baseline.json`)).toMatchObject({ status: 0 });
  expect(run(`${ofTemplates} --baseline guardrails-baseline.json`)).toMatchObject({ status: 0 });

  // 3. Stop new findings in the pipeline.
  expect(run(`${ofTemplates} --sarif > guardrails.sarif`)).toMatchObject({ status: 1 });
  expect(JSON.parse(readFileSync(join(FOLDER, 'guardrails.sarif'), 'utf8'))).toMatchObject({ version: '2.1.0' });
});

test('no command of the guide is left untried', () => {
  const source = readFileSync(__filename, 'utf8').replace(/\$\{ofTemplates\}/g, 'npx hardened-fargate guardrails --template cdk.out/*.template.json');
  expect(COMMANDS.filter(command => !source.includes(command))).toEqual([]);
});
