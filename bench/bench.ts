import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { measureAnalyzer } from './analyzer';
import { measureCommandLine } from './command-line';
import { measureDiagnosis } from './diagnosis';
import { measureDoctor } from './doctor';
import { measureFirstEvent } from './first-event';
import { measureJudging } from './judging';
import { measureLongLog } from './long-log';
import { measureReading } from './reading';
import { measureStorm } from './storm';
import { measureSynthesis } from './synthesis';
import { tableOf } from './table';

const REPORT = 'docs/BENCHMARKS.md';

void main();

/** Prints what was measured; with `--write` also into the documents. */
async function main(): Promise<void> {
  // The guardrails run; only the CDK's own look at the templates, which every contestant would pay alike, does not.
  process.env.CDK_VALIDATION = 'false';
  const table = tableOf([
    ...measureSynthesis(), ...measureJudging(), ...await measureAnalyzer(), ...await measureFirstEvent(),
    ...measureCommandLine(), ...await measureDoctor(),
    ...measureDiagnosis(), ...measureReading(),
    ...measureLongLog(),
    ...await measureStorm(),
  ]);
  const machine = `Medians of one run, interleaved, on ${cpus().length} × ${cpus()[0]?.model.trim()} with Node ${process.versions.node}. Compare ratios, not times.`;
  console.log(`\n${table}\n\n${machine}`);
  if (process.argv.includes('--write')) writeFileSync(REPORT, `# Benchmarks\n\n<!-- Written by \`npm run bench -- --write\`. -->\n\n${table}\n\n${machine}\n`);
}
