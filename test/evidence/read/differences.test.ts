import { differences } from '../../../src/evidence/read/differences';

const container = (given: object = {}) => ({ name: 'app', image: 'shop:1', essential: true, ...given });

const between = (before: object, after: object) => differences(before as never, after as never).map(({ words }) => words);
const ofContainer = (before: object, after: object) =>
  between({ containerDefinitions: [container(before)] }, { containerDefinitions: [container(after)] });

test('two equal definitions do not differ', () => {
  expect(ofContainer({}, {})).toEqual([]);
  expect(ofContainer({}, { essential: undefined })).toEqual([]);
  expect(between({}, {})).toEqual([]);
});

test.each([
  [{ image: 'shop:2' }, 'image shop:1 → shop:2'],
  [{ entryPoint: ['sh', '-c'], command: ['npm start'] }, 'command none → sh -c npm start'],
  [{ workingDirectory: '/srv' }, 'working directory none → /srv'],
  [{ user: '1000' }, 'user none → 1000'],
  [{ memory: 256 }, 'memory none → 256'],
  [{ portMappings: [{ containerPort: 9090 }, { containerPort: 8080 }] }, 'ports none → 8080, 9090'],
  [{ healthCheck: { command: ['CMD', 'curl', 'localhost'], interval: 5, retries: 3 } }, 'health check none → CMD curl localhost, interval 5, retries 3'],
  [{ essential: false }, 'essential on → off'],
  [{ readonlyRootFilesystem: true }, 'read-only root off → on'],
  [{ mountPoints: [{ sourceVolume: 'data', containerPath: '/data' }] }, 'mounts none → data at /data'],
  [{ dependsOn: [{ containerName: 'init', condition: 'SUCCESS' }] }, 'dependencies none → init SUCCESS'],
  [{ environmentFiles: [{ value: 'arn:aws:s3:::settings/app.env', type: 's3' }] }, 'environment files none → arn:aws:s3:::settings/app.env'],
  [{ logConfiguration: { logDriver: 'awslogs', options: { 'awslogs-group': '/shop', 'mode': 'non-blocking' } } }, 'log none → awslogs, awslogs-group /shop, mode non-blocking'],
  [{ logConfiguration: { logDriver: 'splunk', options: { 'splunk-token': 'secret' } } }, 'log none → splunk'],
  [{ logConfiguration: { logDriver: 'awsfirelens' } }, 'log none → awsfirelens'],
])('a container with %j says so', (later, words) => expect(ofContainer({}, later)).toEqual([`container app: ${words}`]));

test.each([
  [{ cpu: '512' }, 'cpu none → 512'],
  [{ memory: '1024' }, 'memory none → 1024'],
  [{ taskRoleArn: 'arn:aws:iam::111122223333:role/task' }, 'task role none → arn:aws:iam::111122223333:role/task'],
  [{ executionRoleArn: 'arn:aws:iam::111122223333:role/execution' }, 'execution role none → arn:aws:iam::111122223333:role/execution'],
  [{ runtimePlatform: { cpuArchitecture: 'ARM64' } }, 'architecture none → ARM64'],
  [{ ephemeralStorage: { sizeInGiB: 50 } }, 'ephemeral storage none → 50'],
  [{ volumes: [{ name: 'data' }] }, 'volumes none → data'],
])('a task with %j says so', (later, words) => expect(between({}, later)).toEqual([words]));

test('containers that come and go are named', () => {
  expect(between({ containerDefinitions: [container()] }, { containerDefinitions: [container({ name: 'envoy' }), {}] }))
    .toEqual(['container envoy added', 'container app removed']);
});

describe('variables and secrets', () => {
  test('are named, and their values are not', () => {
    const words = ofContainer(
      { environment: [{ name: 'GONE', value: 'hunter1' }, { name: 'MODE', value: 'hunter2' }, { name: 'SAME', value: 'x' }] },
      { environment: [{ name: 'SAME', value: 'x' }, { name: 'MODE', value: 'hunter3' }, { name: 'NEW', value: 'hunter4' }, { name: 'ALSO', value: 'hunter5' }] },
    );
    expect(words).toEqual(['container app: environment added ALSO, NEW; removed GONE; changed MODE']);
    expect(words.join()).not.toContain('hunter');
  });

  test('a secret that points elsewhere is changed', () => {
    expect(ofContainer({ secrets: [{ name: 'KEY', valueFrom: 'arn:a' }] }, { secrets: [{ name: 'KEY', valueFrom: 'arn:b' }] })).toEqual(['container app: secrets changed KEY']);
  });
});

test('a long text keeps its head and tail', () => {
  const [words] = ofContainer({}, { command: ['a'.repeat(500), 'end'] });
  expect(words).toMatch(/^container app: command none → a+ … a+ end$/);
  expect(words.length).toBeLessThan(160);
});
