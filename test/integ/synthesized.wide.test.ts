import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

const ROOT = resolve(__dirname, '..', '..');

const APPS = readdirSync(__dirname).filter(file => file.endsWith('.integ.ts'));

test('there is an app for the analyzer, a service and a shared load balancer', () => {
  expect(APPS).toEqual(['analyzer.integ.ts', 'service.integ.ts', 'shared-load-balancer.integ.ts']);
});

test.each(APPS)('%s says plainly that it has not run against AWS, and is synthesized', async app => {
  expect(readFileSync(join(__dirname, app), 'utf8')).toContain('// Has not run against AWS: it is synthesized, and deployed in an emulator (docs/EMULATED.md).\n');
  const output = mkdtempSync(join(tmpdir(), 'integ-'));
  await promisify(execFile)(process.execPath, [join(ROOT, 'node_modules', 'tsx', 'dist', 'cli.mjs'), '--tsconfig', 'tsconfig.dev.json', join(__dirname, app)], {
    cwd: ROOT, env: { ...process.env, CDK_OUTDIR: output },
  });
  expect(readdirSync(output)).toContain('manifest.json');
});
