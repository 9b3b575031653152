import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Slugger from 'github-slugger';
import { CAUSES } from '../../src/causes/catalogue';
import { DOCUMENT_OF_ALARMS, DOCUMENT_OF_ANALYZER_ALARMS, documentOfCause, documentOfGuardrail } from '../../src/causes/documents';
import { CATALOGUE } from '../../src/guardrails/catalogue';

const ROOT = join(__dirname, '..', '..');
const { repository } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { repository: { url: string } };
const REPOSITORY = `${repository.url.replace(/\.git$/, '')}/blob/main/`;

/** The anchors that GitHub gives to the headings of a document. */
function anchorsOf(file: string): readonly string[] {
  const slugger = new Slugger();
  return [...readFileSync(join(ROOT, file), 'utf8').matchAll(/^#+ (.+)$/gm)].map(([, heading]) => slugger.slug(heading));
}

/** Addresses that lead to no heading of a document in the repository of the package. */
function deadAmong(addresses: readonly string[]): readonly string[] {
  const anchors = new Map<string, readonly string[]>();
  return addresses.filter(address => {
    if (!address.startsWith(REPOSITORY)) return true;
    const [file, anchor] = address.slice(REPOSITORY.length).split('#');
    if (!anchors.has(file)) anchors.set(file, anchorsOf(file));
    return anchor !== undefined && !anchors.get(file)?.includes(anchor);
  });
}

test('every cause has a page in the repository of the package', () => {
  expect(deadAmong(CAUSES.map(({ id }) => documentOfCause(id)))).toEqual([]);
});

test('every guardrail has a page in the repository of the package', () => {
  expect(deadAmong(CATALOGUE.map(({ id }) => documentOfGuardrail(id)))).toEqual([]);
});

test('the alarms have a page in the repository of the package', () => {
  expect(deadAmong([DOCUMENT_OF_ALARMS, DOCUMENT_OF_ANALYZER_ALARMS])).toEqual([]);
});

test('an address without a heading is seen as dead', () => {
  expect(deadAmong([documentOfGuardrail('no-such-guardrail'), 'https://docs.example.com/CAUSES.md'])).toHaveLength(2);
});
