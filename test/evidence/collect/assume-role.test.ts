import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { assumeRole } from '../../../src/evidence/collect/assume-role.sdk';

const ROLE = 'arn:aws:iam::444455556666:role/hardened-fargate-stop-reader';
const ENVIRONMENT = { ...process.env };

let server: Server;
let credentials: string;
let asked: string;

beforeAll(async () => {
  server = createServer((request, response) => {
    asked = '';
    request.on('data', part => { asked += String(part); }).on('end', () => {
      response.setHeader('Content-Type', 'text/xml');
      response.end(`<AssumeRoleResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><AssumeRoleResult>${credentials}</AssumeRoleResult></AssumeRoleResponse>`);
    });
  });
  await new Promise<void>(listening => server.listen(0, '127.0.0.1', listening));
  Object.assign(process.env, {
    AWS_ENDPOINT_URL_STS: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    AWS_REGION: 'eu-west-1',
    AWS_ACCESS_KEY_ID: 'own',
    AWS_SECRET_ACCESS_KEY: 'own',
  });
});

afterAll(async () => {
  process.env = ENVIRONMENT;
  await new Promise(closed => server.close(closed));
});

const given = (fields: Readonly<Record<string, string>>): string =>
  `<Credentials>${Object.entries(fields).map(([name, value]) => `<${name}>${value}</${name}>`).join('')}</Credentials>`;

const KEYS = { AccessKeyId: 'id', SecretAccessKey: 'key', SessionToken: 'token' };

const assumed = () => assumeRole(ROLE, new AbortController().signal);

test('a role is assumed for an hour, under the name of the analyzer', async () => {
  credentials = given({ ...KEYS, Expiration: '2026-11-03T03:00:00Z' });
  expect(await assumed()).toEqual({
    credentials: { accessKeyId: 'id', secretAccessKey: 'key', sessionToken: 'token' }, until: Date.parse('2026-11-03T03:00:00Z'),
  });
  expect(Object.fromEntries(new URLSearchParams(asked)))
    .toMatchObject({ RoleArn: ROLE, RoleSessionName: 'hardened-fargate-stop-analyzer', DurationSeconds: '3600' });
});

test('a session of which AWS does not say when it ends is used for an hour', async () => {
  credentials = given(KEYS);
  const begun = Date.now();
  const { until } = await assumed();
  expect(until).toBeGreaterThanOrEqual(begun + 3_600_000);
  expect(until).toBeLessThanOrEqual(Date.now() + 3_600_000);
});

test.each<[string, string]>([
  ['no credentials', ''],
  ['no key', given({ SecretAccessKey: 'key', SessionToken: 'token' })],
  ['no secret', given({ AccessKeyId: 'id', SessionToken: 'token' })],
  ['no token', given({ AccessKeyId: 'id', SecretAccessKey: 'key' })],
])('an answer with %s is refused', async (_, answer) => {
  credentials = answer;
  await expect(assumed()).rejects.toThrow('the response has no credentials, so another server might have sent it');
});
