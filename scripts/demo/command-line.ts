import { spawnSync } from 'node:child_process';
import { isDeepStrictEqual } from 'node:util';
import { type Act, expect } from './act';
import type { Delivered } from './explain';
import { bold, caption, show } from './stage';
import { SHOWN_IN_SHORT, SHOWN_WHOLE } from './stops';
import type { Diagnosis } from '../../src/diagnosis/diagnosis';

const FILES = [...SHOWN_WHOLE, ...SHOWN_IN_SHORT];

/** The fourth act: the command line comes to the same diagnoses from the same files. */
export const commandLine = (delivered: Delivered): Act => ({
  title: 'The command line, over the same files',
  play: async () => {
    const [{ path, name }] = SHOWN_WHOLE;
    show(bold(`$ npx hardened-fargate diagnose ${path}`), '');
    const text = hardenedFargate('diagnose', path);
    show(text.trimEnd());
    expect(text.includes(delivered.get(name)?.title ?? '\0'), `the text names the diagnosis of ${name}`);

    caption('and for programs');
    show(bold('$ npx hardened-fargate diagnose --json scripts/demo/stops/*.json test/diagnosis/events/… | jq -r \'.[] | "\\(.confidence) \\(.cause)"\''), '');
    const diagnoses = JSON.parse(hardenedFargate('diagnose', '--json', ...FILES.map(file => file.path))) as readonly Diagnosis[];
    show(...diagnoses.map(({ confidence, cause }) => `${confidence} ${cause}`));
    for (const [index, file] of FILES.entries()) {
      expect(isDeepStrictEqual(diagnoses[index], delivered.get(file.name)), `the diagnosis of ${file.name} is the one that the function delivered`);
    }
    return `${diagnoses.length} files, and each diagnosis equals, field by field, the one that the Lambda function delivered.`;
  },
});

function hardenedFargate(...args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync('npx', ['--offline', 'hardened-fargate', ...args], { encoding: 'utf8' });
  expect(status === 0, `hardened-fargate ends with 0, but ended with ${status}: ${stderr}`);
  return stdout;
}
