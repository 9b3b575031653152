import { readDocuments } from '../../src/cli/input/gather-evidence';
import { diagnose } from '../../src/diagnosis/diagnose';
import { forms } from '../evidence/data/held-forms.json';

/** The causes of what a text holds; without any, what it turned out to be. */
function said(text: string): readonly string[] {
  const { evidence, healthy, noted } = readDocuments('a text', text, { verdictOn: stop => diagnose(stop) });
  if (evidence.length > 0) return evidence.map(stop => diagnose(stop).cause);
  if (healthy.length > 0) return ['healthy'];
  return [noted.length > 0 ? 'noted' : 'nothing'];
}

const matches = (one: string, pattern: string): boolean => pattern.endsWith('*') ? one.startsWith(pattern.slice(0, -1)) : one === pattern;

test('there are more than a hundred forms in which people hold a failure', () => expect(forms.length).toBeGreaterThan(100));

test.each(forms.map(({ name, text, expected }) => [name, text, expected] as const))('%s is read as what it is', (_, text, expected) => {
  expect(said(text).filter(one => !expected.some(pattern => matches(one, pattern)))).toEqual([]);
});

test.each(forms.filter(({ expected }) => expected.join() === 'nothing').map(({ name, text }) => [name, text] as const))(
  '%s is told to be no stop', (_, text) => {
    expect(readDocuments('a text', text, { verdictOn: stop => diagnose(stop) }).unreadable).toHaveLength(1);
  });
