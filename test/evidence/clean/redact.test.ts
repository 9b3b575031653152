import * as fc from 'fast-check';
import { Marks } from '../../../src/evidence/clean/marks/marks';
import { redact } from '../../../src/evidence/clean/redact';
import { redactEvidence } from '../../../src/evidence/clean/redact-evidence';
import { redactNamed, redactValue } from '../../../src/evidence/clean/redact-value';
import { readEvidence } from '../../../src/evidence/read/read-evidence';
import messages from '../../diagnosis/data/stop-messages.json';
import { evidenceOf } from '../../diagnosis/evidence-of';
import { fuzz } from '../../fuzz';

const KEY_BODY = 'MIIEowIBAAKCAQEAu1SU1LfVLPHCozMxH2Mo4lgOEePzNm0tRgeLezV6ffAt0gun';

// Put together here, so that no scanner stumbles over this file.
const KEY_ID = ['AKIA', 'IOSFODNN7', 'ABCDEFG'].join('');
const JWT = ['eyJhbGciOiJIUzI1NiJ9', 'eyJzdWIiOiIxMjM0NTY3ODkwIn0', 'dozjgNryP4J3jVmNHl0w5N_XgL0n3I9P'].join('.');
const GITHUB = ['ghp', 'abcdefghijklmnopqrstuvwxyz0123456789'].join('_');
const SLACK = ['xoxb', '123456789012', 'abcdefghijkl'].join('-');

/** Texts as they stand in real logs and reasons, and the part that must go. */
const LEAKS: readonly (readonly [kind: string, text: string, secret: string])[] = [
  ['an AWS access key id', `using ${KEY_ID} now`, KEY_ID],
  ['an AWS secret key', 'AWS_SECRET_ACCESS_KEY=wJalrXUtnFEMI/K7MDENG/bPxRfiCYzzzzKEY', 'wJalrXUtnFEMI'],
  ['an AWS session token', 'session IQoJb3JpZ2luX2VjEJ3//////////wEaCXVzLWVhc3QtMSJ', 'X2VjEJ3'],
  ['a bearer token', 'Authorization: Bearer 0123456789abcdefGHIJ', '0123456789abcdefGHIJ'],
  ['a bearer token without its header', 'curl -H bearer 0123456789abcdefGHIJ', '0123456789abcdefGHIJ'],
  ['a basic header', '"authorization":"Basic dXNlcjpodW50ZXIy"', 'dXNlcjpodW50ZXIy'],
  ['a signed AWS header', `Authorization: AWS4-HMAC-SHA256 Credential=${KEY_ID}/20260101, Signature=fe5f80f77d5fa3beca`, 'fe5f80f77d5fa3beca'],
  ['a JWT', `jwt malformed: ${JWT}`, 'eyJzdWIi'],
  ['a private key', `-----BEGIN RSA PRIVATE KEY-----\n${KEY_BODY}\n-----END RSA PRIVATE KEY-----`, KEY_BODY],
  ['a password on the line after a login', 'logged in using:\nhunter2-Sommer!', 'hunter2-Sommer!'],
  ['a password that a program logged into something with', 'logged into the db using hunter2-Sommer14!', 'hunter2-Sommer14!'],
  ['a password behind its user', 'login as admin / hunter2-Sommer2!', 'hunter2-Sommer2!'],
  ['a password in an ACL of Redis', 'user acl setuser bob on >s3cretValue9d ~* +@all', 's3cretValue9d'],
  ['a private key in JSON', `{"key":"-----BEGIN PRIVATE KEY-----\\n${KEY_BODY}\\n-----END PRIVATE KEY-----"}`, KEY_BODY],
  ['a private key that is cut off', `-----BEGIN PRIVATE KEY-----\n${KEY_BODY}`, KEY_BODY],
  ['the end of a private key', `${KEY_BODY}\n-----END PRIVATE KEY-----`, KEY_BODY],
  ['a password in a URL', 'connect postgres://app:hunter2@db:5432/shop', 'hunter2'],
  ['a password with @ in a URL', 'connect postgres://app:p@ss@db/shop', 'p@ss'],
  ['a password with / in a URL', 'connect postgres://app:pa/ss@db/shop', 'pa/ss'],
  ['a password without user', 'redis://:hunter2@cache:6379', 'hunter2'],
  ['a token in a URL', `clone https://${GITHUB}@github.com/a/b`, GITHUB],
  ['a token before a constant password', `clone https://${KEY_BODY}:x-oauth-basic@github.com/a/b`, KEY_BODY],
  ['a setting', 'DB_PASSWORD=hunter2 DB_USER=app', 'hunter2'],
  ['a setting with a short name', 'DB_PASS=hunter2 DB_USER=app', 'hunter2'],
  ['the key of a framework', 'SECRET_KEY_BASE=f00dcafe42', 'f00dcafe42'],
  ['a setting with spaces', 'password = hunter2', 'hunter2'],
  ['a quoted setting', 'password="my hunter2"', 'hunter2'],
  ['a setting of Ruby', "{:password=>'hunter2'}", 'hunter2'],
  ['a field of JSON', '{"dbPassword": "hunter2", "x": 1}', 'hunter2'],
  ['a field of JSON with a quote', '{"password":"a\\"hunter2"}', 'hunter2'],
  ['a field of JSON in JSON', '{"msg":"{\\"clientSecret\\":\\"hunter2\\"}"}', 'hunter2'],
  ['a field of YAML', 'api_key: hunter2', 'hunter2'],
  ['an option', 'mysql --password hunter2 -h db', 'hunter2'],
  ['a pre-signed URL', 'Get "https://b.s3.amazonaws.com/k?X-Amz-Credential=ASIAX%2F20260101&X-Amz-Signature=0a1b2c3d&X-Amz-Security-Token=zzz9"', '0a1b2c3d'],
  ['a connection string', 'Server=db;Database=shop;User Id=app;Password=hunter2;', 'hunter2'],
  ['an Azure connection string', 'DefaultEndpointsProtocol=https;AccountName=a;AccountKey=Zm9vYmFyYmF6==;', 'Zm9vYmFyYmF6'],
  ['a GitHub token', `bad credentials ${GITHUB}`, GITHUB],
  ['a Slack token', SLACK, SLACK],
  ['a cookie', 'Cookie: session=abcdef; theme=dark', 'abcdef'],
  ['a key of whatever', 'loaded key=Zx81kQpW93mNvB7t from cache', 'Zx81kQpW93mNvB7t'],
  ['a key in JSON', '{"key":"Zx81kQpW93mNvB7t"}', 'Zx81kQpW93mNvB7t'],
  ['a field of an export', 'app;password;hunter2', 'hunter2'],
  ['a field of an export with commas', 'DB_PASSWORD,Tr0ub4dor&3', 'Tr0ub4dor'],
  ['a secret behind zero-width letters', 'pass\u200bword=hunter2', 'hunter2'],
  ['a secret behind colours', 'pass\x1b[31mword=\x1b[0mhunter2', 'hunter2'],
];

