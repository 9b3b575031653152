import type { Evidence } from '../../evidence/model/evidence';

/** The seconds that an application says its start took. */
const STARTED = /(?:started|startup|ready|booted|running)\b.{0,60}?\bin (\d+(?:\.\d+)?) ?(ms|milliseconds|s\b|sec|seconds)/i;

/** How long an application took to start, and the line in which it says so. */
export interface StartDuration {
  readonly seconds: number;
  readonly line: string;
}

/** The first start of that many seconds at least that the log tells of. */
export function startOfAtLeast(least: number, { logTail }: Evidence): StartDuration | undefined {
  for (const line of logTail) {
    const match = STARTED.exec(line.slice(0, 400));
    const seconds = match ? Number(match[1]) / (match[2].startsWith('m') ? 1000 : 1) : NaN;
    if (seconds >= least) return { seconds, line: line.trim().slice(0, 240) };
  }
  return undefined;
}
