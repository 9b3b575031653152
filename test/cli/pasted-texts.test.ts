import { readDocuments } from '../../src/cli/input/gather-evidence';
import { diagnose } from '../../src/diagnosis/diagnose';
import { renderText } from '../../src/report/render-text';
import PASTED from '../evidence/data/pasted-texts.json';

interface Pasted {
  readonly name: string;
  readonly text: string;
  /** The causes that may be named first, of every failure in the text. */
  readonly expected: readonly string[];
  /** What the report has to say or to put into its commands. */
  readonly names: readonly string[];
  /** Causes that would mislead, unless they are only possible. */
  readonly never: readonly string[];
}

const pasted: readonly Pasted[] = PASTED;

const matches = (cause: string, pattern: string): boolean => pattern.endsWith('*') ? cause.startsWith(pattern.slice(0, -1)) : cause === pattern;
const isOneOf = (cause: string, patterns: readonly string[]): boolean => patterns.some(pattern => matches(cause, pattern));

describe.each(pasted.map(one => [one.name, one] as const))('%s', (_, { text, expected, names, never }) => {
  const { evidence, healthy, noted } = readDocuments('a text', text, { verdictOn: stop => diagnose(stop) });
  const diagnoses = evidence.map(stop => diagnose(stop));
  const report = [...diagnoses.map(diagnosis => renderText(diagnosis, { colour: false })), ...healthy].join('\n').replace(/\s+/g, ' ').toLowerCase();

  test('is read as what it is', () => {
    const said = diagnoses.length > 0 ? diagnoses.map(({ cause }) => cause) : [healthy.length > 0 ? 'healthy' : noted.length > 0 ? 'noted' : 'nothing'];
    expect(said.filter(cause => !isOneOf(cause, expected))).toEqual([]);
  });

  test('keeps what it names', () => expect(names.filter(name => !report.includes(name.toLowerCase()))).toEqual([]));

  test('misleads to nothing else', () => {
    expect(diagnoses.filter(({ cause, confidence }) => confidence !== 'possible' && isOneOf(cause, never)).map(({ cause }) => cause)).toEqual([]);
  });
});
