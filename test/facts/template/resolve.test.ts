import { UNKNOWN } from '../../../src/facts/model/fact';
import { at, Undecided } from '../../../src/facts/template/source/resolved';
import type { Expression, TemplateBody } from '../../../src/facts/template/source/template-source';
import { Templates } from '../../../src/facts/template/templates';
import { sourceOf } from '../templates-of';

const BODY: TemplateBody = {
  Parameters: { Size: { Type: 'Number', Default: 512 } },
  Resources: { Group: { Type: 'Test::Group' } },
};

/** What a property becomes, in a stack that has a parameter `Size` and a resource `Group`. */
function resolved(value: Expression): unknown {
  const body: TemplateBody = { ...BODY, Resources: { ...BODY.Resources, Subject: { Type: 'Test::Subject', Properties: { value } } } };
  return new Templates([sourceOf('S', body)]).ofType('Test::Subject')[0].properties.value;
}

test.each<[string, Expression, unknown]>([
  ['a plain value is itself', { a: [1, 'two', true] }, { a: [1, 'two', true] }],
  ['a reference names the resource and its stack', { Ref: 'Group' }, '${S/Group.Ref}'],
  ['an attribute names the resource, too', { 'Fn::GetAtt': ['Group', 'Arn'] }, '${S/Group.Arn}'],
  ['an attribute may be written as one text', { 'Fn::GetAtt': 'Group.Endpoint.Port' }, '${S/Group.Endpoint.Port}'],
  ['a pseudo parameter keeps its name', { Ref: 'AWS::Region' }, '${AWS::Region}'],
  ['a parameter is undecided, whatever its default, and has its name', { Ref: 'Size' }, new Undecided('S/Size')],
  ['a condition is settled at deployment', { 'Fn::If': ['IsBig', 1, 2] }, UNKNOWN],
  ['a function that nobody taught us is unknown', { 'Fn::Guess': 'x' }, UNKNOWN],
  ['the zones of an account are unknown', { 'Fn::GetAZs': '' }, UNKNOWN],
  ['Base64 encodes a known text', { 'Fn::Base64': 'x' }, 'eA=='],
  ['Base64 of a text with symbols is unknown', { 'Fn::Base64': { Ref: 'Group' } }, UNKNOWN],
  ['Length counts', { 'Fn::Length': ['a', { Ref: 'Size' }] }, 2],
  ['Length of a list with an item that may be left out is unknown', { 'Fn::Length': ['a', { 'Fn::If': ['IsBig', 1, 2] }] }, UNKNOWN],
  ['ToJsonString writes what is known', { 'Fn::ToJsonString': { a: [1, { Ref: 'Group' }] } }, '{"a":[1,"${S/Group.Ref}"]}'],
  ['what is left out at deployment is left out of an object', { a: { Ref: 'AWS::NoValue' } }, { a: undefined }],
  ['what is left out at deployment is left out of a list', [1, { Ref: 'AWS::NoValue' }, 3], [1, 3]],
  ['Join keeps symbols inside a text', { 'Fn::Join': [':', ['arn', { Ref: 'AWS::Partition' }, { Ref: 'Group' }]] }, 'arn:${AWS::Partition}:${S/Group.Ref}'],
  ['Join marks the part that nobody knows', { 'Fn::Join': ['-', ['a', { Ref: 'Size' }]] }, 'a-${?}'],
  ['Sub fills in variables, references and attributes', { 'Fn::Sub': ['${x}/${Group}/${Group.Arn}/${AWS::Region}/${!literal}', { x: 'y' }] },
    'y/${S/Group.Ref}/${S/Group.Arn}/${AWS::Region}/${literal}'],
  ['a parameter of the store is read at deployment', '{{resolve:ssm:/shop/image:3}}', UNKNOWN],
  ['so is a part of a text', 'shop:{{resolve:ssm:/shop/tag}}@{{resolve:ssm:/shop/digest}}', 'shop:${?}@${?}'],
  ['also when Join writes its name', { 'Fn::Join': ['', ['{{resolve:ssm:/', { Ref: 'AWS::Region' }, '/tag}}']] }, UNKNOWN],
  ['also when Sub does', { 'Fn::Sub': 'shop:{{resolve:ssm:/${AWS::Region}/tag}}' }, 'shop:${?}'],
  ['a secret that CloudFormation writes out is seen', '{{resolve:secretsmanager:shop}}', '{{resolve:secretsmanager:shop}}'],
  ['Select takes one of a list', { 'Fn::Select': [1, ['a', 'b']] }, 'b'],
  ['Select takes its index also as a text', { 'Fn::Select': ['0', ['a', 'b']] }, 'a'],
  ['Select beyond the end is unknown', { 'Fn::Select': [9, ['a']] }, UNKNOWN],
  ['Split cuts a known text', { 'Fn::Select': [1, { 'Fn::Split': [',', 'a,b'] }] }, 'b'],
  ['Split of a text with symbols is unknown', { 'Fn::Split': [':', { 'Fn::GetAtt': ['Group', 'Arn'] }] }, UNKNOWN],
  ['the same zone selected twice is the same zone', { 'Fn::Select': [0, { 'Fn::GetAZs': '' }] }, '${AvailabilityZone 0}'],
  ['an import that no stack exports is undecided, and has its name', { 'Fn::ImportValue': 'elsewhere' }, new Undecided('import elsewhere')],
  ['an import by a name in which something is not known is unknown', { 'Fn::ImportValue': { 'Fn::Sub': '${Size}-vpc' } }, UNKNOWN],
  ['an item of an undecided list is one thing', { 'Fn::Select': [1, { 'Fn::Split': [',', { 'Fn::ImportValue': 'ids' }] }] }, new Undecided('import ids[1]')],
  ['a function with a wrong argument is unknown and no error', { 'Fn::Join': 'oops' }, UNKNOWN],
  ['If without the name of a condition is unknown', { 'Fn::If': 'IsBig' }, UNKNOWN],
  ['Select without a list is unknown', { 'Fn::Select': 'oops' }, UNKNOWN],
  ['Select from nothing is unknown', { 'Fn::Select': [0] }, UNKNOWN],
  ['Select by an index that only deployment decides is unknown', { 'Fn::Select': [{ Ref: 'Size' }, ['a']] }, UNKNOWN],
  ['Split without a text is unknown', { 'Fn::Split': 'oops' }, UNKNOWN],
  ['Sub of something else than a text is unknown', { 'Fn::Sub': [512, {}] }, UNKNOWN],
  ['Sub may be a list without variables', { 'Fn::Sub': ['${Group}'] }, '${S/Group.Ref}'],
  ['ToJsonString of what only deployment decides is unknown', { 'Fn::ToJsonString': { Ref: 'Size' } }, UNKNOWN],
  ['ToJsonString marks the part that nobody knows', { 'Fn::ToJsonString': { size: { Ref: 'Size' } } }, '{"size":"${?}"}'],
])('%s', (_, value, expected) => {
  expect(resolved(value)).toEqual(expected);
});

