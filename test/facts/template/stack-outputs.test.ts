import { UNKNOWN } from '../../../src/facts/model/fact';
import type { Environment } from '../../../src/facts/template/source/environment';
import { Undecided } from '../../../src/facts/template/source/resolved';
import type { Expression, TemplateSource } from '../../../src/facts/template/source/template-source';
import { Templates } from '../../../src/facts/template/templates';
import { sourceOf } from '../templates-of';

const network = (stack: string, environment: Environment = {}): TemplateSource =>
  ({ ...sourceOf(stack, { Outputs: { Vpc: { Value: `vpc-of-${stack}` } } }), name: 'Net', environment });

/** What a stack reads, which is deployed to Ireland unless nobody says where. */
function readFrom(networks: readonly TemplateSource[], more: { readonly [name: string]: Expression } = {}, environment: Environment = { region: 'eu-west-1', account: '111122223333' }): unknown {
  const vpc = { 'Fn::GetStackOutput': { StackName: 'Net', OutputName: 'Vpc', ...more } };
  const user = sourceOf('User', { Resources: { User: { Type: 'Test::User', Properties: { vpc } } } });
  return new Templates([...networks, { ...user, environment }]).ofType('Test::User')[0].properties.vpc;
}

const IRELAND = network('Ireland', { region: 'eu-west-1', account: '111122223333' });
const VIRGINIA = network('Virginia', { region: 'us-east-1', account: '111122223333' });

/** What nobody knows but its name. */
const ELSEWHERE = new Undecided('output Net.Vpc');

test('an output is read from the stack of that name, without an export', () => {
  expect(readFrom([network('Anywhere')], { Region: { Ref: 'AWS::Region' } })).toBe('vpc-of-Anywhere');
});

test('an output is read from the Region that is named, or else from the own one', () => {
  expect(readFrom([IRELAND, VIRGINIA])).toBe('vpc-of-Ireland');
  expect(readFrom([IRELAND, VIRGINIA], { Region: { Ref: 'AWS::Region' } })).toBe('vpc-of-Ireland');
  expect(readFrom([IRELAND, VIRGINIA], { Region: 'us-east-1' })).toBe('vpc-of-Virginia');
  expect(readFrom([VIRGINIA])).toEqual(ELSEWHERE);
});

test('a role leads to the stack in another account', () => {
  const other = network('Other', { region: 'eu-west-1', account: '444455556666' });
  expect(readFrom([other])).toEqual(ELSEWHERE);
  expect(readFrom([other], { RoleArn: 'arn:aws:iam::444455556666:role/reader' })).toBe('vpc-of-Other');
});

test('of two stacks with one name that of the own stage is meant', () => {
  const staged = (stage: string): TemplateSource => ({ ...network(stage), assembly: stage });
  expect(readFrom([staged('Test'), { ...network('Own'), assembly: '' }])).toBe('vpc-of-Own');
  expect(readFrom([staged('Test'), staged('Prod')])).toBe(UNKNOWN);
});

test('what no stack gives is not known', () => {
  expect(readFrom([])).toEqual(ELSEWHERE);
  expect(readFrom([IRELAND], { OutputName: 'Cluster' })).toEqual(new Undecided('output Net.Cluster'));
  expect(readFrom([IRELAND], { StackName: { 'Fn::If': ['IsA', 'A', 'B'] } })).toBe(UNKNOWN);
});
