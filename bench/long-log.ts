import { median, milliseconds, ratio } from './numbers';
import type { Measurement } from './table';
import { readDocuments } from '../src/cli/input/gather-evidence';
import { diagnose } from '../src/diagnosis/diagnose';
import { renderText } from '../src/report/render-text';

const ROUNDS = 3;
const MEGABYTE = 1_000_000;

/** Lines of four tools, with names of secrets, with long JSON, and with no end of digits. */
const LINES = [
  '2026-11-03T02:58:01.123Z INFO [main] com.acme.OrderService - order 7919 stored, tokens=17 session=4c8a',
  '{"level":"info","time":"2026-11-03T02:58:01Z","msg":"GET /orders/7 200 12 ms","trace":"6ecf45eff21e095ad8d60b724a6bbca2","user":{"id":7}}',
  '10.0.1.7 - - [03/Nov/2026:02:58:01 +0000] "GET /health HTTP/1.1" 200 2 "-" "ELB-HealthChecker/2.0"',
  `DEBUG payload ${'0123456789abcdef'.repeat(40)} DB_PASSWORD=hunter2`,
];

const logOf = (length: number): string => {
  const block = `${LINES.join('\n')}\n`;
  return `${block.repeat(Math.ceil(length / block.length)).slice(0, length)}\nError: connect ECONNREFUSED 10.0.3.17:5432\n`;
};

/** What it takes from a pasted log to the printed diagnosis; twice the log should take twice as long. */
export function measureLongLog(): readonly Measurement[] {
  const logs = [10, 20].map(megabytes => ({ megabytes, text: logOf(megabytes * MEGABYTE), times: [] as number[] }));
  for (let round = 0; round < ROUNDS; round++) {
    for (const { text, times } of logs) times.push(processorTimeOf(() => explain(text)));
  }
  return logs.map(({ megabytes, times }) => ({
    what: `from a log of ${megabytes} MB to its diagnosis`,
    value: milliseconds(median(times)),
    ratio: ratio(median(times) / median(logs[0].times)),
  }));
}

const explain = (text: string): void => readDocuments('log', text, {}).evidence.forEach(evidence => renderText(diagnose(evidence), { colour: false }));

/** In milliseconds. */
function processorTimeOf(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
