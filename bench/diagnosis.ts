import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { median, ratio } from './numbers';
import type { Measurement } from './table';
import { diagnose } from '../src/diagnosis/diagnose';
import type { Evidence } from '../src/evidence/model/evidence';
import { readEvidence } from '../src/evidence/read/read-evidence';

const SECONDS_PER_ROUND = 0.5;
const ROUNDS = 7;
const LOG_LINES = 200;

/** Lines as applications write them, the cause in the last but one. */
const LOG = [
  ...Array.from({ length: LOG_LINES - 2 }, (_, index) =>
    `{"level":"info","time":"2026-11-03T02:58:${String(index % 60).padStart(2, '0')}Z","msg":"GET /orders/${index} 200 ${index % 97} ms","trace":"${(index * 7919).toString(16)}"}`),
  'Error: connect ECONNREFUSED 10.0.3.17:5432',
  '    at TCPConnectWrap.afterConnect [as oncomplete] (node:net:1611:16)',
];

/** How many stops one core can explain in a second, from events alone and with the log of the container. */
export function measureDiagnosis(): readonly Measurement[] {
  const stops = sampleStops();
  const withLogs = stops.map(stop => ({ ...stop, logTail: LOG }));
  const workloads = [{ evidence: stops, rates: [] as number[] }, { evidence: withLogs, rates: [] as number[] }];
  for (const { evidence } of workloads) rateOf(evidence); // for the compiler
  for (let round = 0; round < ROUNDS; round++) {
    for (const { evidence, rates } of workloads) rates.push(rateOf(evidence));
  }
  const [without, with200] = workloads.map(({ rates }) => median(rates));
  return [
    { what: 'diagnoses on one core, without logs', value: perSecond(without), ratio: ratio(1) },
    { what: `diagnoses on one core, with ${LOG_LINES} log lines`, value: perSecond(with200), ratio: ratio(with200 / without) },
  ];
}

function sampleStops(): readonly Evidence[] {
  const folders = [join('scripts', 'demo', 'stops'), join('test', 'diagnosis', 'events')];
  const files = folders.flatMap(folder => readdirSync(folder).map(file => join(folder, file)));
  return files.map(file => JSON.parse(readFileSync(file, 'utf8')) as unknown).filter(hasStopped).flatMap(stop => readEvidence(stop));
}

function hasStopped(event: unknown): boolean {
  const { detail } = event as { readonly detail: { readonly lastStatus?: string } };
  return detail.lastStatus === 'STOPPED';
}

/** By the processor's time, which a busy machine does not stretch. */
function rateOf(evidence: readonly Evidence[]): number {
  const started = secondsOfProcessor();
  let diagnosed = 0;
  while (secondsOfProcessor() - started < SECONDS_PER_ROUND) {
    for (let again = 0; again < 10; again++) evidence.forEach(stop => diagnose(stop));
    diagnosed += 10 * evidence.length;
  }
  return diagnosed / (secondsOfProcessor() - started);
}

function secondsOfProcessor(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

const perSecond = (rate: number): string => `${Math.round(rate).toLocaleString('en')} /s`;
