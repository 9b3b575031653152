import * as iam from 'aws-cdk-lib/aws-iam';
import { type Known, UNKNOWN } from '../../../src/facts/model/fact';
import type { RoleFacts } from '../../../src/facts/model/role';
import { readRole } from '../../../src/facts/readers/role';
import type { Expression, TemplateResource } from '../../../src/facts/template/source/template-source';
import { synthesized, templatesOf } from '../templates-of';

const document = (...statements: Expression[]): Expression => ({ Version: '2012-10-17', Statement: statements });
const allow = (action: Expression, resource: Expression = '*'): Expression => ({ Effect: 'Allow', Action: action, Resource: resource });

function role(properties: TemplateResource['Properties'], others: Readonly<Record<string, TemplateResource>> = {}): RoleFacts {
  const facts = readRole(templatesOf({ Role: { Type: 'AWS::IAM::Role', Properties: properties }, ...others }), '${S/Role.Arn}');
  if (facts === undefined || facts === UNKNOWN) throw new Error('the role should be known');
  return facts;
}

const actions = ({ statements }: RoleFacts): Known<readonly Known<readonly string[]>[]> =>
  statements === UNKNOWN ? UNKNOWN : statements.map(statement => statement.actions);

test('everything that the CDK grants to a role is read, from its own policy and from managed ones of the app', () => {
  const templates = synthesized(stack => {
    const granted = new iam.Role(stack, 'Role', {
      assumedBy: new iam.ServicePrincipal('ecs-tasks.amazonaws.com'),
      inlinePolicies: { Inline: new iam.PolicyDocument({ statements: [new iam.PolicyStatement({ actions: ['a:Inline'], resources: ['*'] })] }) },
      managedPolicies: [
        new iam.ManagedPolicy(stack, 'Listed', { statements: [new iam.PolicyStatement({ actions: ['a:Listed'], resources: ['*'] })] }),
        iam.ManagedPolicy.fromAwsManagedPolicyName('service-role/AmazonECSTaskExecutionRolePolicy'),
      ],
    });
    granted.addToPrincipalPolicy(new iam.PolicyStatement({ actions: ['a:Granted'], resources: ['*'] }));
    new iam.ManagedPolicy(stack, 'Attached', { roles: [granted], statements: [new iam.PolicyStatement({ actions: ['a:Attached'], resources: ['*'] })] });
  });
  const facts = readRole(templates, `\${${templates.ofType('AWS::IAM::Role')[0].key}.Arn}`) as RoleFacts;
  expect([...actions(facts) as string[][]].flat().sort()).toEqual(['a:Attached', 'a:Granted', 'a:Inline', 'a:Listed']);
  expect(facts.managedPolicies).toEqual(['arn:${AWS::Partition}:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy']);
});

test('a policy resource of its own counts, in both forms of CloudFormation', () => {
  const facts = role({}, {
    Policy: { Type: 'AWS::IAM::Policy', Properties: { Roles: [{ Ref: 'Role' }], PolicyDocument: document(allow('a:Policy')) } },
    RolePolicy: { Type: 'AWS::IAM::RolePolicy', Properties: { RoleName: { Ref: 'Role' }, PolicyDocument: document(allow('a:RolePolicy')) } },
    Foreign: { Type: 'AWS::IAM::Policy', Properties: { Roles: [{ Ref: 'Other' }], PolicyDocument: document(allow('a:Foreign')) } },
  });
  expect(actions(facts)).toEqual([['a:Policy'], ['a:RolePolicy']]);
});

test('a statement keeps its effect, its things and whether it has a condition', () => {
  const facts = role({ Policies: [{ PolicyName: 'P', PolicyDocument: document({ ...allow(['a:One', 'a:Two'], { Ref: 'Role' }) as object, Effect: 'Deny', Condition: {} }) }] });
  expect(facts.statements).toEqual([{ effect: 'Deny', actions: ['a:One', 'a:Two'], resources: ['${S/Role.Ref}'], conditional: true }]);
});

test('everything but a list is everything, with the list left out', () => {
  const facts = role({ Policies: [{ PolicyName: 'P', PolicyDocument: document({ Effect: 'Allow', NotAction: 'iam:*', NotResource: 'x' }) }] });
  expect(facts.statements).toEqual([{ effect: 'Allow', actions: ['*'], exceptActions: ['iam:*'], resources: ['*'], exceptResources: ['x'], conditional: false }]);
});

