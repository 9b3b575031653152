import { CfnCondition, CfnParameter, type CfnParameterProps, Fn, NestedStack, Stack } from 'aws-cdk-lib';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import { PlainService } from '../plain-service';
import { changed, type Declare, judgedTogether, lowLevel, override } from '../ways-to-break';

const parameter = (scope: Construct, props: CfnParameterProps = {}, id = 'Password'): string => new CfnParameter(scope, id, props).valueAsString;

/** The good service with a variable that a parameter gives its value. */
const variable = (name: string, value: (scope: Construct) => string): Declare => (scope, vpc) =>
  void new PlainService(scope, 'Plain', { vpc, container: { environment: { [name]: value(scope) } } });

/** The good service in a nested stack, to which its parent gives a parameter. */
const nested = (given: (parent: Construct) => string): Declare => (scope, vpc) => {
  const stack = new NestedStack(scope as Stack, 'Nested', { parameters: { Given: given(scope) } });
  variable('SMTP_LOGIN', () => parameter(stack, {}, 'Given'))(stack, vpc);
};

/** The good service with a variable for which a condition chooses between a parameter and a text. */
const chosen = (conditionIs: string): Declare => variable('SMTP_LOGIN', scope => {
  const condition = new CfnCondition(scope, 'IsOurs', { expression: Fn.conditionEquals('a', conditionIs) });
  return Fn.conditionIf(condition.logicalId, parameter(scope, { noEcho: true }), 'nobody').toString();
});

describe('no-secrets-in-environment', () => {
  const found = judgedTogether({
    HiddenParameter: variable('SMTP_LOGIN', scope => parameter(scope, { noEcho: true })),
    HiddenPart: variable('SMTP_LOGIN', scope => Fn.sub('shop:${Secret}', { Secret: parameter(scope, { noEcho: true }) })),
    HiddenByParent: nested(parent => parameter(parent, { noEcho: true })),
    PlainParameter: variable('SMTP_PASSWORD', scope => parameter(scope)),
    ByOverride: changed(({ cfnTask, node }) => override(cfnTask, 'ContainerDefinitions.0.Environment.0',
      { Name: 'SMTP_PASSWORD', Value: parameter(node.scope as Construct) })),
    ByL1: (scope, vpc) => lowLevel({ container: { environment: [{ name: 'SMTP_PASSWORD', value: parameter(scope) }] } })(scope, vpc),
    ChosenHidden: chosen('a'),
    ChosenText: chosen('b'),
    Choice: variable('SMTP_PASSWORD', scope => parameter(scope, { allowedValues: ['none', 'rds-managed'], default: 'none' })),
    PlaceOfSecret: variable('SMTP_PASSWORD', scope => parameter(scope, {}, 'DbPasswordArn')),
    PartOfName: variable('SMTP_PASSWORD', scope => `/shop/${parameter(scope, {}, 'Stage')}/password`),
    OrdinaryVariable: variable('STAGE', scope => parameter(scope, {}, 'Stage')),
    Fixed: (scope, vpc) => void new PlainService(scope, 'Plain', { vpc }),
    SecretOfParent: nested(parent => new secretsmanager.Secret(parent, 'Login').secretName),
  });

  test.each(['HiddenParameter', 'HiddenPart', 'HiddenByParent', 'PlainParameter', 'ByOverride', 'ByL1', 'ChosenHidden'])('is reported for %s', stack => {
    expect(found(stack)).toEqual(['no-secrets-in-environment']);
  });

  test.each(['ChosenText', 'Choice', 'PlaceOfSecret', 'PartOfName', 'OrdinaryVariable', 'Fixed', 'SecretOfParent'])('is not reported for %s', stack => {
    expect(found(stack)).toEqual([]);
  });
});
