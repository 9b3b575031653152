import { lastResort } from '../../src/analyzer/explaining/last-resort';
import { notificationOf } from '../../src/analyzer/notifying/notification';
import type { Diagnosis } from '../../src/diagnosis/model/diagnosis';
import { evidenceOf } from '../diagnosis/evidence-of';

const diagnosis: Diagnosis = lastResort(evidenceOf({ service: 'web', task: { stoppedReason: 'Essential container in task exited' } }), 'a test');

const bodies = (given: Diagnosis): Record<string, string> => JSON.parse(notificationOf(given).Message);

test('programs get the diagnosis itself', () => {
  expect(JSON.parse(bodies(diagnosis).default)).toEqual(diagnosis);
});

test('people get text', () => {
  const { email, sms } = bodies(diagnosis);
  expect(email).toContain('Essential container in task exited');
  expect(() => JSON.parse(email)).toThrow();
  expect(sms).toBe(diagnosis.title);
});

test('people find every page of the console that a diagnosis names, and the dashboard of the analyzer', () => {
  const page = (title: string, url: string) => ({ title, commands: [url], prop: null });
  const [log, errors, dashboard] = ['log', 'errors', 'dashboard'].map(name => `https://eu-west-1.console.aws.amazon.com/cloudwatch/home?region=eu-west-1#${name}`);
  const actions = [page('Read the log of the task.', log), page('Search the logs of all tasks for errors.', errors)];
  const { email, default: json } = JSON.parse(notificationOf({ ...diagnosis, actions }, [page('View all incidents on the dashboard.', dashboard)]).Message);
  expect(email).toContain(log);
  expect(email).toContain(`Search the logs of all tasks for errors: ${errors}\n`);
  expect(email).toContain(`View all incidents on the dashboard: ${dashboard}`);
  expect(json).not.toContain(dashboard);
});

test('a subject is one line of at most 100 ASCII characters, whatever the title is', () => {
  const subjectOf = (title: string) => notificationOf({ ...diagnosis, title }).Subject;
  expect(subjectOf('café – 2\nzwei')).toBe('cafe 2 zwei');
  expect(subjectOf('x'.repeat(300))).toMatch(/^x{97}\.\.\.$/);
  expect(subjectOf('停止')).toBe('A task stopped');
});

test('a message fits into SNS, whatever it quotes, and keeps both ends of what it shortens', () => {
  const quote = `begin "${'\u{1F4A5}\n'.repeat(3_000)}" end`;
  const huge: Diagnosis = { ...diagnosis, clues: Array.from({ length: 30 }, () => ({ source: 'log', quote, says: quote })) };
  expect(Buffer.byteLength(notificationOf(huge).Message)).toBeLessThanOrEqual(262_144);
  const [clue] = (JSON.parse(bodies(huge).default) as Diagnosis).clues;
  expect(clue.quote).toMatch(/^begin "[^]*…[^]*" end$/);
  expect(Buffer.from(clue.quote, 'utf8').toString('utf8')).toBe(clue.quote);
});
