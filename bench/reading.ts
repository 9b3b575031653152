import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { buildSync } from 'esbuild';
import { median, ratio } from './numbers';
import type { Measurement } from './table';

/** The last commit before redaction looked through encodings, prefixes and other languages. */
const BEFORE = 'ed03916';

const ROUNDS = 11;
const SECONDS_PER_ROUND = 0.3;
const LOG_LINES = 200;

const STOP = {
  task: {
    taskArn: 'arn:aws:ecs:eu-west-1:111122223333:task/prod/7d3b1f0c2a9e4c64b1d8e5f6a7b8c9d0',
    stopCode: 'TaskFailedToStart',
    stoppedReason: 'ResourceInitializationError: unable to pull secrets or registry auth: unable to retrieve secret from asm',
    containers: [{ name: 'app', exitCode: 1, reason: 'CannotPullContainerError: manifest for web:1 not found' }],
  },
};

/** A line in which a secret is named, so that redaction has to look twice. */
const lineAt = (index: number): string =>
  `2026-11-03T02:58:${String(index % 60).padStart(2, '0')}.123Z INFO [main] com.acme.OrderService - order ${index * 7919} stored, tokens=${index} session=${index.toString(16)}`;

const INPUTS: Readonly<Record<string, object>> = {
  'to read and redact one stop': STOP,
  [`to read and redact one stop with ${LOG_LINES} log lines`]: { ...STOP, logTail: Array.from({ length: LOG_LINES }, (_, index) => lineAt(index)) },
};

type Read = (input: unknown) => unknown;

/** What reading and redaction cost now and before, interleaved in one run; before only where git still has that commit. */
export function measureReading(): readonly Measurement[] {
  const [before, now] = [readerBefore(), readerIn('src')];
  return Object.entries(INPUTS).flatMap(([what, input]) => {
    const readers: readonly (readonly [when: string, read: Read])[] = [...before === undefined ? [] : [[`, at ${BEFORE}`, before] as const], ['', now]];
    const times = readers.map(() => [] as number[]);
    for (let round = 0; round < ROUNDS; round++) readers.forEach(([, read], index) => times[index].push(microseconds(() => read(input))));
    return readers.map(([when], index) => ({
      what: `${what}${when}`, value: `${Math.round(median(times[index])).toLocaleString('en')} µs`, ratio: ratio(median(times[index]) / median(times[0])),
    }));
  });
}

function readerBefore(): Read | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'hardened-fargate-bench-'));
  try {
    const tar = execFileSync('git', ['archive', BEFORE, 'src'], { stdio: ['ignore', 'pipe', 'ignore'], maxBuffer: 1e9 });
    execFileSync('tar', ['x', '-C', folder], { input: tar });
    symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
    return readerIn(join(folder, 'src'));
  } catch {
    return undefined;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Bundled as it is shipped, both times alike: a module that is transpiled by itself is slower. */
function readerIn(sources: string): Read {
  const folder = mkdtempSync(join(tmpdir(), 'hardened-fargate-bench-'));
  try {
    const outfile = join(folder, 'read-evidence.js');
    buildSync({ entryPoints: [join(sources, 'evidence', 'read', 'read-evidence.ts')], bundle: true, platform: 'node', outfile });
    return (require(outfile) as { readonly readEvidence: Read }).readEvidence; // eslint-disable-line @typescript-eslint/no-require-imports
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** By the processor's time, which a busy machine does not stretch. */
function microseconds(work: () => void): number {
  const started = process.cpuUsage();
  let times = 0;
  for (;;) {
    for (let again = 0; again < 5; again++) work();
    times += 5;
    const { user, system } = process.cpuUsage(started);
    if (user + system > SECONDS_PER_ROUND * 1e6) return (user + system) / times;
  }
}
