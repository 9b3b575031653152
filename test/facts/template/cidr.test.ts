import { UNKNOWN } from '../../../src/facts/model/fact';
import type { Expression, TemplateBody } from '../../../src/facts/template/source/template-source';
import { Templates } from '../../../src/facts/template/templates';
import { sourceOf } from '../templates-of';

/** What a property becomes, in a stack with a VPC, another one from an address pool, and a parameter `Range`. */
function resolved(value: Expression): unknown {
  const body: TemplateBody = {
    Parameters: { Range: { Type: 'String' } },
    Resources: {
      Vpc: { Type: 'AWS::EC2::VPC', Properties: { CidrBlock: '10.1.0.0/16' } },
      Pooled: { Type: 'AWS::EC2::VPC', Properties: { Ipv4IpamPoolId: 'ipam-pool-1' } },
      Subject: { Type: 'Test::Subject', Properties: { value } },
    },
  };
  return new Templates([sourceOf('S', body)]).ofType('Test::Subject')[0].properties.value;
}

const cut = (...argument: Expression[]): Expression => ({ 'Fn::Cidr': argument });
const rangeOf = (vpc: string): Expression => ({ 'Fn::GetAtt': [vpc, 'CidrBlock'] });

test.each<[string, Expression, unknown]>([
  ['ranges lie side by side', cut('10.0.0.0/16', 3, 8), ['10.0.0.0/24', '10.0.1.0/24', '10.0.2.0/24']],
  ['numbers may be texts', cut('192.168.255.0/24', '2', '5'), ['192.168.255.0/27', '192.168.255.32/27']],
  ['one of them may be chosen', { 'Fn::Select': [2, cut(rangeOf('Vpc'), 4, 12)] }, '10.1.32.0/20'],
  ['the range of a VPC is the one that is written there', cut(rangeOf('Vpc'), 1, 8), ['10.1.0.0/24']],
  ['an address pool gives its range at deployment', cut(rangeOf('Pooled'), 1, 8), UNKNOWN],
  ['a parameter gives its range at deployment', cut({ Ref: 'Range' }, 1, 8), UNKNOWN],
  ['more ranges than fit are unknown', cut('10.0.0.0/24', 2, 8), UNKNOWN],
  ['more ranges than CloudFormation cuts are unknown', cut('10.0.0.0/8', 257, 8), UNKNOWN],
  ['ranges of IPv6 are unknown', cut('2001:db8::/56', 2, 64), UNKNOWN],
  ['a wrong argument is unknown and no error', cut(), UNKNOWN],
  ['no list of arguments is unknown and no error', { 'Fn::Cidr': '10.0.0.0/16' }, UNKNOWN],
])('%s', (_, value, expected) => {
  expect(resolved(value)).toEqual(expected);
});
