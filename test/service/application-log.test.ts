import { Template } from 'aws-cdk-lib/assertions';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as logs from 'aws-cdk-lib/aws-logs';
import { declareIn, newStack } from './declare';

test('the log of the application is kept as long as asked, and encrypted with the key that is given', () => {
  const stack = newStack();
  const key = new kms.Key(stack, 'LogKey');
  const { logGroup } = declareIn(stack, { logRetention: logs.RetentionDays.ONE_YEAR, logEncryptionKey: key });
  const groups = Template.fromStack(stack).findResources('AWS::Logs::LogGroup');
  const { Ref: id } = stack.resolve(logGroup.logGroupName) as { Ref: string };
  expect(groups[id].Properties).toMatchObject({ RetentionInDays: 365, KmsKeyId: stack.resolve(key.keyArn) as unknown });
});
