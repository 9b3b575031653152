import { spawnSync } from 'node:child_process';
import { isDeepStrictEqual } from 'node:util';
import { type Act, expect } from './act';
import type { Delivered } from './explain';
import { bold, caption, dim, show, wrap } from './stage';
import { SHOWN_IN_SHORT, SHOWN_WHOLE, STILL_RUNNING } from './stops';
import type { Diagnosis } from '../../src/diagnosis/model/diagnosis';

const FILES = [...SHOWN_WHOLE, ...SHOWN_IN_SHORT];

/** The command line keeps no incidents, so it says of them only what an event says itself. */
const NO_INCIDENT = ({ firstSeen, lastSeen }: Diagnosis) => ({ firstSeen, lastSeen, incident: null });

/** The sixth act: the command line comes to the same diagnoses from the same files. */
export const commandLine = (delivered: Delivered): Act => ({
  title: 'Diagnose the same stops on the command line',
  play: async () => {
    const [shown] = SHOWN_IN_SHORT;
    show(bold(`$ npx hardened-fargate diagnose ${shown.path}`), '', hardenedFargate(['diagnose', shown.path]).stdout.trimEnd());

    caption('as JSON, for programs');
    show(bold('$ npx hardened-fargate diagnose --json … | jq -r \'.[] | "\\(.severity) \\(.confidence) \\(.cause)"\''), '');
    const text = hardenedFargate(['diagnose', ...FILES.map(file => file.path)]).stdout;
    const diagnoses = JSON.parse(hardenedFargate(['diagnose', '--json', ...FILES.map(file => file.path)]).stdout) as readonly Diagnosis[];
    show(...diagnoses.map(({ severity, confidence, cause }) => `${severity} ${confidence} ${cause}`));
    for (const [index, { name }] of FILES.entries()) {
      const [here, there] = [diagnoses[index], delivered.get(name)];
      expect(isDeepStrictEqual(here, there && { ...there, ...NO_INCIDENT(here) }), `the diagnosis of ${name} is the one that the function delivered`);
      expect(text.includes(diagnoses[index].title), `the text names the diagnosis of ${name}`);
    }

    caption('a task that has not stopped');
    show(bold(`$ npx hardened-fargate diagnose ${STILL_RUNNING.path}`), '', ...wrap(hardenedFargate(['diagnose', STILL_RUNNING.path]).stdout.trim()), '', dim('exit code 0'));
    return `${diagnoses.length} files, with the same diagnoses as those of the analyzer.`;
  },
});

function hardenedFargate(args: readonly string[], expected = 0): { readonly stdout: string; readonly stderr: string } {
  const { status, stdout, stderr } = spawnSync('npx', ['--offline', 'hardened-fargate', ...args], { encoding: 'utf8', env: { ...process.env, npm_config_loglevel: 'error' } });
  expect(status === expected, `hardened-fargate ends with ${expected}, but ended with ${status}: ${stderr}`);
  return { stdout, stderr };
}