test.each(LEAKS)('hides %s', (_kind, text, secret) => {
  expect(redact(text)).not.toContain(secret);
  expect(redact(text)).toMatch(/\[redacted [A-Za-z ]+ #1\]/);
});

test.each([
  'ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: unable to retrieve secret from asm',
  'failed to fetch secret arn:aws:secretsmanager:eu-west-1:111122223333:secret:prod/db-password-a1B2c3:password:: from secrets manager',
  'pull access denied, repository does not exist or may require authorization: server message: insufficient_scope: authorization failed',
  'retrieved secret from Secrets Manager did not contain json key DB_PASSWORD',
  "Access denied for user 'app'@'10.0.1.7' (using password: YES)",
  'FATAL: password authentication failed for user "app"',
  'SECRET_KEY_BASE is missing: token: undefined',
  'password=',
  'max_tokens=4096',
  'GetObject key=logs/2026/11/02/9f8b7c6d5e4f.json.gz bucket=shop',
  'cache key=checkout:user:1234 miss, key=4c8a9049915f437fcf5e8ef339e41091, idempotency key: 550e8400-e29b-41d4-a716-446655440000',
  'partition key=OrderId1234ABCdef56 sort key=Line7Xy89Zab',
  'the password; then restart the task',
  'dial tcp 10.0.0.1:443: i/o timeout https://api.ecr.eu-west-1.amazonaws.com:443/v2/',
  'sha256:4c8a9049915f437fcf5e8ef339e4109140cb92039dc0d3a78460623532c7c0cb',
  'WWW-Authenticate: Bearer realm="https://auth.docker.io/token",service="registry.docker.io"',
  'Resource handler returned message: "ECS Deployment Circuit Breaker was triggered" (RequestToken: 121161f9-1c97-e3d5-b4d3-8328bb2b676c, HandlerErrorCode: GeneralServiceException)',
  'ECS was unable to assume the role (Service: AmazonECS; Status Code: 400; Error Code: ClientException; Request ID: 4f6c2b1e-1f2a-4e9b-9d5b-0f1c2d3e4f5a; Proxy: null)',
  'operation error Secrets Manager: GetSecretValue, https response error StatusCode: 400, RequestID: 3d5f0ca7-6c58-4d4c-b7a5-0d1b6ed8ff5c, api error AccessDeniedException: denied',
  'api error InvalidSignatureException: Signature expired: 20260101T000000Z is now earlier than 20260101T000500Z',
  'User: arn:aws:sts::111122223333:assumed-role/web-task/0123456789abcdef0123456789abcdef is not authorized to perform: kms:Decrypt on key arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab',
  'AROAIOSFODNN7ABCDEFGH:0123456789abcdef0123456789abcdef',
  "No policy of the execution role 'Environment21/Stack/Checkout2/Task3/Role' allows it to read the secret",
  'failed to resolve ref 111122223333.dkr.ecr.eu-west-1.amazonaws.com/web:latest@sha256:6ecf45eff21e095ad8d60b724a6bbca29df49da3b39fe80237ad7d688723c870: not found',
  'unexpected status code https://prod-eu-west-1-starport-layer-bucket.s3.eu-west-1.amazonaws.com/10a1b2/web: 403 Forbidden',
  'failed to fetch anonymous token: unexpected status from GET request to https://ghcr.io/token?scope=repository%3Aacme%2Fweb%3Apull&service=ghcr.io: 401 Unauthorized',
  'arn:aws:ecs:eu-west-1:111122223333:task/shop/0123456789abcdef0123456789abcdef',
  '(service web) (deployment ecs-svc/0123456789012345678) deployment failed: tasks failed to start.',
  'log stream web/task-0123456789abcdef0123456789abcdef TASK0123456789abcdef0123456789abcdef',
  'npm error Missing script "start" npm_lifecycle_event npm_config_registry_and_its_user_agent_of_36_letters',
  'cannot import name hf_hub_download_with_progress_of_files from huggingface_hub',
  'sk-learn-inference-service-2026 LOG_MSG.some_long_identifier.another_long_identifier pypi-mirror.internal.example.com weighs_4096_megabytes',
])('leaves what a diagnosis needs: %s', text => {
  expect(redact(text)).toBe(text);
});

test('leaves every message of ECS as it is, except for the signature of a URL', () => {
  for (const text of messages.flatMap(({ texts }) => texts)) expect(redact(text)).toBe(text.replace('X-Amz-Security-Token=…', 'X-Amz-Security-Token=[redacted token #1]'));
});

test('nothing that acts on a terminal or a reader survives', () => {
  expect(redact('\x1b]0;owned\x07\x1b[31mred\x1b[0m \u202Eevil\u202C \x00\x08\x9b31m')).toBe('red evil 31m');
});

test('long texts keep their head and their tail, where the deciding words are', () => {
  const short = redact(`CannotPullContainerError: ${'x'.repeat(90_000)} i/o timeout`);
  expect(short.length).toBeLessThanOrEqual(1024);
  expect(short).toMatch(/^CannotPullContainerError: x+ … x+ … i\/o timeout$/);
});

test('redacting twice changes nothing more', () => {
  const glue = ['=', ':', '"', "'", '[redacted token #1]', '\n', ' … ', '@', '://'];
  const pieces = fc.oneof(fc.constantFrom(...LEAKS.map(([, text]) => text), ...glue), fc.string({ maxLength: 12 }));
  fuzz(fc.property(fc.array(pieces, { maxLength: 40 }), parts => {
    const once = redact(parts.join(' '));
    expect(redact(once)).toBe(once);
  }), 500);
});

describe('evidence', () => {
  test('a private key that spans log lines disappears from all of them', () => {
    const key = ['-----BEGIN PRIVATE KEY-----', KEY_BODY, KEY_BODY, '-----END PRIVATE KEY-----'];
    const { logTail } = redactEvidence(evidenceOf({ logTail: ['before', ...key, 'after'] }));
    expect(logTail).toEqual(['before', '[redacted private key #1]', 'after']);
  });

  test('every text of the evidence is redacted, wherever it stands', () => {
    const leak = 'password=hunter2';
    const evidence = evidenceOf({
      cluster: leak,
      change: { kind: 'action', reason: leak },
      serviceEvents: [leak],
      logTail: [leak],
      acknowledged: { rule: leak },
      gaps: [{ source: leak, because: leak }],
      task: {
        group: leak,
        stoppedReason: leak,
        containers: [{ name: leak, reason: leak }],
        attachments: [{ statusReason: leak, details: { x: leak } }],
      },
    });
    expect(JSON.stringify(redactEvidence(evidence))).not.toContain('hunter2');
  });

  test('evidence that was redacted already is returned as it is', () => {
    const once = redactEvidence(evidenceOf({ logTail: ['x'] }));
    expect(redactEvidence(once)).toBe(once);
  });

  test('so is the evidence of a failed task in it', () => {
    const [once] = redactEvidence(evidenceOf({ failedTasks: [evidenceOf({ logTail: ['x'] })] })).failedTasks ?? [];
    expect(redactEvidence(once)).toBe(once);
  });
});

describe('e-mail addresses', () => {
  const withOption = (text: string) => readEvidence({ task: { stoppedReason: text } }, { emails: true })[0].task.stoppedReason;

  test.each([
    ['no user jane.doe+shop@example.com found', 'no user [redacted email #1] found'],
    ['<jane@mail.example.co.uk>', '<[redacted email #1]>'],
    ['assumed-role/Admin/jane@example.com is not authorized', 'assumed-role/Admin/[redacted email #1] is not authorized'],
    ['jane@example.com, joe@example.com.', '[redacted email #1], [redacted email #2].'],
  ])('%j is read as %j on demand', (text, left) => expect(withOption(text)).toBe(left));

  test.each([
    'shop@sha256:0123456789abcdef', 'postgres://shop@db.example.com/orders', '@nestjs/core@10.0.1', 'at Object.<anonymous> (a@b)', 'jane@localhost',
  ])('%j is none', text => expect(withOption(text)).toBe(text));

  test('stay where nobody asked', () => {
    expect(readEvidence({ logTail: ['no user jane@example.com'] })[0].logTail).toEqual(['no user jane@example.com']);
  });

  test('are left out of logs and service events too', () => {
    expect(JSON.stringify(readEvidence({ logTail: ['jane@example.com'], serviceEvents: ['joe@example.com'] }, { emails: true }))).not.toContain('example.com');
  });
});

test.each([
  ['the beginning of a private key, and nothing behind it', '-----BEGIN PRIVATE KEY-----', '[redacted private key #1]'],
  ['the beginning of a private key, and a few letters', '-----BEGIN PRIVATE KEY-----\nMIIE', '[redacted private key #1]'],
  ['a private key inside another one', '-----BEGIN PRIVATE KEY-----\nx -----BEGIN PRIVATE KEY-----\ny\n-----END PRIVATE KEY-----', undefined],
  ['a decimal entity', 'password=&#104;unter2', undefined],
  ['a hexadecimal entity', 'password=&#x68;unter2', undefined],
  ['a quote of SQL inside a value', "PASSWORD 'it''s hunter2' VALID", undefined],
  ['a value of PHP with quotes in it', '["password"]=> string(9) "hun"ter"2"', undefined],
  ['a value of PHP with a wrong length', '["password"]=> string(3) "hunter2"', undefined],
  ['a password in credentials', 'credentials app/Hu#nter', undefined],
])('hides %s', (_, text, whole) => {
  const clean = redact(text);
  expect(clean).not.toMatch(/hunter2|hun"ter"2|Hu#nter|MIIE|BEGIN/);
  expect(clean).toContain(whole ?? '[redacted');
});

test.each([
  'the file holds no PRIVATE KEY',
  'no -----END PRIVATE KEY----- in the file',
  'foo(x) "quoted"',
  'credentials app/production were read',
])('has nothing to hide in: %s', text => expect(redact(text)).toBe(text));

test('a text in a list of variables goes by the name beside it', () => {
  const names: string[] = [];
  redactValue(
    { environment: [{ name: 'DB_PASSWORD', value: 'a' }, { key: 'TOKEN', Value: 'b' }, { value: 'c' }, { name: 7, values: ['d'] }] },
    (text, name) => { names.push(`${text}: ${name}`); return text; },
  );
  expect(names).toEqual(['DB_PASSWORD: name', 'a: DB_PASSWORD', 'TOKEN: key', 'b: TOKEN', 'c: value', 'd: values']);
});

test.each([
  ['hunter2', '[redacted password #1]'],
  ['[redacted password #1] hunter2', undefined],
  ['arn:aws:secretsmanager:eu-west-1:111122223333:secret:db-AbCdEf', 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:db-AbCdEf'],
  ['/shop/db/password', '/shop/db/password'],
  ['[redacted password #1]', '[redacted password #1]'],
])('in a field that names a secret, %s stands as it may be shown', (text, shown) => {
  const clean = redactNamed(text, 'DB_PASSWORD', new Marks());
  if (shown === undefined) expect(clean).toContain('[redacted password #1]');
  else expect(clean).toBe(shown);
});
