import { readDocuments } from '../../../src/cli/input/gather-evidence';
import { diagnose } from '../../../src/diagnosis/diagnose';

const diagnosed = (text: string) => readDocuments('a ticket', text, {}).evidence.map(evidence => ({ evidence, diagnosis: diagnose(evidence) }));

const MEMORY = 'OutOfMemoryError: Container killed due to memory usage';
const IMAGE = 'CannotPullContainerError: pull image manifest has been retried 5 time(s): failed to resolve ref docker.io/library/nginx:9: not found';

test('each row of a table in a ticket is a stopped task, with the names of its columns', () => {
  const [memory, image, ...others] = diagnosed([
    'Two tasks stopped last night:',
    '',
    '| Cluster | Service | Task | Exit code | Container | Stopped reason |',
    '|:--|---|---|--:|---|---|',
    `| shop | \`checkout\` | c50e321c974248dbaf4ae2cfa1662986 | 137 | app | ${MEMORY} |`,
    `| shop | **orders** | 0123321c974248dbaf4ae2cfa1662986 | - | n/a | ${IMAGE} |`,
  ].join('\n'));
  expect(others).toEqual([]);
  expect(memory.evidence).toMatchObject({ cluster: 'shop', service: 'checkout', task: { containers: [{ name: 'app', exitCode: 137 }] } });
  expect(memory.diagnosis.cause).toBe('memory/container-limit');
  expect(image.evidence).toMatchObject({ cluster: 'shop', service: 'orders', task: { containers: [] } });
  expect(image.diagnosis.cause).toBe('pull/image-not-found');
  expect(memory.diagnosis.actions.flatMap(({ commands }) => commands).join('\n')).not.toMatch(/<cluster>|<service>/);
});

test.each([
  ['tabs', ['Service\tStop code\tExit code', 'checkout\tEssentialContainerExited\t1']],
  ['blanks', ['Service     Stop code                   Exit code', 'checkout    EssentialContainerExited    1']],
  ['names as in JSON', ['serviceName  stopCode                  exitCode', 'checkout     EssentialContainerExited  1 (error)']],
])('a table that is drawn with %s is read like one that is drawn with lines', (_, lines) => {
  const [{ evidence, diagnosis }, ...others] = diagnosed(lines.join('\n'));
  expect(others).toEqual([]);
  expect(evidence.service).toBe('checkout');
  expect([diagnosis.stopCode, diagnosis.exitCode]).toEqual(['EssentialContainerExited', 1]);
});

test('a row without a reason or an exit code is no stop, and neither is a table about something else', () => {
  expect(diagnosed(`| Service | Stopped reason |\n|--|--|\n| web | – |\n| api | ${MEMORY} |`).map(({ evidence }) => evidence.service)).toEqual(['api']);
  expect(diagnosed('| Service | Port | Owner |\n|--|--|--|\n| web | 80 | Tom |\n')).toEqual([]);
});
