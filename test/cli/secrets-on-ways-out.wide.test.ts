import * as fc from 'fast-check';
import { explainEvent } from '../../src/analyzer/explaining/explain-event';
import { fitIntoMessage } from '../../src/analyzer/notifying/fit-into-message';
import { factsAsJson } from '../../src/cli/facts/facts-json';
import { findingsAsJson } from '../../src/cli/findings/findings-json';
import { findingsAsSarif } from '../../src/cli/findings/findings-sarif';
import { findingsAsText } from '../../src/cli/findings/findings-text';
import { readDocuments } from '../../src/cli/input/gather-evidence';
import { tell } from '../../src/cli/terminal/print';
import { diagnose } from '../../src/diagnosis/diagnose';
import { mapRedacted } from '../../src/evidence/clean/map-redacted';
import { readEvidence, readInput } from '../../src/evidence/read/read-evidence';
import { asShown, withoutSecrets } from '../../src/guardrails/as-shown';
import type { Finding } from '../../src/guardrails/evaluate';
import { failureMessage, overdueMessage } from '../../src/jobs/failure-message';
import { forPowerShell } from '../../src/report/for-powershell';
import { renderChatDigest } from '../../src/report/render-chat-digest';
import { renderHtml } from '../../src/report/render-html';
import { renderText } from '../../src/report/render-text';
import { incidentPage } from '../../src/widget/page/incident-page';
import { listIncidents } from '../../src/widget/page/listed-incidents';
import { isReadable } from '../evidence/clean/is-readable';
import { surroundingsOf } from '../evidence/clean/surroundings';
import { cases as others } from '../evidence/data/other-secrets.json';
import { cases as printed } from '../evidence/data/printed-secrets.json';
import { cases as sample } from '../evidence/data/secrets.json';
import { cases as told } from '../evidence/data/told-secrets.json';
import { SEED } from '../fuzz';
import { hostileIncident } from '../widget/hostile-texts';
import { NOW } from '../widget/made-incidents';

/** Every secret of the lists in its message, and those that need no message of their own in one surrounding more. */
const INPUTS = [
  ...[...sample, ...others, ...printed, ...told].map(({ id, kind, secret, text }) => ({ id, kind, secret, text })),
  ...[...sample, ...others, ...printed].flatMap(({ id, kind, secret }, index) =>
    fc.sample(surroundingsOf(secret), { numRuns: 1, seed: SEED + index }).map(({ told: how, put }) => ({ id: `${id} as ${how}`, kind, secret, text: put(secret) }))),
].filter(({ kind }) => kind !== 'innocent' && kind !== 'pii');

/** What a reader sees of a text that is written in JSON or in HTML. */
const asWritten = (output: string): readonly string[] => [
  output,
  output.replace(/\\n/g, '\n').replace(/\\(["\\])/g, '$1'),
  output.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code))).replace(/&quot;/g, '"').replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&'),
];

const stopOf = (text: string) => readEvidence({ task: { stopCode: 'TaskFailedToStart', stoppedReason: text }, logTail: text.split('\n') })
  .map(evidence => diagnose(evidence));

const findingAbout = (text: string): Finding => ({
  rule: { id: 'acme/rule', title: 'A title.', why: 'Why.', fix: 'A fix.', see: [], prevents: [] },
  level: 'error',
  at: { path: 'Stack/Service', property: 'Command' },
  seen: `the command is '${text}'`,
});

/** What goes to standard error meanwhile. */
function onStandardError(act: () => void): string {
  const written: string[] = [];
  const spy = jest.spyOn(process.stderr, 'write').mockImplementation(chunk => { written.push(String(chunk)); return true; });
  act();
  spy.mockRestore();
  return written.join('');
}

