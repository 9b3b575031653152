import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { buildSync } from 'esbuild';

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.ts')).map(name => `src/${name.replaceAll('\\', '/')}`);

/** The files of which a program that uses the library loads any code. */
const { metafile } = buildSync({
  entryPoints: [join('src', 'index.ts')], bundle: true, platform: 'node', packages: 'external', outdir: 'unwritten', write: false, metafile: true,
});
const loaded = Object.keys(metafile.inputs);

const leftOut = readFileSync('.npmignore', 'utf8').split('\n').filter(line => line.startsWith('/lib/') && line !== '/lib/').map(line => line.replace('/lib/', 'src/'));

/** They hold types that declarations of the library name, or only code that is bundled and never compiled. */
const SHIPPED_ALL_THE_SAME = /^src\/(?:causes|evidence\/model|cli)(?:\/|$)|\/handler$/;

test('nothing that the library loads is left out of the package', () => {
  expect(loaded.filter(file => leftOut.some(folder => file.startsWith(folder)))).toEqual([]);
});

test('a folder of which the library loads nothing is left out of the package', () => {
  const idle = [...new Set(sources.map(source => dirname(source)))].filter(folder => !loaded.some(file => file.startsWith(`${folder}/`)));
  expect(idle.filter(folder => !SHIPPED_ALL_THE_SAME.test(folder) && !leftOut.some(left => `${folder}/`.startsWith(left)))).toEqual([]);
});
