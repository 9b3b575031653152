import * as iam from 'aws-cdk-lib/aws-iam';
import { type Known, UNKNOWN } from '../../../src/facts/model/fact';
import type { RoleFacts } from '../../../src/facts/model/role';
import { readRole } from '../../../src/facts/readers/role';
import type { Expression, TemplateResource } from '../../../src/facts/template/template-source';
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

test('everything but a list is not known', () => {
  const facts = role({ Policies: [{ PolicyName: 'P', PolicyDocument: document({ Effect: 'Allow', NotAction: 'iam:*', NotResource: 'x' }) }] });
  expect(facts.statements).toEqual([{ effect: 'Allow', actions: UNKNOWN, resources: UNKNOWN, conditional: false }]);
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
  expect(readRole(templatesOf({}), arn)).toEqual({ id: arn, statements: UNKNOWN, managedPolicies: UNKNOWN });
  expect(readRole(templatesOf({}), UNKNOWN)).toBe(UNKNOWN);
  expect(readRole(templatesOf({}), undefined)).toBeUndefined();
});

test('two ways of naming a role give the same role', () => {
  const templates = templatesOf({ Role: { Type: 'AWS::IAM::Role' } });
  expect((readRole(templates, '${S/Role.Arn}') as RoleFacts).id).toBe((readRole(templates, '${S/Role.Ref}') as RoleFacts).id);
});
