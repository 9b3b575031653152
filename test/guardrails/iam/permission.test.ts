import fc from 'fast-check';
import { UNKNOWN } from '../../../src/facts/model/fact';
import type { GrantFacts, RoleFacts, StatementFacts } from '../../../src/facts/model/role';
import { NO_ARN } from '../../../src/guardrails/iam/coverage';
import { mayDo, mayUse } from '../../../src/guardrails/iam/permission';
import { fuzz } from '../../fuzz';
import { eachReplaced } from '../patched';

const SECRET = '${S/Secret.Ref}';
const READ = 'secretsmanager:GetSecretValue';
const AWS_POLICY = 'arn:${AWS::Partition}:iam::aws:policy';
const PULL_AND_LOG = `${AWS_POLICY}/service-role/AmazonECSTaskExecutionRolePolicy`;

const role = (given: Partial<RoleFacts> = {}): RoleFacts => ({ id: 'S/Role', trust: [], statements: [], managedPolicies: [], boundary: undefined, ...given });

const statement = (given: Partial<StatementFacts>): StatementFacts => ({ effect: 'Allow', actions: [READ], resources: [SECRET], conditional: false, ...given });

const grant = (given: Partial<GrantFacts>): GrantFacts => ({ ...statement({ resources: ['*'] }), principals: ['S/Role'], services: [], ...given });

const asked = (statements: RoleFacts['statements'], managedPolicies: RoleFacts['managedPolicies'] = []) => mayDo(role({ statements, managedPolicies }), READ, [SECRET]);

test.each<[string, StatementFacts]>([
  ['the action and the thing', statement({})],
  ['the action in other letters', statement({ actions: ['SecretsManager:getsecretvalue'] })],
  ['every action of the service', statement({ actions: ['secretsmanager:*'] })],
  ['everything', statement({ actions: ['*'], resources: ['*'] })],
  ['everything but another action', statement({ actions: ['*'], exceptActions: ['iam:*'], resources: ['*'] })],
  ['everything but another thing', statement({ resources: ['*'], exceptResources: ['${S/Other.Ref}'] })],
])('a role may do what a policy allows by naming %s', (_, allowed) => {
  expect(asked([allowed])).toBe(true);
});

test.each<[string, readonly StatementFacts[]]>([
  ['there is no policy', []],
  ['the policy is about another thing', [statement({ resources: ['${S/Other.Ref}'] })]],
  ['the policy is about another action', [statement({ actions: ['secretsmanager:DescribeSecret'] })]],
  ['the policy leaves the action out', [statement({ actions: ['*'], exceptActions: ['secretsmanager:Get*'] })]],
  ['the policy leaves the thing out', [statement({ resources: ['*'], exceptResources: [SECRET] })]],
  ['another policy denies it', [statement({}), statement({ effect: 'Deny', resources: ['*'] })]],
  ['another policy denies everything but something else', [statement({}), statement({ effect: 'Deny', actions: ['*'], exceptActions: ['iam:*'], resources: ['*'] })]],
])('a role may not do it when %s', (_, statements) => {
  expect(asked(statements)).toBe(false);
});

test.each<[string, StatementFacts]>([
  ['a condition', statement({ conditional: true })],
  ['actions that nobody knows', statement({ actions: UNKNOWN })],
  ['left out actions that nobody knows', statement({ actions: ['*'], exceptActions: UNKNOWN })],
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
  expect(asked([], UNKNOWN)).toBe(UNKNOWN);
});

test('a policy of AWS that is not known by name may allow anything, and the one for pulling and logging allows no secret', () => {
  expect(asked([], [`${AWS_POLICY}/SecretsManagerReadWrite`])).toBe(UNKNOWN);
  expect(asked([], ['arn:aws:iam::111122223333:policy/of-another-team'])).toBe(UNKNOWN);
  expect(asked([], [PULL_AND_LOG])).toBe(false);
});

