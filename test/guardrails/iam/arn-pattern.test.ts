import { mayCover, surelyCovers } from '../../../src/guardrails/iam/arn-pattern';

const HERE = 'arn:${AWS::Partition}:ssm:${AWS::Region}:${AWS::AccountId}:parameter';

test.each([
  ['everything', '*', 'arn:aws:s3:::b'],
  ['itself', 'arn:aws:s3:::b', 'arn:aws:s3:::b'],
  ['a name with a wildcard', 'arn:aws:s3:::b*/x?', 'arn:aws:s3:::bucket/xy'],
  ['a resource of the app, by any of its attributes', '${S/A.Ref}', '${S/A.Arn}'],
  ['what is below a resource', '${S/A.Arn}/*', '${S/A.Arn}/key'],
  ['a name in this account and Region', `${HERE}/a/*`, `${HERE}/a/b`],
  ['six characters that nobody knows yet', 'arn:aws:secretsmanager:eu-west-1:1:secret:db-*', 'arn:aws:secretsmanager:eu-west-1:1:secret:db-??????'],
])('a pattern surely covers %s', (_, pattern, arn) => {
  expect(surelyCovers(pattern, arn)).toBe(true);
  expect(mayCover(pattern, arn)).toBe(true);
});

test.each([
  ['a name with a Region that is settled at deployment', 'arn:aws:ssm:eu-west-1:1:parameter/a/*', `${HERE}/a/b`],
  ['a resource of the app, whose ARN may have that form', 'arn:aws:secretsmanager:eu-west-1:1:secret:db-*', '${S/A.Ref}'],
  ['what a resource of the app is called, by the ARN of that resource', '${S/A.Arn}', 'arn:aws:logs:eu-west-1:1:log-group:${S/A.Ref}'],
  ['a resource of the app, which may be given that name', 'arn:aws:s3:::settings/production.env', '${S/Settings.Arn}/production.env'],
  ['what is below a resource of the app by its name, in this account and Region', 'arn:aws:logs:eu-west-1:111122223333:log-group:/shop:*', 'arn:${AWS::Partition}:logs:${AWS::Region}:${AWS::AccountId}:log-group:${S/A.Ref}'],
  ['the same unknown text, which may be another one each time', 'arn:aws:s3:::${?}', 'arn:aws:s3:::${?}'],
  ['anything, when a part of the pattern is unknown', '${?}', 'arn:aws:s3:::b'],
  ['some values of six unknown characters', 'arn:aws:secretsmanager:eu-west-1:1:secret:db-AbCdEf', 'arn:aws:secretsmanager:eu-west-1:1:secret:db-??????'],
])('a pattern may cover %s', (_, pattern, arn) => {
  expect(surelyCovers(pattern, arn)).toBe(false);
  expect(mayCover(pattern, arn)).toBe(true);
});

test.each([
  ['another resource of the app', '${S/A.Ref}', '${S/B.Ref}'],
  ['a parameter that is another resource', `${HERE}/\${S/A.Ref}`, `${HERE}/\${S/B.Ref}`],
  ['what is below another resource, whatever the account', 'arn:${AWS::Partition}:logs:${AWS::Region}:${AWS::AccountId}:log-group:${S/A.Ref}:*', 'arn:${AWS::Partition}:logs:${AWS::Region}:${AWS::AccountId}:log-group:${S/B.Ref}'],
  ['a longer name behind the same Region', 'arn:aws:s3:::b-${AWS::Region}', 'arn:aws:s3:::b-${AWS::Region}-logs'],
  ['another service, whatever the account', 'arn:aws:s3:::bucket', 'arn:${AWS::Partition}:ecr:${AWS::Region}:${AWS::AccountId}:repository/shop'],
  ['another name, whatever the Region', 'arn:aws:ssm:eu-west-1:1:parameter/b', `${HERE}/a`],
  ['the end of a secret that the pattern leaves out', 'arn:aws:secretsmanager:eu-west-1:1:secret:db', 'arn:aws:secretsmanager:eu-west-1:1:secret:db-??????'],
])('a pattern never covers %s', (_, pattern, arn) => {
  expect(surelyCovers(pattern, arn)).toBe(false);
  expect(mayCover(pattern, arn)).toBe(false);
});
