import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(__dirname, '..', '..');

/** The package that examples import, and what they import beside it. */
const IMPORTED = { 'hardened-fargate': ROOT, 'aws-cdk-lib': join(ROOT, 'node_modules/aws-cdk-lib'), 'constructs': join(ROOT, 'node_modules/constructs'), '@types': join(ROOT, 'node_modules/@types') };

test('every example of the API and of the README compiles, and is translated to the other languages', () => {
  const folder = mkdtempSync(join(tmpdir(), 'examples-'));
  mkdirSync(join(folder, 'node_modules'));
  for (const [name, path] of Object.entries(IMPORTED)) symlinkSync(path, join(folder, 'node_modules', name));
  // Rosetta writes beside the assembly that it reads.
  const copy = join(folder, 'assembly');
  for (const part of ['.jsii', 'package.json', 'rosetta']) cpSync(join(ROOT, part), join(copy, part), { recursive: true });
  const translated = join(folder, 'examples.json');
  const { status, stderr } = spawnSync(
    join(ROOT, 'node_modules', '.bin', 'jsii-rosetta'),
    ['extract', '--compile', '--fail', '--directory', folder, '--output', translated, copy],
    { encoding: 'utf8', env: { ...process.env, JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION: '20' } },
  );
  expect({ status, errors: stderr.match(/error TS.*/g) }).toEqual({ status: 0, errors: null });

  const { snippets } = JSON.parse(readFileSync(translated, 'utf8')) as { snippets: Record<string, { translations: Record<string, object> }> };
  const languages = Object.values(snippets).map(({ translations }) => Object.keys(translations).filter(language => language !== '$').sort());
  expect(languages.length).toBeGreaterThan(20);
  expect(languages).toEqual(languages.map(() => ['csharp', 'go', 'java', 'python']));
});
