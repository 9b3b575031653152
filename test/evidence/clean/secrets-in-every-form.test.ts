import { isReadable } from './is-readable';
import { diagnose } from '../../../src/diagnosis/diagnose';
import type { Diagnosis } from '../../../src/diagnosis/model/diagnosis';
import { readEvidence } from '../../../src/evidence/read/read-evidence';
import { renderChat } from '../../../src/report/render-chat';
import { renderMarkdown } from '../../../src/report/render-markdown';
import { renderText } from '../../../src/report/render-text';
import { cases as others } from '../data/other-secrets.json';
import { cases as printedBy } from '../data/printed-secrets.json';
import { cases as sample } from '../data/secrets.json';
import { cases as told } from '../data/told-secrets.json';

const cases = [...sample, ...others, ...told, ...printedBy];

const WITHOUT_EXCEPTION = ['aws', 'header', 'token', 'connection', 'key'];

/** Where a text may stand in what is read. */
const PLACES: Readonly<Record<string, (text: string) => object>> = {
  'the log': text => ({ task: { stopCode: 'EssentialContainerExited', containers: [{ name: 'app', exitCode: 1 }] }, logTail: text.split('\n') }),
  'the stop reason': text => ({ task: { stopCode: 'TaskFailedToStart', stoppedReason: text } }),
  'a service event': text => ({ task: { stopCode: 'TaskFailedToStart' }, serviceEvents: [text] }),
};

const evidenceIn = (place: string, text: string) => readEvidence(PLACES[place](text), { personalData: true });

/** Everything that is printed of a stop. */
const printed = (place: string, text: string): string => evidenceIn(place, text).map(evidence => {
  const diagnosis = diagnose(evidence);
  return [renderText(diagnosis, { colour: false }), renderMarkdown(diagnosis), JSON.stringify(renderChat(diagnosis)), JSON.stringify(diagnosis), JSON.stringify(evidence)].join('\n');
}).join('\n');

describe.each(Object.keys(PLACES))('in %s', place => {
  const secrets = cases.filter(({ kind }) => kind !== 'innocent');
  const leaked = secrets.filter(({ text, secret }) => isReadable(secret, printed(place, text)));

  test('no key, token, header or connection string can be read in any form', () => {
    expect(leaked.filter(({ kind }) => WITHOUT_EXCEPTION.includes(kind)).map(({ id }) => id)).toEqual([]);
  });

  test('of a hundred secrets at most one can be read in any form', () => {
    expect(leaked.map(({ id }) => id).slice(Math.floor(secrets.length / 100))).toEqual([]);
  });

  test('of a hundred innocent texts at most one is damaged', () => {
    const innocent = cases.filter(({ kind }) => kind === 'innocent');
    const damaged = innocent.filter(({ text, secret }) => !JSON.stringify(evidenceIn(place, text)).includes(JSON.stringify(secret).slice(1, -1)));
    expect(damaged.map(({ id }) => id)).toEqual([]);
  });
});

test('a variable is hidden by the name beside its value', () => {
  const container = { name: 'app', environment: [{ name: 'DB_PASSWORD', value: 'correct horse' }, { name: 'STAGE', value: 'production' }] };
  expect(JSON.stringify(readEvidence({ task: { stopCode: 'TaskFailedToStart', stoppedReason: JSON.stringify(container) } }))).not.toContain('correct horse');
});

test('marks tell what was redacted, and whether two were the same', () => {
  const [{ logTail }] = readEvidence({ logTail: ['DB_PASSWORD=hunter2', 'password: "hunter2"', 'API_TOKEN=hunter3'] });
  expect(logTail).toEqual(['DB_PASSWORD=[redacted password #1]', 'password: "[redacted password #1]"', 'API_TOKEN=[redacted token #2]']);
});

/** A reader does not see line breaks and escapes, and chat shows look-alikes of what its markup is made of. */
const asRead = (text: string): string => text.replace(/\\(?=[\\`*_{}[\]()#+.!<>|~-])/g, '').replace(/[<‹]/g, '‹').replace(/[>›]/g, '›').replace(/＠/g, '@')
  .replace(/:∕∕/g, '://').replace(/\s+/g, '');

const FORMS: Readonly<Record<string, (diagnosis: Diagnosis) => string>> = {
  text: diagnosis => renderText(diagnosis, { colour: false }),
  Markdown: diagnosis => renderMarkdown(diagnosis),
  chat: diagnosis => renderChat(diagnosis).content.description,
  JSON: diagnosis => String((JSON.parse(JSON.stringify(diagnosis)) as Diagnosis).stoppedReason),
};

test.each(Object.entries(FORMS))('an innocent reason stays whole in %s', (_form, write) => {
  const damaged = cases.filter(({ kind }) => kind === 'innocent').filter(({ text, secret }) => {
    const [evidence] = evidenceIn('the stop reason', text);
    return !asRead(write(diagnose(evidence))).includes(asRead(secret));
  });
  expect(damaged.map(({ id }) => id)).toEqual([]);
});