test.each([
  [PULL_AND_LOG, 'ecr:GetAuthorizationToken', true],
  [PULL_AND_LOG, 'logs:CreateLogStream', true],
  [PULL_AND_LOG, 'logs:CreateLogGroup', false],
  [`${AWS_POLICY}/AdministratorAccess`, 'kms:Decrypt', true],
  [`${AWS_POLICY}/PowerUserAccess`, 'kms:Decrypt', true],
  [`${AWS_POLICY}/PowerUserAccess`, 'iam:CreateRole', false],
  [`${AWS_POLICY}/CloudWatchLogsFullAccess`, 'logs:PutLogEvents', true],
  [`${AWS_POLICY}/AmazonEC2ContainerRegistryReadOnly`, 'ecr:BatchGetImage', true],
  [`${AWS_POLICY}/AmazonSSMManagedInstanceCore`, 'ssmmessages:OpenDataChannel', true],
])('%s says about %s: %s', (policy, action, expected) => {
  expect(mayDo(role({ managedPolicies: [policy] }), action, [NO_ARN])).toBe(expected);
});

test('an action on nothing in particular is allowed on * only', () => {
  const onThat = (resource: string) => mayDo(role({ statements: [statement({ resources: [resource] })] }), READ, [NO_ARN]);
  expect(onThat('*')).toBe(true);
  expect(onThat('${S/Repository.Arn}')).toBe(false);
  expect(onThat('arn:aws:ecr:*:*:repository/*')).toBe(false);
  expect(onThat('${?}')).toBe(UNKNOWN);
});

describe('a permissions boundary', () => {
  const limited = (boundary: RoleFacts['boundary']) => mayDo(role({ statements: [statement({})], boundary }), READ, [SECRET]);

  test('takes away what it does not allow, and what it denies', () => {
    expect(limited([])).toBe(false);
    expect(limited([statement({ actions: ['s3:*'] })])).toBe(false);
    expect(limited([statement({}), statement({ effect: 'Deny' })])).toBe(false);
  });

  test('gives nothing, and leaves what it allows', () => {
    expect(limited([statement({ actions: ['*'], resources: ['*'] })])).toBe(true);
    expect(mayDo(role({ boundary: [statement({})] }), READ, [SECRET])).toBe(false);
  });

  test('that nobody knows leaves open what is allowed, and not what is not', () => {
    expect(limited(UNKNOWN)).toBe(UNKNOWN);
    expect(mayDo(role({ boundary: UNKNOWN }), READ, [SECRET])).toBe(false);
  });
});

describe('the policy of a thing', () => {
  const by = (grants: readonly GrantFacts[] | typeof UNKNOWN, given: Partial<RoleFacts> = {}) => mayDo(role(given), READ, [SECRET], grants);

  test.each<[string, GrantFacts, boolean | typeof UNKNOWN]>([
    ['the role', grant({}), true],
    ['everybody', grant({ principals: ['*'] }), true],
    ['everybody under a condition', grant({ principals: ['*'], conditional: true }), UNKNOWN],
    ['another role of the app', grant({ principals: ['S/Other'] }), false],
    ['a role by a name that the role may get', grant({ principals: ['arn:aws:iam::111122223333:role/shop'] }), UNKNOWN],
    ['the account, which leaves it to IAM', grant({ principals: ['arn:${AWS::Partition}:iam::${AWS::AccountId}:root'] }), false],
    ['a user', grant({ principals: ['arn:aws:iam::111122223333:user/anna'] }), false],
    ['a service', grant({ principals: [], services: ['logs.amazonaws.com'] }), false],
    ['nobody knows whom', grant({ principals: UNKNOWN }), UNKNOWN],
  ])('may let in %s', (_, allowed, expected) => {
    expect(by([allowed])).toBe(expected);
  });

  test('denies what the role may do', () => {
    expect(by([grant({ effect: 'Deny', principals: ['*'] })], { statements: [statement({})] })).toBe(false);
    expect(by([grant({ effect: 'Deny', principals: ['S/Other'] })], { statements: [statement({})] })).toBe(true);
  });

  test('leaves the question open when nobody knows it', () => {
    expect(by(UNKNOWN)).toBe(UNKNOWN);
  });
});

