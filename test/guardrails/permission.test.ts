import { UNKNOWN } from '../../src/facts/model/fact';
import type { RoleFacts, StatementFacts } from '../../src/facts/model/role';
import { mayDo } from '../../src/guardrails/permission';

const SECRET = '${S/Secret.Ref}';
const READ = 'secretsmanager:GetSecretValue';
const PULL_AND_LOG = 'arn:${AWS::Partition}:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy';

const statement = (given: Partial<StatementFacts>): StatementFacts => ({ effect: 'Allow', actions: [READ], resources: [SECRET], conditional: false, ...given });

const asked = (statements: RoleFacts['statements'], managedPolicies: RoleFacts['managedPolicies'] = []) =>
  mayDo({ id: 'S/Role', statements, managedPolicies }, READ, [SECRET]);

test.each<[string, StatementFacts]>([
  ['the action and the thing', statement({})],
  ['the action in other letters', statement({ actions: ['SecretsManager:getsecretvalue'] })],
  ['every action of the service', statement({ actions: ['secretsmanager:*'] })],
  ['everything', statement({ actions: ['*'], resources: ['*'] })],
])('a role may do what a policy allows by naming %s', (_, allowed) => {
  expect(asked([allowed])).toBe(true);
});

test.each<[string, readonly StatementFacts[]]>([
  ['there is no policy', []],
  ['the policy is about another thing', [statement({ resources: ['${S/Other.Ref}'] })]],
  ['the policy is about another action', [statement({ actions: ['secretsmanager:DescribeSecret'] })]],
  ['another policy denies it', [statement({}), statement({ effect: 'Deny', resources: ['*'] })]],
])('a role may not do it when %s', (_, statements) => {
  expect(asked(statements)).toBe(false);
});

test.each<[string, StatementFacts]>([
  ['a condition', statement({ conditional: true })],
  ['actions that nobody knows', statement({ actions: UNKNOWN })],
  ['things that nobody knows', statement({ resources: UNKNOWN })],
  ['a thing with a symbolic name', statement({ resources: ['arn:${AWS::Partition}:secretsmanager:*:*:secret:*'] })],
])('nobody knows what a role may do under %s', (_, allowed) => {
  expect(asked([allowed])).toBe(UNKNOWN);
});

test('a denial under a condition leaves open what a role may do', () => {
  expect(asked([statement({}), statement({ effect: 'Deny', conditional: true })])).toBe(UNKNOWN);
});

test('nobody knows what a role may do that was made elsewhere', () => {
  expect(asked(UNKNOWN)).toBe(UNKNOWN);
});

test('a policy of AWS that is not known by name may allow anything, and the one for pulling and logging allows no secret', () => {
  expect(asked([], ['arn:${AWS::Partition}:iam::aws:policy/SecretsManagerReadWrite'])).toBe(UNKNOWN);
  expect(asked([], [PULL_AND_LOG])).toBe(false);
});
