import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GENERATED_DOCUMENTS } from './generated-documents';

/** A document of the repository, what it should say, and the command that makes it say so. */
interface Expected {
  readonly file: string;
  readonly text: string;
  readonly mendedBy: string;
}

async function check(): Promise<void> {
  const expected = [...await documents(), apiReference()];
  const stale = expected.filter(({ file, text }) => !existsSync(file) || readFileSync(file, 'utf8') !== text);
  for (const { file, mendedBy } of stale) console.error(`${file} does not say what the code says; \`${mendedBy}\` writes it anew`);
  process.exitCode = stale.length > 0 ? 1 : 0;
}

const documents = (): Promise<readonly Expected[]> => Promise.all(
  Object.entries(GENERATED_DOCUMENTS).map(async ([file, text]) => ({ file, text: await text(), mendedBy: 'npx projen docs' })),
);

/** Printed from the assembly that the compiler has just written. */
function apiReference(): Expected {
  const folder = mkdtempSync(join(tmpdir(), 'hardened-fargate-docs-'));
  try {
    const output = join(folder, 'API.md');
    execFileSync('npx', ['jsii-docgen', '-o', output], { stdio: ['ignore', 'ignore', 'inherit'] });
    return { file: 'API.md', text: readFileSync(output, 'utf8'), mendedBy: 'npx projen compile && npx projen docgen' };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

void check();
