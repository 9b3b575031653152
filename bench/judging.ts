import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { median, milliseconds, ratio } from './numbers';
import type { OneSynthesis } from './one-synthesis';
import type { Measurement } from './table';

const SIZES = [50, 100, 200];
const ROUNDS = 3;

/** The plugins that a synthesis may run with. */
type Plugin = 'none' | 'nothing' | 'guardrails';

/**
 * How much it adds to the synthesis of plain services to judge them, and how that grows; what the CDK adds for any plugin stands apart.
 *
 * Each synthesis has a process of its own and runs the CDK's own validation, as those of users do: nothing is warm, and nothing is left out.
 */
export const measureJudging = (): readonly Measurement[] => [...anyPlugin(100), ...SIZES.flatMap(guardrails)];

/** What any plugin of a third party costs: the CDK hashes the whole cloud assembly for it. */
function anyPlugin(services: number): readonly Measurement[] {
  const rounds = Array.from({ length: ROUNDS }, () => ({ alone: synthesize(services, 'none').total, nothing: synthesize(services, 'nothing').total }));
  const what = `processor time to synthesize ${services} plain services`;
  return [
    { what, value: milliseconds(median(rounds.map(({ alone }) => alone))), ratio: ratio(1) },
    { what: `${what}, with a plugin that does nothing`, value: milliseconds(median(rounds.map(({ nothing }) => nothing))), ratio: ratio(median(rounds.map(({ alone, nothing }) => nothing / alone))) },
  ];
}

function guardrails(services: number): readonly Measurement[] {
  const rounds = Array.from({ length: ROUNDS }, () => synthesize(services, 'guardrails'));
  return [{
    what: `processor time to judge ${services} plain services, beside the rest of their synthesis`,
    value: milliseconds(median(rounds.map(({ judging }) => judging))),
    ratio: ratio(median(rounds.map(({ total, judging }) => judging / (total - judging)))),
  }];
}

function synthesize(services: number, plugin: Plugin): OneSynthesis {
  const { CDK_VALIDATION: _switchedOff, ...env } = process.env;
  const tsx = join('node_modules', '.bin', 'tsx');
  const printed = execFileSync(tsx, ['--tsconfig', 'tsconfig.dev.json', join(__dirname, 'one-synthesis.ts'), String(services), plugin], { encoding: 'utf8', env });
  return JSON.parse(printed) as OneSynthesis;
}