describe('where a macro adds to an object', () => {
  const include: Expression = { 'Fn::Transform': { Name: 'AWS::Include', Parameters: { Location: 's3://shop/more.json' } } };
  const Properties = { ...include as object, given: 1, inner: { ...include as object, given: { Ref: 'Size' } }, plain: { given: 2 }, whole: include };
  const [{ properties }] = new Templates([sourceOf('S', { Resources: { Subject: { Type: 'Test::Subject', Properties } } })]).ofType('Test::Subject');

  test('what the template says is known, and the rest unknown', () => {
    expect([properties.given, properties.absent]).toEqual([1, UNKNOWN]);
    expect([at(properties, 'inner', 'given'), at(properties, 'inner', 'absent'), at(properties, 'absent', 'absent')]).toEqual([UNKNOWN, UNKNOWN, UNKNOWN]);
    expect(properties.whole).toBe(UNKNOWN);
  });

  test('an object beside it is as it stands', () => {
    expect(at(properties, 'plain', 'absent')).toBeUndefined();
  });

  test('it can still be written as text', () => {
    expect(JSON.parse(JSON.stringify(properties))).toMatchObject({ given: 1, plain: { given: 2 } });
  });
});

test('an import leads to the resource of the stack that exports it', () => {
  const network = sourceOf('Network', {
    Resources: { Vpc: { Type: 'AWS::EC2::VPC' } },
    Outputs: { Export: { Value: { Ref: 'Vpc' }, Export: { Name: 'Network:Vpc' } } },
  });
  const service = sourceOf('Service', { Resources: { Subnet: { Type: 'AWS::EC2::Subnet', Properties: { VpcId: { 'Fn::ImportValue': 'Network:Vpc' } } } } });
  const templates = new Templates([network, service]);
  expect(templates.referred(templates.ofType('AWS::EC2::Subnet')[0].properties.VpcId)?.key).toBe('Network/Vpc');
});

