import { RevokeSecurityGroupIngressCommand } from '@aws-sdk/client-ec2';
import { clientsOf } from './clients';
import { FaultProxy } from './fault-proxy';
import { Moto } from './moto';
import { makeNetwork, type Network } from './network';
import { runAgainst } from './run-against';
import { definition, makeShop, service, stoppedTask } from './shop';

/** Whatever a task of the shop needs to start. */
const ENDPOINTS = ['ecr.api', 'ecr.dkr', 'logs', 's3', 'secretsmanager'];

let moto: Moto;
let proxy: FaultProxy;
let open: Network;
let closed: Network;

beforeAll(async () => {
  moto = await Moto.start();
  proxy = await FaultProxy.start(moto.url);
  const clients = clientsOf(moto.url);
  const shop = await makeShop(clients);
  [open, closed] = [await makeNetwork(clients.ec2, ENDPOINTS), await makeNetwork(clients.ec2, ENDPOINTS.slice(0, -1))];
  const guarded = await makeNetwork(clients.ec2, ENDPOINTS);
  await clients.ec2.send(new RevokeSecurityGroupIngressCommand({
    GroupId: guarded.endpointGroupId,
    IpPermissions: [{ IpProtocol: 'tcp', FromPort: 443, ToPort: 443, UserIdGroupPairs: [{ GroupId: guarded.taskGroupId }] }],
  }));
  for (const [name, network, image] of [
    ['sound', open, undefined], ['closed', closed, undefined], ['guarded', guarded, undefined], ['tagless', open, 'nginx'],
  ] as const) {
    await clients.ecs.send(definition(shop, name, image && { image }));
    await clients.ecs.send(service(name, network));
  }
});

afterAll(async () => {
  await proxy.stop();
  await moto.stop();
});

interface Examined {
  readonly running: number;
  readonly findings: readonly { readonly [field in 'rule' | 'level' | 'class' | 'seen' | 'path']: string }[];
}

async function examined(name: string, url = moto.url) {
  const { stdout, status } = await runAgainst(url, ['doctor', '--cluster', 'shop', '--service', name, '--json']);
  const { services: [found], gaps } = JSON.parse(stdout) as { readonly services: readonly Examined[]; readonly gaps: readonly object[] };
  return { status, gaps, ...found, errors: found.findings.filter(({ level }) => level === 'error') };
}

test('a service that has all it needs has no error, and everything that was asked for was read', async () => {
  expect(await examined('sound')).toMatchObject({ status: 0, running: 1, errors: [], gaps: [] });
});

test('a secret that no endpoint leads to is an error, with the subnets of the account', async () => {
  const { errors, status } = await examined('closed');
  expect(status).toBe(1);
  expect(errors.map(({ rule }) => rule)).toEqual(['network-reaches-secrets']);
  expect(errors[0]).toMatchObject({ class: 'cannot start', path: 'arn:aws:ecs:eu-west-1:123456789012:service/shop/closed' });
  for (const id of closed.subnetIds) expect(errors[0].seen).toContain(id);
});

test('endpoints whose security group admits no task are an error', async () => {
  expect((await examined('guarded')).errors.map(({ rule }) => rule)).toEqual(['endpoint-admits-tasks']);
});

test('an image of a registry that the network does not reach is an error', async () => {
  expect((await examined('tagless')).errors.map(({ rule }) => rule)).toContain('network-reaches-registry');
});

test('all services are listed in one table', async () => {
  const { stdout, status } = await runAgainst(moto.url, ['doctor', '--all']);
  expect(status).toBe(1);
  for (const name of ['sound', 'closed', 'guarded', 'tagless']) expect(stdout).toMatch(new RegExp(`^shop/${name} .* 1 of 1 +\\d+ +\\d+ \\(estimate\\)$`, 'm'));
  expect(stdout).not.toContain('not read');
});

test('calls that are throttled are repeated, and nothing is lost', async () => {
  for (const operation of ['DescribeServices', 'DescribeSubnets', 'GetRole']) proxy.throttle(operation, 2);
  expect(await examined('sound', proxy.url)).toMatchObject({ status: 0, gaps: [] });
  expect(proxy.throttled).toEqual(new Map([['DescribeServices', 2], ['DescribeSubnets', 2], ['GetRole', 2]]));
});

test('what stays throttled is unknown, and is said', async () => {
  proxy.throttle('GetRole', 1000);
  const { gaps, errors, status } = await examined('sound', proxy.url);
  expect(gaps).toEqual([{ source: 'iam:GetRole', because: 'the call was throttled, also after a retry' }]);
  expect(errors).toEqual([]);
  expect(status).toBe(2);
  proxy.throttle('GetRole', 0);
});

test('the start of a task is checked step by step', async () => {
  const reason = 'CannotPullContainerError: failed to resolve ref 123456789012.dkr.ecr.eu-west-1.amazonaws.com/shop/web:1.4.2: not found';
  const task = await stoppedTask(clientsOf(moto.url), open, 'sound', reason);
  const { stdout, status } = await runAgainst(moto.url, ['doctor', '--cluster', 'shop', '--why-not-starting', '--task', task]);
  expect(status).toBe(1);
  expect(stdout).toMatch(/^\[x\] {2}registry login +proven /m);
  expect(stdout).toMatch(/^\[!\] {2}image +failed +pull\/image-not-found: /m);
});
