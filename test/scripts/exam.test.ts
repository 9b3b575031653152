import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const FOLDER = mkdtempSync(join(tmpdir(), 'exam-'));

afterAll(() => rmSync(FOLDER, { recursive: true }));

/** The exam as `npm run exam -- FILE` runs it. */
function exam(cases: readonly object[]): { readonly status: number | null; readonly stdout: string; readonly stderr: string } {
  const file = join(FOLDER, 'cases.json');
  writeFileSync(file, JSON.stringify(cases));
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', resolve('scripts/exam.ts'), file], { encoding: 'utf8' });
  return { status, stdout, stderr };
}

const OUT_OF_DISK = { id: 'a-1', cause: 'app/disk-full', logTail: ['write /data/x: no space left on device'] };

test('a set whose causes are known is scored', () => {
  expect(exam([OUT_OF_DISK])).toMatchObject({ status: 0, stdout: expect.stringMatching(/^cases +1\nnamed first, acceptable +1 of 1 /), stderr: '' });
});

test('a set that names unknown causes is refused before anything is scored, and each of them is named with its case', () => {
  const { status, stdout, stderr } = exam([
    OUT_OF_DISK,
    { ...OUT_OF_DISK, id: 'a-2', cause: 'app/disc-full' },
    { ...OUT_OF_DISK, id: 'a-3', alsoAcceptable: ['app/file-permission', 'app/full'] },
  ]);
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  expect(stderr).toContain("cases.json names causes that are not in the catalog: a-2: 'app/disc-full', a-3: 'app/full'; correct these ids");
});
