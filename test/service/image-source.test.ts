import { Aws } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import { ContainerImage } from 'aws-cdk-lib/aws-ecs';
import { declareIn, newStack } from './declare';

/** What the execution role of a service with an image may do with which repositories; the guardrails judge it on the way. */
function pullsOf(image: string): readonly unknown[] {
  const stack = newStack();
  const { executionRole } = declareIn(stack, { image: ContainerImage.fromRegistry(image), vpc: new ec2.Vpc(stack, 'Vpc') });
  const role = stack.resolve(executionRole.roleName);
  const statements = Object.values(Template.fromStack(stack).findResources('AWS::IAM::Policy'))
    .filter(({ Properties }) => JSON.stringify(Properties.Roles) === JSON.stringify([role]))
    .flatMap(({ Properties }) => Properties.PolicyDocument.Statement as { Action: string | string[]; Resource: unknown }[]);
  return statements.filter(({ Action: action }) => [action].flat().includes('ecr:BatchGetImage')).map(({ Resource: resource }) => resource);
}

const arn = (...rest: readonly unknown[]) => ({ 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ...rest]] });

test.each([
  ['a tag', '111122223333.dkr.ecr.eu-central-1.amazonaws.com/team/shop:1.2.3'],
  ['a digest', `111122223333.dkr.ecr.eu-central-1.amazonaws.com/team/shop@sha256:${'0'.repeat(64)}`],
  ['a dual-stack registry', '111122223333.dkr-ecr.eu-central-1.on.aws/team/shop:1.2.3'],
])('an image in ECR that is named with %s can be pulled, from its repository only', (_, image) => {
  expect(pullsOf(image)).toEqual([arn(':ecr:eu-central-1:111122223333:repository/team/shop')]);
});

test('so can one whose account and Region only deployment knows', () => {
  expect(pullsOf(`${Aws.ACCOUNT_ID}.dkr.ecr.${Aws.REGION}.${Aws.URL_SUFFIX}/shop:1.2.3`))
    .toEqual([arn(':ecr:', { Ref: 'AWS::Region' }, ':', { Ref: 'AWS::AccountId' }, ':repository/shop')]);
});

test('an image from elsewhere takes no permission', () => {
  expect(pullsOf('public.ecr.aws/docker/library/nginx:1.29')).toEqual([]);
});
