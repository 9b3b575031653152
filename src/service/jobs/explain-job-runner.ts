import { Stack, Validations } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { flatReference } from '../../analyzer/access/flat-reference';

/** Says, to whoever checks an app with cdk-nag too, why what its packs find in the functions of the CDK's provider framework is right. */
export function explainJobRunner(runner: Construct, provider: Construct): void {
  const reason = 'The provider framework of the CDK creates the functions and the state machine with these settings.';
  for (const id of OF_THE_FRAMEWORK) Validations.of(provider).acknowledge({ id, reason });
  const functions = runner.node.findAll().filter(part => part instanceof lambda.Function);
  for (const { functionArn } of functions) {
    const id = `AwsSolutions-IAM5[Resource::${flatReference(Stack.of(runner).resolve(functionArn))}:*]`;
    Validations.of(provider).acknowledge({ id, reason: 'The CDK allows its provider framework to invoke each version of this function.' });
  }
  const called = 'The provider framework invokes the function synchronously.';
  for (const id of OF_OUR_FUNCTIONS) Validations.of(runner).acknowledge({ id, reason: called });
}

/** What is said of a function that is called by another one, which sees its errors. */
const OF_OUR_FUNCTIONS = ['Serverless-LambdaDLQ', 'Serverless-LambdaTracing'];

const OF_THE_FRAMEWORK = [
  'AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole]',
  'AwsSolutions-L1',
  'AwsSolutions-SF1',
  'AwsSolutions-SF2',
  'Serverless-LambdaDefaultMemorySize',
  'Serverless-LambdaDLQ',
  'Serverless-LambdaTracing',
  'Serverless-StepFunctionStateMachineXray',
];
