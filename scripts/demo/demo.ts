import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { change } from './change';
import { commandLine } from './command-line';
import { declare } from './declare';
import { type Delivered, explain } from './explain';
import { install } from './install';
import { refuse } from './refuse';
import { bold, dim, green, perform, red, show } from './stage';
import { withEvidence } from './with-evidence';

void main();

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'hardened-fargate-demo-'));
  const started = performance.now();
  console.log(`\n${bold('hardened-fargate')}: declare, check, change, and diagnose a service, without an AWS account or a network.`);
  console.log(`The demo writes to ${folder}, and removes it at the end.`);
  try {
    install(folder);
    const delivered: Delivered = new Map();
    const acts = [declare(folder), refuse(folder), change(folder), explain(delivered), withEvidence(), commandLine(delivered)];
    const kept: boolean[] = [];
    for (const act of acts) kept.push(await perform(act, kept.length + 1));
    const shown = kept.filter(Boolean).length;
    const seconds = Math.round((performance.now() - started) / 1000);
    console.log();
    show((shown === acts.length ? green : red)(bold(`${shown} of ${acts.length} parts of the demo succeeded`)) + dim(` (${seconds} s)`));
    process.exitCode = shown === acts.length ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
