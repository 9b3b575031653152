import { App, Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { ArnPrincipal, Role } from 'aws-cdk-lib/aws-iam';
import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag';
import { lengthOf } from './deployed-length';
import { EvidenceSource, StopEvidence } from '../../src/analyzer/access/stop-evidence';
import { StopAnalyzer } from '../../src/analyzer/stop-analyzer';
import type { StopAnalyzerProps } from '../../src/analyzer/stop-analyzer-props';
import { StopReaderRole } from '../../src/analyzer/stop-reader-role';
import { propertiesOf } from '../found';

const ANALYZER_ROLE = 'arn:aws:iam::999988887777:role/Central-StopAnalyzerRole';

const member = (app = new App()) => new Stack(app, 'Member', { env: { account: '111122223333', region: 'eu-west-1' } });

function readerIn(stack: Stack, evidence?: StopEvidence): Template {
  new StopReaderRole(stack, 'Reader', { assumedBy: Role.fromRoleArn(stack, 'Analyzer', ANALYZER_ROLE), evidence });
  return Template.fromStack(stack);
}

/** The actions that the role may do. */
const actionsOf = (template: Template): readonly string[] => Object.values(template.findResources('AWS::IAM::Policy'))
  .flatMap(({ Properties }) => Properties.PolicyDocument.Statement as { readonly Action: readonly string[] }[])
  .flatMap(({ Action }) => Action);

test('the role has the name that the analyzer asks for, and trusts nobody but the role of the analyzer', () => {
  readerIn(member()).hasResourceProperties('AWS::IAM::Role', {
    RoleName: 'hardened-fargate-stop-reader',
    AssumeRolePolicyDocument: { Statement: [{ Action: 'sts:AssumeRole', Effect: 'Allow', Principal: { AWS: ANALYZER_ROLE } }] },
  });
});

test('whoever assumes it can be asked for more, such as an organization', () => {
  const stack = member();
  const conditions = { StringEquals: { 'aws:PrincipalOrgID': 'o-exampleorgid' } };
  new StopReaderRole(stack, 'Reader', { assumedBy: new ArnPrincipal(ANALYZER_ROLE).withConditions(conditions) });
  Template.fromStack(stack).hasResourceProperties('AWS::IAM::Role', {
    AssumeRolePolicyDocument: { Statement: [{ Action: 'sts:AssumeRole', Effect: 'Allow', Principal: { AWS: ANALYZER_ROLE }, Condition: conditions }] },
  });
});

test('it may do what the collectors of its evidence call, in every Region of its account, and nothing else', () => {
  const template = readerIn(member(), StopEvidence.some(EvidenceSource.SERVICE, EvidenceSource.SECRETS));
  expect([...actionsOf(template)].sort()).toEqual(['ecs:DescribeServices', 'ecs:DescribeTaskDefinition', 'secretsmanager:DescribeSecret', 'ssm:DescribeParameters']);
  template.hasResourceProperties('AWS::IAM::Policy', {
    PolicyDocument: {
      Statement: Match.arrayWith([Match.objectLike({
        Action: ['ecs:DescribeServices'], Resource: [{ 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':ecs:*:111122223333:service/*/*']] }],
      })]),
    },
  });
});

test('by default it reads everything but the logs, whose owner has to say so', () => {
  const actions = actionsOf(readerIn(member()));
  expect(actions).toEqual(expect.arrayContaining(['ecs:DescribeTasks', 'cloudtrail:LookupEvents', 'iam:GetRole']));
  expect(actions).not.toContain('logs:GetLogEvents');
  expect(actionsOf(readerIn(member(), StopEvidence.ALL))).toContain('logs:GetLogEvents');
});

test('a role that may read nothing is refused', () => {
  expect(() => readerIn(member(), StopEvidence.NONE)).toThrow('\'evidence\' is StopEvidence.NONE, but a reader role without permissions has no use');
});

/** A central analyzer of an app that holds the member account, too. */
const centralIn = (app: App): StopAnalyzer =>
  new StopAnalyzer(new Stack(app, 'Central', { env: { account: '999988887777', region: 'eu-central-1' } }), 'StopAnalyzer', { memberAccounts: ['111122223333'] });

