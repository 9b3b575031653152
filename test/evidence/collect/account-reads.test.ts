import { ACCOUNT_READS } from '../../../src/evidence/collect/account-reads';
import { CLIENTS } from '../../../src/evidence/collect/account.sdk';

const SETTINGS = { region: 'eu-west-1' };

test('what the clients can send is what is declared, and nothing else', () => {
  const sent = Object.entries(CLIENTS).flatMap(([service, load]) => load().open(SETTINGS).operations.map(operation => `${service}:${operation}`));
  expect(sent.sort()).toEqual(Object.keys(ACCOUNT_READS).sort());
});

test('every call reads', () => {
  const others = Object.keys(ACCOUNT_READS).filter(action => !/:(?:Describe|Get|List|Lookup|BatchGet|Query|SimulatePrincipalPolicy)/.test(action));
  expect(others).toEqual([]);
});

test.each([
  'secretsmanager:GetSecretValue',
  'secretsmanager:BatchGetSecretValue',
  'ssm:GetParameter',
  'ssm:GetParameters',
  'ssm:GetParametersByPath',
  's3:GetObject',
  'kms:Decrypt',
  'ecr:GetDownloadUrlForLayer',
  'ecr:GetAuthorizationToken',
])('%s is never called', action => expect(Object.keys(ACCOUNT_READS)).not.toContain(action));

test.each(Object.keys(CLIENTS))('the client of %s sends nothing that it does not list', async service => {
  const { open } = CLIENTS[service as keyof typeof CLIENTS]();
  await expect(open(SETTINGS).send('DeleteEverything', {}, AbortSignal.timeout(1000))).rejects.toThrow("'DeleteEverything' is no command of this client");
});