test('a list that nobody knows leaves out what nobody knows', () => {
  const facts = role({ Policies: [{ PolicyName: 'P', PolicyDocument: document({ Effect: 'Allow', NotAction: { 'Fn::If': ['A', 'b', 'c'] }, Resource: '*' }) }] });
  expect(facts.statements).toMatchObject([{ actions: ['*'], exceptActions: UNKNOWN }]);
});

test('a policy goes to the role whose name it spells', () => {
  const policy: TemplateResource = { Type: 'AWS::IAM::Policy', Properties: { Roles: ['shop'], PolicyDocument: document(allow('a:Named')) } };
  expect(actions(role({ RoleName: 'shop' }, { policy }))).toEqual([['a:Named']]);
  expect(actions(role({ RoleName: 'other' }, { policy }))).toEqual([]);
  expect(actions(role({}, { policy }))).toEqual([]);
});

test('a policy for a name that deployment decides may be the policy of any role with a name', () => {
  const policy: TemplateResource = { Type: 'AWS::IAM::Policy', Properties: { Roles: [{ Ref: 'Parameter' }], PolicyDocument: document(allow('a:Any')) } };
  expect(role({ RoleName: 'shop' }, { policy }).statements).toBe(UNKNOWN);
  expect(role({}, { policy }).statements).toEqual([]);
});

const trust = (principal: Expression) => role({ AssumeRolePolicyDocument: document({ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: principal }) }).trust;

test.each<[string, Expression, object]>([
  ['services', { Service: ['ecs-tasks.amazonaws.com', 'ecs.amazonaws.com'] }, { principals: [], services: ['ecs-tasks.amazonaws.com', 'ecs.amazonaws.com'] }],
  ['accounts', { AWS: { 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':iam::111122223333:root']] } }, { principals: ['arn:${AWS::Partition}:iam::111122223333:root'], services: [] }],
  ['a role of the app', { AWS: { 'Fn::GetAtt': ['Role', 'Arn'] } }, { principals: ['S/Role'], services: [] }],
  ['everybody', '*', { principals: ['*'], services: [] }],
  ['somebody whom deployment decides', { 'Fn::If': ['A', {}, {}] }, { principals: UNKNOWN, services: UNKNOWN }],
])('a role trusts %s', (_, principal, expected) => {
  expect(trust(principal)).toMatchObject([{ effect: 'Allow', actions: ['sts:AssumeRole'], resources: ['*'], ...expected }]);
});

test('the limit of a role is read where the app declares it, and is unknown where it does not', () => {
  const boundary: TemplateResource = { Type: 'AWS::IAM::ManagedPolicy', Properties: { PolicyDocument: document(allow('a:AtMost')) } };
  expect(role({ PermissionsBoundary: { Ref: 'boundary' } }, { boundary }).boundary).toMatchObject([{ actions: ['a:AtMost'] }]);
  expect(role({ PermissionsBoundary: 'arn:aws:iam::111122223333:policy/limit' }).boundary).toBe(UNKNOWN);
  expect(role({}).boundary).toBeUndefined();
});

test.each<[string, TemplateResource['Properties']]>([
  ['its inline policies', { Policies: { 'Fn::If': ['A', [], []] } }],
  ['one of its documents', { Policies: [{ PolicyName: 'P', PolicyDocument: { 'Fn::If': ['A', {}, {}] } }] }],
  ['one of its statements', { Policies: [{ PolicyName: 'P', PolicyDocument: document({ 'Fn::If': ['A', {}, {}] }) }] }],
  ['its managed policies', { ManagedPolicyArns: { Ref: 'AWS::StackName', Extra: 1 } }],
])('a role is not known when only deployment decides %s', (_, properties) => {
  expect(role(properties).statements).toBe(UNKNOWN);
});

test('of a role that was made elsewhere only the name is known', () => {
  const arn = 'arn:aws:iam::111122223333:role/made-elsewhere';
  expect(readRole(templatesOf({}), arn)).toEqual({ id: arn, trust: UNKNOWN, statements: UNKNOWN, managedPolicies: UNKNOWN, boundary: UNKNOWN });
  expect(readRole(templatesOf({}), UNKNOWN)).toBe(UNKNOWN);
  expect(readRole(templatesOf({}), undefined)).toBeUndefined();
});

test('two ways of naming a role give the same role', () => {
  const templates = templatesOf({ Role: { Type: 'AWS::IAM::Role' } });
  expect((readRole(templates, '${S/Role.Arn}') as RoleFacts).id).toBe((readRole(templates, '${S/Role.Ref}') as RoleFacts).id);
});
