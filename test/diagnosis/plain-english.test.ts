import field from './data/field-cases.json';
import { evidenceOfSighting } from './sighting';
import { SIGNATURES } from '../../src/diagnosis/catalogue';
import { diagnose } from '../../src/diagnosis/diagnose';
import type { Diagnosis } from '../../src/diagnosis/model/diagnosis';
import { readEvidence } from '../../src/evidence/read/read-evidence';

const DIAGNOSES: readonly Diagnosis[] = [
  ...SIGNATURES.flatMap(({ seenIn }) => seenIn.map(sighting => diagnose(evidenceOfSighting(sighting)))),
  ...field.flatMap(one => readEvidence(one).map(evidence => diagnose(evidence))),
];

/** The six points of a failed health check, each of its own sentence. */
const IS_LIST = /^Check the six usual points: /;

/** Every text of ours that a diagnosis can hold, each with where it stands; what is quoted is not ours. */
const TEXTS = new Map<string, string>([
  ...SIGNATURES.flatMap(({ cause, says, toConfirm }): [string, string][] => [[says, `${cause} says`], [toConfirm, `${cause} toConfirm`]]),
  ...DIAGNOSES.flatMap(({ cause, clues, actions, summary }): [string, string][] => [
    [summary, `${cause} summary`],
    ...clues.map(({ says }): [string, string] => [says, `${cause} clue`]),
    ...actions.filter(({ title }) => !IS_LIST.test(title)).map(({ title }): [string, string] => [title, `${cause} action`]),
  ]),
]);

const sentences = (text: string): readonly string[] => text.split(/(?<=[.!?])\s+/);
const words = (sentence: string): number => sentence.replace(/`[^`]*`/g, 'code').split(/\s+/).length;

const found = (isFault: (text: string) => boolean): readonly string[] =>
  [...TEXTS].filter(([text]) => isFault(text)).map(([text, place]) => `${place}: ${text}`);

test('the diagnoses of every sighting and of the field cases have hundreds of texts', () => expect(TEXTS.size).toBeGreaterThan(400));

test('no sentence is longer than 25 words', () => {
  expect(found(text => sentences(text).some(sentence => words(sentence) > 25))).toEqual([]);
});

test('no word is a metaphor, out of date, or of two meanings', () => {
  const NOT_USED = new RegExp(`\\b(?:${[
    'nobody', 'somebody', 'everybody', 'whoever', 'whose', 'people', 'for ever', 'in vain', 'anew', 'as a rule', 'need not', 'graver?',
    'mend(?:s|ed)?', 'at home', 'by hand', 'by itself', 'of its own', 'of your own', 'way out', 'dies', 'knocks?', 'tripped',
    'gave (?:it )?up', 'takes? back', 'took back',
    'all the same', 'shall', 'may', 'lets?', 'so that', 'leave out', 'processor', 'of which', 'thereof',
  ].join('|')})\\b`, 'i');
  expect(found(text => NOT_USED.test(text))).toEqual([]);
});

test('words are spelled as in the United States', () => {
  const BRITISH = new RegExp(`\\b(?:${[
    'colour', 'behaviour', 'recognis\\w+', 'catalogue', 'defence', 'labelled', 'misspelt', 'neighbour', 'judgement', 'e-mail', 'host name',
    'filesystem', 'start-up', 'entrypoint', 'programme', 'cancell(?:ed|ing)', 'artefact', 'centre', 'licence',
  ].join('|')})\\b`);
  expect(found(text => BRITISH.test(text))).toEqual([]);
});

test('an action is an order, which begins with its verb', () => {
  const titles = DIAGNOSES.flatMap(({ actions }) => actions.map(({ title }) => title));
  const noVerb = /^(?:The|A|An|This|These|That|It|You|Your|There|What|Which|Where|When|Whether|Not|No|Never|Only|Here|Then)\b/;
  expect([...new Set(titles)].filter(title => noVerb.test(title))).toEqual([]);
});

test('a sentence has its subject before its verb', () => {
  const FIRST = [
    'Not', 'Never', 'Neither', 'Nor', 'Only', 'Seldom', 'Rarely', 'Here', 'So', 'Such', 'Of these', 'To this', 'What', 'Whatever',
  ];
  const INVERTED = new RegExp(`^(?:${FIRST.join('|')})\\b[^,.]{0,40}\\b(?:is|are|was|were|does|do|did|has|have|can|must)\\b`);
  expect(found(text => sentences(text).some(sentence => INVERTED.test(sentence)))).toEqual([]);
});

test('nothing is done without an actor where one is known', () => {
  const NO_ACTOR = /\b(?:is|are|was|were|been) (?:being )?(?:given up|taken back|undone|let|made|told|said|asked|wanted)\b(?! by)/;
  expect(found(text => NO_ACTOR.test(text))).toEqual([]);
});
