import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '..', '..');

// jsii-docgen looks into every folder that is not hidden, and prints the last assembly with the name of the package.
test('API.md can only be made from the assembly of today: no folder holds another one', () => {
  const folders = readdirSync(ROOT, { withFileTypes: true })
    .filter(entry => entry.isDirectory() && !entry.name.startsWith('.') && entry.name !== 'node_modules').map(({ name }) => name);
  expect(folders).toContain('src');
  expect(folders.filter(folder => existsSync(join(ROOT, folder, '.jsii')))).toEqual([]);
});