describe('a central analyzer', () => {
  const app = new App();
  const analyzer = centralIn(app);
  const template = Template.fromStack(Stack.of(analyzer));

  test('may assume the reader role of each member account, and no other role', () => {
    const assuming = Object.values(template.findResources('AWS::IAM::Policy'))
      .flatMap(({ Properties }) => Properties.PolicyDocument.Statement as { readonly Action: unknown; readonly Resource: unknown }[])
      .filter(({ Action }) => Action === 'sts:AssumeRole');
    expect(assuming.map(({ Resource }) => Resource)).toEqual([
      { 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':iam::111122223333:role/hardened-fargate-stop-reader']] },
    ]);
  });

  test('names its members to the function, and its role to whoever deploys the reader roles', () => {
    template.hasResourceProperties('AWS::Lambda::Function', { Environment: { Variables: { MEMBER_ACCOUNTS: '111122223333' } } });
    const outputs = Object.values(template.findOutputs('*')).map(({ Value }) => Value as unknown);
    expect(outputs).toContainEqual({ 'Fn::GetAtt': [expect.stringMatching(/^StopAnalyzerRole/), 'Arn'] });
  });

  test('has a role that a reader role of the same app names without a reference between accounts', () => {
    const both = new App();
    const stack = member(both);
    new StopReaderRole(stack, 'Reader', { assumedBy: centralIn(both).role });
    const { template: { Resources } } = both.synth().getStackByName('Member');
    const [role] = Object.values(Resources as Record<string, { readonly Type: string; readonly Properties: Record<string, unknown> }>)
      .filter(({ Type }) => Type === 'AWS::IAM::Role');
    expect(JSON.stringify(role.Properties.AssumeRolePolicyDocument)).toMatch(/:iam::999988887777:role\/central\w*stopanalyzerrole\w+/i);
  });
});

test('without members there is nothing of this in the template', () => {
  const stack = new Stack(new App(), 'Own');
  new StopAnalyzer(stack, 'StopAnalyzer');
  expect(JSON.stringify(Template.fromStack(stack).toJSON())).not.toMatch(/sts:AssumeRole"(?!,"Effect":"Allow","Principal":\{"Service")|MEMBER_ACCOUNTS/);
});

const members = (count: number) => Array.from({ length: count }, (_, index) => String(111122220000 + index));

test('the role of an analyzer of 200 accounts fits into the policies that IAM takes, and its variables into what AWS Lambda takes', () => {
  const stack = new Stack(new App(), 'Central');
  new StopAnalyzer(stack, 'StopAnalyzer', { memberAccounts: members(200) });
  const template = Template.fromStack(stack);
  const [all, managed] = ['AWS::IAM::Policy', 'AWS::IAM::ManagedPolicy'].map(type => propertiesOf(template, type));
  expect(new Set(JSON.stringify([all, managed]).match(/1111222\d{5}/g)).size).toBe(200);
  const inline = all.filter(({ Roles }) => JSON.stringify(Roles).includes('StopAnalyzerRole'));
  expect(inline.map(({ PolicyDocument }) => lengthOf(PolicyDocument)).reduce((one, other) => one + other, 0)).toBeLessThanOrEqual(10_240);
  expect(managed.length).toBeLessThanOrEqual(10);
  expect(Math.max(...managed.map(({ PolicyDocument }) => lengthOf(PolicyDocument)))).toBeLessThanOrEqual(6_144);
  const variables = propertiesOf(template, 'AWS::Lambda::Function').map(({ Environment }) => Environment ?? {});
  expect(Math.max(...variables.map(lengthOf))).toBeLessThanOrEqual(4_096);
});

test.each([
  [{ memberAccounts: members(201) }, '\'memberAccounts\' has 201 accounts, but an analyzer supports at most 200'],
  [{ memberAccounts: ['1111'] }, '\'memberAccounts\' has \'1111\', but an account ID must have 12 digits'],
  [{ memberAccounts: ['111122223333'], services: [] }, '\'memberAccounts\' and \'services\' are both set, but \'services\' contains only services of this account; remove \'services\''],
])('%j is refused', (props: StopAnalyzerProps, message) => {
  expect(() => new StopAnalyzer(new Stack(new App(), 'Central'), 'StopAnalyzer', props)).toThrow(message);
});

test.each([new AwsSolutionsChecks(), new ServerlessChecks()])('cdk-nag finds nothing in a reader role that is not explained: $constructor.name', pack => {
  const app = new App();
  const stack = member(app);
  const reader = new StopReaderRole(stack, 'Reader', { assumedBy: new ArnPrincipal(ANALYZER_ROLE), evidence: StopEvidence.ALL });
  app.synth();
  expect(pack.validateScope(reader).violations).toEqual([]);
});
