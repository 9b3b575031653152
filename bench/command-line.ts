import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { median, milliseconds, ratio } from './numbers';
import type { Measurement } from './table';

const ROUNDS = 9;

const CLI = resolve('assets', 'cli', 'hardened-fargate.js');
const CLIENTS = resolve('assets', 'analyzer', 'stop-analyzer', 'account.js');

/** Programs in the order of the table, each beside what Node.js itself needs to start. */
const PROGRAMS = {
  'start of Node.js with an empty program': ['--eval', ''],
  'start of a command that reads no account': [CLI, 'causes', '--format', 'json'],
  'the same, if it loaded the AWS SDK too': ['--require', CLIENTS, CLI, 'causes', '--format', 'json'],
} as const;

/** How long the command line takes to start, against Node.js itself. */
export function measureCommandLine(): readonly Measurement[] {
  const times = new Map(Object.keys(PROGRAMS).map(what => [what, [] as number[]]));
  for (let round = 0; round < ROUNDS; round++) {
    for (const [what, args] of Object.entries(PROGRAMS)) times.get(what)?.push(timeOf(args));
  }
  const medians = [...times].map(([what, each]) => [what, median(each)] as const);
  const [[, empty]] = medians;
  return [
    { what: 'command line, without and with the AWS SDK', value: `${kilobytes(CLI)} and ${kilobytes(CLIENTS)} kB` },
    ...medians.map(([what, time]) => ({ what, value: milliseconds(time), ratio: ratio(time / empty) })),
  ];
}

const kilobytes = (file: string): string => Math.round(statSync(file).size / 1000).toLocaleString('en');

function timeOf(args: readonly string[]): number {
  const started = performance.now();
  execFileSync(process.execPath, args, { stdio: 'ignore' });
  return performance.now() - started;
}
