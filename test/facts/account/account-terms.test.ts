import { inAccountTerms } from '../../../src/facts/account/account-terms';

const say = inAccountTerms({
  stack: 'S',
  paths: new Map([['Role', 'arn:aws:iam::111122223333:role/web'], ['Group', 'sg-1']]),
  values: new Map([['Role.RoleId', 'AROA1']]),
  place: { partition: 'aws', region: 'eu-west-1', account: '111122223333' },
});

test.each([
  ['a value that AWS gave', '${S/Role.RoleId}', 'AROA1'],
  ['another value of the same thing, by what the thing is called', '${S/Role.Arn}', 'arn:aws:iam::111122223333:role/web'],
  ['a thing', 'S/Group has no rule', 'sg-1 has no rule'],
  ['the place', 'arn:${AWS::Partition}:ecs:${AWS::Region}:${AWS::AccountId}', 'arn:aws:ecs:eu-west-1:111122223333'],
  ['what nobody named, as it stands', '${S/Other.Arn} and S/Other', '${S/Other.Arn} and S/Other'],
])('a text names %s', (_, text, said) => expect(say(text)).toBe(said));
