import { RecordingPorts } from './batch-ports';
import { handleBatch } from '../../src/analyzer/explaining/handle-batch';
import { fitIntoMessage } from '../../src/analyzer/notifying/fit-into-message';
import { diagnose } from '../../src/diagnosis/diagnose';
import { aDiagnosis } from '../diagnosis/a-diagnosis';
import { sampleEvent } from '../diagnosis/sample-events';

const SECRET = 'DB_PASSWORD=hunter2hunter2';

const throwing = (): never => {
  throw new Error(`stumbled over ${SECRET}`);
};

const handled = async (body: string, ports: RecordingPorts): Promise<string> => {
  await handleBatch([{ messageId: 'message-1', body }], ports);
  return JSON.stringify([ports.delivered, ports.lines, ports.setAsides.map(({ reason }) => reason)]);
};

const event = JSON.stringify(sampleEvent('scale-in-exit-137'));

test.each([
  ['a body that is no JSON', SECRET, new RecordingPorts(diagnose)],
  ['a body that is a text', JSON.stringify(SECRET), new RecordingPorts(diagnose)],
  ['a body with a field of that name', JSON.stringify({ [SECRET]: 1 }), new RecordingPorts(diagnose)],
  ['a fault in the reading', event, new RecordingPorts(diagnose, throwing)],
  ['a fault in the diagnosis', event, new RecordingPorts(throwing)],
])('%s shows no secret in log, diagnosis and reason', async (_what, body, ports) => {
  const shown = await handled(body, ports);
  expect(shown).not.toContain('hunter2');
  expect(ports.delivered.length + ports.setAsides.length).toBe(1);
});

test('a delivery that fails with a secret in its error is logged without it', async () => {
  const ports = new RecordingPorts(diagnose);
  const outcome = await handleBatch([{ messageId: 'message-1', body: event }], { ...ports, deliver: () => Promise.reject(new Error(SECRET)) });
  expect(outcome.batchItemFailures).toEqual([{ itemIdentifier: 'message-1' }]);
  expect(ports.lines).toEqual([JSON.stringify({ undelivered: 'message-1', because: 'DB_PASSWORD=[redacted password #1]' })]);
});

test('a text is cut only when its secrets are gone', () => {
  const key = `eyJhbGciOiJIUzI1NiJ9.${'FaKe8KA1'.repeat(40)}.dozjgNryP4J3jVmNHl0w5N`;
  for (const before of [1900, 2000, 2047]) {
    const written = fitIntoMessage(aDiagnosis({ summary: `${'x '.repeat(before / 2)}${key}${' x'.repeat(5000)}` }), short => short.summary);
    expect(written.length).toBeLessThanOrEqual(4096);
    expect(written).not.toContain('FaKe');
  }
});
