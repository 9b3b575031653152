import { credentialIn } from '../../../src/guardrails/predicates/credential';

test.each([
  ['DB_PASSWORD', 'hunter2'],
  ['PGPASSWORD', 'hunter2'],
  ['dbPassword', 'hunter2'],
  ['smtp-password', 'a b'],
  ['JWT_SECRET', 'my-jwt-secret'],
  ['SECRET_KEY_BASE', 'f00d'],
  ['API_KEY', 'abc123'],
  ['apiKey', 'abc123'],
  ['GITHUB_TOKEN', 'x'],
  ['AWS_SECRET_ACCESS_KEY', 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY'],
  ['DB_PASSWORD_2', '123456'],
  ['DB_PASSWORD', 'CHANGEME'],
  ['DB_PASSWORD', 'replace-me'],
  ['API_KEY', 'dummy'],
])('%s=%s looks like a credential because of its name', (name, value) => {
  expect(credentialIn(name, value)).toContain('name of a credential');
});

test.each([
  ['an access key id', 'AKIAIOSFODNN7EXAMPLE'],
  ['a private key', '-----BEGIN RSA PRIVATE KEY-----\nMIIE'],
  ['a token of GitHub', `ghp_${'a1'.repeat(18)}`],
  ['a token of npm', `npm_${'a1'.repeat(18)}`],
  ['a token of Docker', `dckr_pat_${'a1'.repeat(14)}`],
  ['a token of Vault', `hvs.${'a1'.repeat(12)}`],
  ['a token of PyPI', `pypi-AgEIcHlwaS5vcmc${'a1'.repeat(30)}`],
  ['a token of Hugging Face', `hf_${'aB'.repeat(17)}`],
  ['a token of Slack', `xapp-1-A${'0123456789'}-${'1234567890123'}-${'abcdef'}`],
  ['a webhook', `https://hooks.slack.com/services/${'T00000000'}/${'B00000000'}/${'X'.repeat(24)}`],
  ['a key that stands in a longer text', `--header x-api-key:gsk_${'a1'.repeat(26)}`],
  ['a signed web token', 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.dozjgNryP4J3jVmNHl0w5N'],
  ['a password in a URL', 'postgres://app:hunter2@db:5432/shop'],
  ['a password without a user in a URL', 'redis://:hunter2@cache:6379'],
  ['a password in a connection string', 'Server=db;User Id=app;Password=hunter2;'],
  ['a password of a URL that begins like a placeholder', 'postgres://app:$ecret@db:5432/shop'],
  ['a password of a URL behind a placeholder', 'postgres://{user}:hunter2@db:5432/shop'],
  ['a password in quotes', 'ScramLoginModule required username="app" password="hunter2";'],
  ['the key of a user that the app makes', '${S/Key.SecretAccessKey}'],
  ['the secret of a client that a custom resource reads', '${S/Client.UserPoolClient.ClientSecret}'],
  ['a secret that CloudFormation writes out', '{{resolve:secretsmanager:${S/Secret.Ref}:SecretString:password::}}'],
])('%s is a credential whatever it is called', (_, value) => {
  const reason = credentialIn('SETTING', value);
  expect(reason).toMatch(/^contains /);
  expect(reason).not.toContain(value);
});

test.each([
  ['SECRET_NAME', 'shop-db'],
  ['DB_SECRET_ARN', 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:db-AbCdEf'],
  ['DB_SECRET', 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:db-AbCdEf'],
  ['DB_SECRET', 'production/shop/db'],
  ['PASSWORD_FILE', 'passwords'],
  ['DB_PASSWORD', '/run/secrets/password'],
  ['TOKEN_URL', 'https://login.example.com/token'],
  ['AUTH_TOKEN', 'https://login.example.com:8443/token'],
  ['USE_TOKEN', 'true'],
  ['REQUIRE_PASSWORD', 'Disabled'],
  ['MAX_TOKEN', '4096'],
  ['API_KEY', '${S/Key.Ref}'],
  ['API_KEY', ''],
  ['PWD', 'somewhere'],
  ['SORT_KEY', 'created'],
  ['PUBLIC_KEY', 'ssh-ed25519 AAAA'],
  ['DATABASE_URL', 'postgres://app@db:5432/shop'],
  ['DATABASE_URL', 'postgres://app:${S/Secret.Ref}@db:5432/shop'],
  ['DATABASE_URL', 'postgres://app:$DB_PASSWORD@db:5432/shop'],
  ['DATABASE_URL', 'postgres://app:$(DB_PASSWORD)@db:5432/shop'],
  ['DATABASE_URL', 'postgres://{user}:{password}@db:5432/shop'],
  ['DATABASE_URL', 'postgres://app:{{ password }}@db:5432/shop'],
  ['DATABASE_URL', 'postgres://%s:%s@db:5432/shop'],
  ['CONNECTION_STRING', 'Server=db;User Id=app;Password={password};'],
  ['CONNECTION_STRING', 'Server=db;User Id=app;Password=<password>'],
  ['SASL_JAAS_CONFIG', 'ScramLoginModule required username="app" password="${file:/run/kafka:password}";'],
  ['DB_PASSWORD', '$DATABASE_PASSWORD'],
  ['DB_PASSWORD', '<from vault>'],
  ['ENDPOINT', 'http://${S/LoadBalancer.DNSName}:8080/users@v1'],
  ['COMPASS', 'north'],
  ['TASK', 'disk-cleanup-of-the-whole-wide-world-every-night'],
])('%s=%s is a plain setting', (name, value) => {
  expect(credentialIn(name, value)).toBeUndefined();
});
