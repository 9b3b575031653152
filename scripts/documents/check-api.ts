import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { reportStale } from './report-stale';

const folder = mkdtempSync(join(tmpdir(), 'hardened-fargate-docs-'));
try {
  // Printed from the assembly that the compiler has just written.
  const output = join(folder, 'API.md');
  execFileSync('npx', ['jsii-docgen', '-o', output], { stdio: ['ignore', 'ignore', 'inherit'] });
  reportStale([{ file: 'API.md', text: readFileSync(output, 'utf8'), mendedBy: 'npx projen compile && npx projen docgen' }]);
} finally {
  rmSync(folder, { recursive: true });
}
