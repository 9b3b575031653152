import { execFile } from 'node:child_process';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import type { Measurement } from './table';

const SERVICES = 500;

/** What each action allows: so many calls at once, and so many a second afterwards. */
const BURST = 50;
const EACH_SECOND = 20;

const ARN = 'arn:aws:ecs:eu-west-1:111122223333';

type Input = Readonly<Record<string, unknown>>;

const list = (value: unknown): readonly string[] => Array.isArray(value) ? value.map(String) : [];

/** What ECS answers of a cluster with that many services, page by page; each service has a task definition of its own. */
const ECS: Readonly<Record<string, (input: Input) => object>> = {
  ListClusters: () => ({ clusterArns: [`${ARN}:cluster/shop`] }),
  DescribeClusters: () => ({ clusters: [{ clusterArn: `${ARN}:cluster/shop`, clusterName: 'shop', status: 'ACTIVE' }] }),
  ListServices: ({ nextToken = 0 }) => {
    const next = Number(nextToken) + 100;
    const serviceArns = Array.from({ length: 100 }, (_, index) => `${ARN}:service/shop/s${Number(nextToken) + index}`);
    return { serviceArns, ...next < SERVICES && { nextToken: String(next) } };
  },
  DescribeServices: ({ services }) => ({ services: list(services).map(serviceOf) }),
  DescribeTaskDefinition: ({ taskDefinition }) => ({
    taskDefinition: {
      taskDefinitionArn: `${ARN}:task-definition/${String(taskDefinition)}`,
      cpu: '256',
      memory: '512',
      networkMode: 'awsvpc',
      requiresCompatibilities: ['FARGATE'],
      containerDefinitions: [{ name: 'app', image: 'nginx:1.29', essential: true }],
    },
  }),
};

const serviceOf = (serviceArn: string): object => ({
  serviceArn,
  serviceName: serviceArn.split('/').at(-1),
  clusterArn: `${ARN}:cluster/shop`,
  status: 'ACTIVE',
  launchType: 'FARGATE',
  desiredCount: 2,
  runningCount: 2,
  taskDefinition: `${ARN}:task-definition/${serviceArn.split('/').at(-1)}:1`,
});

/** Reads hundreds of services with the shipped command, from an account that throttles as AWS does and denies all but ECS. */
export async function measureDoctor(): Promise<readonly Measurement[]> {
  const buckets = new Map<string, { left: number; at: number }>();
  const counts = { answered: 0, throttled: 0 };
  const mayCall = (operation: string): boolean => {
    const { left, at } = buckets.get(operation) ?? { left: BURST, at: Date.now() };
    const filled = Math.min(BURST, left + (Date.now() - at) / 1000 * EACH_SECOND);
    buckets.set(operation, { left: filled >= 1 ? filled - 1 : filled, at: Date.now() });
    return filled >= 1;
  };
  const server = createServer((request, response) => void answer(request, response, mayCall, counts));
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
  const started = performance.now();
  const { services, gaps } = await runDoctor((server.address() as AddressInfo).port);
  const seconds = Math.round((performance.now() - started) / 1000);
  server.closeAllConnections();
  server.close();
  const ofEcs = gaps.filter(({ source }) => source.startsWith('ecs:')).length;
  return [
    { what: `doctor: ${services.length} services, at ${BURST} calls of a kind and ${EACH_SECOND} a second afterwards`, value: `${seconds} s` },
    { what: 'calls of ECS that were answered, throttled and repeated, and never answered', value: `${counts.answered}, ${counts.throttled}, ${ofEcs}` },
  ];
}

async function answer(
  request: IncomingMessage, response: ServerResponse, mayCall: (operation: string) => boolean, counts: { answered: number; throttled: number },
): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const [api, operation = ''] = String(request.headers['x-amz-target']).split('.');
  const perform = api?.includes('ContainerService') ? ECS[operation] : undefined;
  const send = (status: number, body: object): void =>
    void response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1' }).end(JSON.stringify(body));
  if (perform === undefined) return send(403, { __type: 'AccessDeniedException', message: 'no' });
  const isAllowed = mayCall(operation);
  counts[isAllowed ? 'answered' : 'throttled']++;
  if (!isAllowed) return send(400, { __type: 'ThrottlingException', message: 'Rate exceeded' });
  send(200, perform(JSON.parse(Buffer.concat(chunks).toString()) as Input));
}

interface Examined {
  readonly services: readonly object[];
  readonly gaps: readonly { readonly source: string }[];
}

const runDoctor = (port: number): Promise<Examined> => new Promise((done, fail) => {
  const env = {
    PATH: process.env.PATH,
    AWS_ENDPOINT_URL: `http://127.0.0.1:${port}`,
    AWS_REGION: 'eu-west-1',
    AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE',
    AWS_SECRET_ACCESS_KEY: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
  };
  execFile(process.execPath, [resolve('assets', 'cli', 'hardened-fargate.js'), 'doctor', '--all', '--json'], { env, maxBuffer: 2 ** 28 }, (_error, stdout, stderr) =>
    stdout === '' ? fail(new Error(stderr)) : done(JSON.parse(stdout) as Examined));
});