test('a nested stack knows what its parent gives it, and the parent what comes out', () => {
  const parent = sourceOf('S', {
    Resources: {
      Vpc: { Type: 'AWS::EC2::VPC' },
      Nested: { Type: 'AWS::CloudFormation::Stack', Properties: { Parameters: { VpcId: { Ref: 'Vpc' } } } },
      User: { Type: 'Test::User', Properties: { group: { 'Fn::GetAtt': ['Nested', 'Outputs.GroupId'] } } },
    },
  });
  const nested = sourceOf('S/Nested', {
    Parameters: { VpcId: { Type: 'String' }, Other: { Type: 'String' } },
    Resources: { Group: { Type: 'AWS::EC2::SecurityGroup', Properties: { VpcId: { Ref: 'VpcId' }, other: { Ref: 'Other' } } } },
    Outputs: { GroupId: { Value: { 'Fn::GetAtt': ['Group', 'GroupId'] } } },
  }, { stack: 'S', logicalId: 'Nested' });
  const templates = new Templates([parent, nested]);
  expect(templates.ofType('AWS::EC2::SecurityGroup')[0].properties).toEqual({ VpcId: '${S/Vpc.Ref}', other: new Undecided('S/Nested/Other') });
  expect(templates.referred(templates.ofType('Test::User')[0].properties.group)?.key).toBe('S/Nested/Group');
});

test('an output that a nested stack does not have is unknown', () => {
  const parent = sourceOf('S', {
    Resources: { Nested: { Type: 'AWS::CloudFormation::Stack' }, User: { Type: 'Test::User', Properties: { group: { 'Fn::GetAtt': ['Nested', 'Outputs.GroupId'] } } } },
  });
  const nested = sourceOf('S/Nested', { Resources: {} }, { stack: 'S', logicalId: 'Nested' });
  expect(new Templates([parent, nested]).ofType('Test::User')[0].properties.group).toBe(UNKNOWN);
});

test('of two branches, Fn::If takes the one that its condition decides, and nothing where there is none', () => {
  const body: TemplateBody = {
    Conditions: { Never: { 'Fn::Equals': ['a', 'b'] } },
    Resources: { Subject: { Type: 'Test::Subject', Properties: { two: { 'Fn::If': ['Never', 1, 2] }, one: { 'Fn::If': ['Never', 1] } } } },
  };
  const [{ properties: { two, one } }] = new Templates([sourceOf('S', body)]).ofType('Test::Subject');
  expect([two, one]).toEqual([2, undefined]);
});

test('parameters and outputs that run in a circle end as unknown', () => {
  const parent = sourceOf('S', {
    Resources: { Nested: { Type: 'AWS::CloudFormation::Stack', Properties: { Parameters: { X: { 'Fn::GetAtt': ['Nested', 'Outputs.X'] } } } } },
  });
  const nested = sourceOf('S/Nested', {
    Parameters: { X: { Type: 'String' } },
    Resources: { User: { Type: 'Test::User', Properties: { x: { Ref: 'X' } } } },
    Outputs: { X: { Value: { Ref: 'X' } } },
  }, { stack: 'S', logicalId: 'Nested' });
  expect(new Templates([parent, nested]).ofType('Test::User')[0].properties.x).toBe(UNKNOWN);
});
