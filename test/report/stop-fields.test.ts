import { renderChat } from '../../src/report/render-chat';
import { renderMarkdown } from '../../src/report/render-markdown';
import { renderText } from '../../src/report/render-text';
import { stopFields } from '../../src/report/stop-fields';
import { aDiagnosis } from '../diagnosis/a-diagnosis';

const killed = aDiagnosis({
  lastStatus: 'STOPPED',
  stopCode: 'EssentialContainerExited',
  exitCode: 137,
  containerReason: 'OutOfMemoryError: Container killed due to memory usage',
  stoppedReason: 'Essential container in task exited',
});

test('the five fields stand in one place', () => {
  expect(stopFields(killed)).toEqual([
    'last status STOPPED', 'stop code EssentialContainerExited', 'exit code 137',
    'container reason OutOfMemoryError: Container killed due to memory usage', 'stopped reason Essential container in task exited',
  ]);
});

test.each([
  ['text', renderText(killed, { colour: false }).replace(/\n/g, ' ')],
  ['Markdown', renderMarkdown(killed)],
  ['chat', renderChat(killed).content.description],
])('a report as %s has them', (_, report) => {
  for (const part of ['STOPPED', 'EssentialContainerExited', 'exit code 137', 'OutOfMemoryError: Container killed', 'Essential container in task exited']) {
    expect(report).toContain(part);
  }
});

test('a container without an exit code never started', () => {
  expect(stopFields(aDiagnosis())).toEqual([
    'last status STOPPED', 'stop code TaskFailedToStart', 'no exit code: the container never started', 'no container reason: ECS gave none',
    'stopped reason ResourceInitializationError: AccessDeniedException',
  ]);
});

test('a task that still runs has no exit code because it had not stopped', () => {
  expect(stopFields(aDiagnosis({ lastStatus: 'RUNNING', stopCode: null, stoppedReason: null }))).toEqual([
    'last status RUNNING', 'no stop code, exit code, container reason, stopped reason: the task had not stopped',
  ]);
});

test('of a reason by itself the rest was not given', () => {
  expect(stopFields(aDiagnosis({ lastStatus: null, stopCode: null }))).toEqual([
    'stopped reason ResourceInitializationError: AccessDeniedException', 'not given: last status, stop code, exit code, container reason',
  ]);
});

test('where no task was given, the report says so', () => {
  expect(stopFields(aDiagnosis({ lastStatus: null, stopCode: null, stoppedReason: null }))).toEqual(['no stopped task was given']);
});

test('a task that was given whole while it still ran lacks nothing', () => {
  expect(stopFields({ ...killed, lastStatus: 'STOPPING' })).toEqual([
    'last status STOPPING', 'stop code EssentialContainerExited', 'exit code 137',
    'container reason OutOfMemoryError: Container killed due to memory usage', 'stopped reason Essential container in task exited',
  ]);
});

test('a long reason is cut between two words, or inside one that is longer than the room', () => {
  const shown = (stoppedReason: string) => stopFields(aDiagnosis({ stoppedReason })).at(-1);
  expect(shown(`CannotPullContainerError: ${'word '.repeat(12)}`)).toBe('stopped reason CannotPullContainerError: word word word word …');
  expect(shown('x'.repeat(80))).toBe(`stopped reason ${'x'.repeat(48)} …`);
});
