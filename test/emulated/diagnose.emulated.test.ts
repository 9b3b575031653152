import { clientsOf } from './clients';
import { Moto } from './moto';
import { makeNetwork, type Network } from './network';
import { FOLDER, runAgainst } from './run-against';
import { definition, makeShop, service, stoppedTask } from './shop';

let moto: Moto;
let network: Network;

beforeAll(async () => {
  moto = await Moto.start();
  const clients = clientsOf(moto.url);
  const shop = await makeShop(clients);
  network = await makeNetwork(clients.ec2, ['ecr.api', 'ecr.dkr', 'logs', 's3', 'secretsmanager']);
  await clients.ecs.send(definition(shop, 'web'));
  await clients.ecs.send(service('web', network));
  await clients.ecs.send(definition(shop, 'gone', { image: '123456789012.dkr.ecr.eu-west-1.amazonaws.com/shop/web:9.9.9' }));
  await clients.ecs.send(definition(shop, 'unset', { secrets: [{ name: 'PASSWORD', valueFrom: `${shop.secretArn.replace('password', 'passwort')}` }] }));
});

afterAll(() => moto.stop());

interface Diagnosed {
  readonly cause: string;
  readonly confidence: string;
  readonly clues: readonly { readonly source: string; readonly quote: string }[];
  readonly gaps: readonly { readonly source: string }[];
}

async function diagnosed(...args: readonly string[]): Promise<readonly Diagnosed[]> {
  const { stdout, stderr, status } = await runAgainst(moto.url, ['diagnose', ...args, '--json']);
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as readonly Diagnosed[];
}

const stopped = (family: string, reason: string, ...lines: readonly string[]): Promise<string> =>
  stoppedTask(clientsOf(moto.url), network, family, reason, lines);

test('the line of the log in the account names the cause', async () => {
  const task = await stopped('web', 'Essential container in task exited', 'starting', 'Error: connect ECONNREFUSED 10.0.3.17:5432');
  const [{ cause, clues }] = await diagnosed('--cluster', 'shop', '--task', task);
  expect(cause).toBe('app/dependency-unreachable');
  expect(clues).toContainEqual(expect.objectContaining({ source: 'log', quote: 'Error: connect ECONNREFUSED 10.0.3.17:5432' }));
});

test('tasks of a service that stopped are found by its name', async () => {
  await stopped('web', 'Essential container in task exited', 'Error: Cannot find module \'express\'');
  const causes = (await diagnosed('--cluster', 'shop', '--service', 'web')).map(({ cause }) => cause);
  expect(causes).toContain('app/dependency-unreachable');
});

test('an image that ECR does not have is confirmed by ECR', async () => {
  const task = await stopped('gone', 'CannotPullContainerError: failed to resolve ref 123456789012.dkr.ecr.eu-west-1.amazonaws.com/shop/web:9.9.9: not found');
  const [{ cause, confidence }] = await diagnosed('--cluster', 'shop', '--task', task);
  expect({ cause, confidence }).toEqual({ cause: 'pull/image-not-found', confidence: 'certain' });
});

test('saved evidence gives the same answer when the account is gone', async () => {
  const task = await stopped('web', 'Essential container in task exited', 'Error: connect ECONNREFUSED 10.0.3.17:5432');
  const live = await diagnosed('--cluster', 'shop', '--task', task, '--save', 'saved.json');
  const { stdout } = await runAgainst('http://127.0.0.1:1', ['diagnose', `${FOLDER}/saved.json`, '--json']);
  expect(JSON.parse(stdout)).toEqual(live);
});

test('a task that the account does not know is told so', async () => {
  const { status, stderr } = await runAgainst(moto.url, ['diagnose', '--cluster', 'shop', '--task', '0123456789abcdef0123456789abcdef']);
  expect(status).toBe(2);
  expect(stderr).toContain('0123456789abcdef0123456789abcdef');
});
