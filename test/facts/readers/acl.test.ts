import { UNKNOWN } from '../../../src/facts/model/fact';
import { readAcl } from '../../../src/facts/readers/acl';
import type { TemplateResource } from '../../../src/facts/template/source/template-source';
import { templatesOf } from '../templates-of';

const OPEN = [true, false].map(egress => ({ number: 100, egress, allows: true, protocol: '-1', range: '0.0.0.0/0' }));
const ANY = Object.fromEntries(['number', 'egress', 'allows', 'protocol', 'range', 'fromPort', 'toPort'].map(name => [name, UNKNOWN]));

const VPC = { Type: 'AWS::EC2::VPC' };
const subnetIn = (VpcId: unknown): TemplateResource => ({ Type: 'AWS::EC2::Subnet', Properties: { VpcId } } as TemplateResource);
const entry = (Properties: object, more: object = {}): TemplateResource => ({ Type: 'AWS::EC2::NetworkAclEntry', Properties, ...more } as TemplateResource);
const DEFAULT = { 'Fn::GetAtt': ['Vpc', 'DefaultNetworkAcl'] };

const acl = (resources: Readonly<Record<string, TemplateResource>>, subnet = subnetIn({ Ref: 'Vpc' })) => {
  const templates = templatesOf({ Vpc: VPC, Subnet: subnet, ...resources });
  const [read] = templates.ofType('AWS::EC2::Subnet');
  return readAcl(templates, read);
};

test('an entry of the default ACL of the VPC stands before those that AWS makes', () => {
  const deny = { NetworkAclId: DEFAULT, RuleNumber: 50, Egress: true, RuleAction: 'DENY', Protocol: 6, CidrBlock: '10.0.0.0/8', PortRange: { From: 443, To: 443 } };
  expect(acl({ Deny: entry(deny) })).toEqual([
    { number: 50, egress: true, allows: false, protocol: '6', range: '10.0.0.0/8', fromPort: 443, toPort: 443 }, ...OPEN,
  ]);
});

test('an entry that leaves out what only IPv6 or all ports need is read, and what it does not say is unknown', () => {
  expect(acl({ Six: entry({ NetworkAclId: DEFAULT, RuleNumber: 50, RuleAction: 'allow', Protocol: -1, Ipv6CidrBlock: '::/0' }) }))
    .toEqual([{ number: 50, egress: false, allows: true, protocol: '-1', range: '::/0' }, ...OPEN]);
  expect(acl({ Bare: entry({ NetworkAclId: DEFAULT }) }))
    .toEqual([{ number: UNKNOWN, egress: false, allows: UNKNOWN, protocol: UNKNOWN, range: UNKNOWN }, ...OPEN]);
});

test('an entry of an ACL that exists already is of another VPC; one whose ACL nobody knows may be of this one', () => {
  expect(acl({ Other: entry({ NetworkAclId: 'acl-0a1b2c3d' }) })).toEqual(OPEN);
  expect(acl({ Some: entry({ NetworkAclId: { 'Fn::ImportValue': 'Acl' } }) })).toEqual([ANY, ...OPEN]);
});

test('the ACL of a subnet is unknown where its VPC or the associated ACL is', () => {
  expect(acl({}, subnetIn('vpc-0a1b2c3d'))).toBe(UNKNOWN);
  const association = { Type: 'AWS::EC2::SubnetNetworkAclAssociation', Properties: { SubnetId: { Ref: 'Subnet' }, NetworkAclId: 'acl-0a1b2c3d' } };
  expect(acl({ Guard: association })).toBe(UNKNOWN);
});
