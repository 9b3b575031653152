import { UNKNOWN } from '../../../src/facts/model/fact';
import type { Environment } from '../../../src/facts/template/source/environment';
import { Undecided } from '../../../src/facts/template/source/resolved';
import type { TemplateSource } from '../../../src/facts/template/source/template-source';
import { Templates } from '../../../src/facts/template/templates';
import { sourceOf } from '../templates-of';

const network = (stack: string, environment?: Environment): TemplateSource =>
  ({ ...sourceOf(stack, { Outputs: { Vpc: { Value: `vpc-of-${stack}`, Export: { Name: 'Vpc' } } } }), environment });

/** What a stack imports, which is deployed to Ireland unless nobody says where. */
function importedFrom(networks: readonly TemplateSource[], environment: Environment | undefined = { region: 'eu-west-1' }): unknown {
  const user = sourceOf('User', { Resources: { User: { Type: 'Test::User', Properties: { vpc: { 'Fn::ImportValue': 'Vpc' } } } } });
  return new Templates([...networks, { ...user, environment }]).ofType('Test::User')[0].properties.vpc;
}

/** What nobody knows but its name. */
const ELSEWHERE = new Undecided('import Vpc');

const IRELAND = network('Ireland', { region: 'eu-west-1' });
const VIRGINIA = network('Virginia', { region: 'us-east-1' });

test('an export is that of the same Region, where two Regions have one of the same name', () => {
  expect(importedFrom([IRELAND, VIRGINIA])).toBe('vpc-of-Ireland');
});

test('a stack of which nobody says where it is deployed may import from anywhere', () => {
  expect(importedFrom([IRELAND], {})).toBe('vpc-of-Ireland');
  expect(importedFrom([IRELAND, VIRGINIA], {})).toBe(UNKNOWN);
});

test('an export of another Region, another account or another assembly is none', () => {
  expect(importedFrom([VIRGINIA])).toEqual(ELSEWHERE);
  expect(importedFrom([network('Other', { account: '111122223333' })], { account: '444455556666' })).toEqual(ELSEWHERE);
  expect(importedFrom([{ ...IRELAND, assembly: 'Stage' }])).toEqual(ELSEWHERE);
});