describe('a key', () => {
  const DECRYPT = statement({ actions: ['kms:Decrypt'], resources: ['${S/Key.Arn}'] });
  const ACCOUNT = grant({ actions: ['kms:*'], principals: ['arn:aws:iam::111122223333:root'] });
  const may = (statements: readonly StatementFacts[], grants: readonly GrantFacts[] | typeof UNKNOWN) =>
    mayUse(role({ statements }), 'kms:Decrypt', { arn: '${S/Key.Arn}', grants });

  test.each<[string, readonly StatementFacts[], readonly GrantFacts[] | typeof UNKNOWN, boolean | typeof UNKNOWN]>([
    ['the key leaves it to IAM, and the role has the permission', [DECRYPT], [ACCOUNT], true],
    ['the key leaves it to IAM, and the role has no permission', [], [ACCOUNT], false],
    ['the key leaves nothing to IAM, and the role has the permission', [DECRYPT], [], false],
    ['the key names the role', [], [grant({ actions: ['kms:Decrypt'] })], true],
    ['the key names the role for one service', [], [ACCOUNT, grant({ actions: ['kms:Decrypt'], conditional: true })], UNKNOWN],
    ['the key denies it', [DECRYPT], [ACCOUNT, grant({ effect: 'Deny', actions: ['kms:*'], principals: ['*'] })], false],
    ['nobody knows what the key says', [DECRYPT], UNKNOWN, UNKNOWN],
  ])('%s', (_, statements, grants, expected) => {
    expect(may(statements, grants)).toBe(expected);
  });

  test('that nobody knows may be used or not', () => {
    expect(mayUse(role(), 'kms:Decrypt', UNKNOWN)).toBe(UNKNOWN);
  });
});

describe('whatever policies say', () => {
  const text = fc.oneof(fc.constantFrom('*', READ, 'secretsmanager:*', SECRET, '${?}', '${S/Other.Arn}/*', 'arn:aws:s3:::b?/*', '${AWS::AccountId}', ''), fc.string({ maxLength: 12 }));
  const list = fc.oneof(fc.array(text, { maxLength: 3 }), fc.constant(UNKNOWN));
  const statements = fc.array(fc.record({
    effect: fc.constantFrom('Allow' as const, 'Deny' as const),
    actions: list,
    exceptActions: fc.option(list, { nil: undefined }),
    resources: list,
    exceptResources: fc.option(list, { nil: undefined }),
    conditional: fc.boolean(),
    principals: list,
    services: list,
  }), { maxLength: 4 });
  const roles = fc.record({ id: fc.constantFrom('S/Role', 'arn:aws:iam::1:role/r'), trust: statements, statements, managedPolicies: list, boundary: fc.option(statements, { nil: undefined }) });

  test('there is an answer, or none', () => {
    fuzz(fc.property(roles, statements, text, list, (who, grants, action, arns) => {
      const names = arns === UNKNOWN ? [] : arns;
      expect([true, false, UNKNOWN]).toContain(mayDo(who, action, names, grants));
      expect([true, false, UNKNOWN]).toContain(mayUse(who, action, { arn: names[0] ?? UNKNOWN, grants }));
    }), 100);
  });

  test('knowing less never turns a permission into a refusal, or the other way round', () => {
    fuzz(fc.property(roles, statements, (who, grants) => {
      const known = mayDo(who, READ, [SECRET], grants);
      const blurred = [
        ...[...eachReplaced(who, UNKNOWN)].map(({ facts }) => mayDo(facts, READ, [SECRET], grants)),
        ...[...eachReplaced({ grants }, UNKNOWN)].map(({ facts }) => mayDo(who, READ, [SECRET], facts.grants)),
      ];
      if (known !== UNKNOWN) for (const answer of blurred) expect([known, UNKNOWN]).toContain(answer);
    }), 200);
  });
});