const pageAbout = async (text: string): Promise<string> => {
  const hostile = hostileIncident(text);
  const [incident, diagnosis] = [{ ...hostile.incident, taskDefinitionArn: null }, hostile.diagnosis];
  const store = {
    list: (name: string) => Promise.resolve(name === 'active' ? [incident.id] : []),
    read: () => Promise.resolve({ incident, revision: 1 }),
    diagnosisOf: () => Promise.resolve(JSON.stringify(diagnosis)),
  };
  const request = { asksForDocumentation: false, from: 0, until: NOW, isDark: false, aheadOfUtc: 0 };
  return incidentPage(await listIncidents(store, request, NOW), request);
};

const explained = async (body: string, because?: string): Promise<string> => JSON.stringify(await explainEvent(body, {
  read: event => readEvidence(event),
  ...because === undefined ? {} : { collect: () => Promise.reject(new Error(because)) },
  diagnose: evidence => diagnose(evidence),
}));

const EVENT = JSON.stringify({ 'detail-type': 'ECS Task State Change', 'detail': { lastStatus: 'STOPPED', stopCode: 'TaskFailedToStart' } });

/** Every way in which a text that came in can go out. */
const WAYS: Readonly<Record<string, (text: string) => string | Promise<string>>> = {
  'a message of the command line': text => onStandardError(() => tell(text)),
  'the refusal of a text': text => readInput(text).unreadable.map(({ message }) => message).join('\n'),
  'the refusal of a field': text => readInput({ [text]: 1 }).unreadable.map(({ message }) => message).join('\n'),
  'the refusal of a file': text => readDocuments('a file', JSON.stringify({ field: text }), {}).unreadable.map(({ message }) => message).join('\n'),
  'findings as text': text => findingsAsText([asShown(findingAbout(text))], { colour: false, width: 120 }),
  'findings as JSON': text => findingsAsJson({ fresh: [asShown(findingAbout(text))], known: [], stale: [], judged: [] }),
  'findings for code scanning': text => findingsAsSarif({ fresh: [asShown(findingAbout(text))], known: [] }, false),
  'findings for the CDK': text => withoutSecrets(findingAbout(text)).seen,
  'facts': text => factsAsJson([{ judges: 'task', facts: { containers: [{ command: [text], environment: [{ name: 'NOTE', value: text }] }] } as never }]),
  'evidence': text => JSON.stringify(readEvidence({ task: { stoppedReason: text }, logTail: text.split('\n') })),
  'what an account answers': text => JSON.stringify(mapRedacted({ service: text, because: text })),
  'a report as text': text => stopOf(text).map(diagnosis => renderText(diagnosis, { colour: false })).join('\n'),
  'a report as HTML': text => stopOf(text).map(diagnosis => renderHtml(diagnosis).source).join('\n'),
  'a report for PowerShell': text => JSON.stringify(stopOf(text).map(forPowerShell)),
  'several incidents in a chat': text => JSON.stringify(renderChatDigest('Incidents', stopOf(text).map(({ title }) => title))),
  'the widget': pageAbout,
  'the reason of a dead letter': text => explained(JSON.stringify(text)),
  'a fault of reading the account': text => explained(EVENT, text),
  'a line of the analyzer\'s log': text => fitIntoMessage({ because: text }, short => JSON.stringify(short)),
  'a job that failed': text => failureMessage({ task: { stopCode: 'EssentialContainerExited', stoppedReason: text, containers: [{ exitCode: 1 }] }, logTail: text.split('\n') }),
  'a job that took too long': text => overdueMessage({ TaskArn: 'arn:aws:ecs:eu-west-1:111122223333:task/shop/1', timeoutSeconds: '60', logTail: text.split('\n') }),
};

test('more than a thousand texts with a secret are tried', () => expect(INPUTS.length).toBeGreaterThan(1000));

test.each(Object.entries(WAYS))('of a thousand secrets at most one can be read in %s', async (_, shown) => {
  const leaked: string[] = [];
  for (const { id, secret, text } of INPUTS) {
    const output = await shown(text);
    if (asWritten(output).some(written => isReadable(secret, written))) leaked.push(id);
  }
  expect(leaked.slice(Math.floor(INPUTS.length / 1000))).toEqual([]);
});
