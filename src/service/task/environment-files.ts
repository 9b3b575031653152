import { ArnFormat, Stack } from 'aws-cdk-lib';
import type * as ecs from 'aws-cdk-lib/aws-ecs';
import * as iam from 'aws-cdk-lib/aws-iam';

/**
 * Lets ECS read the files with variables before the container starts; the CDK does not.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_execution_IAM_role.html
 */
export function grantEnvironmentFiles(container: ecs.ContainerDefinition, executionRole: iam.IRole): void {
  const stack = Stack.of(container);
  for (const { s3Location: { bucketName, objectKey } } of container.environmentFiles ?? []) {
    const bucket = stack.formatArn({ service: 's3', region: '', account: '', resource: bucketName, arnFormat: ArnFormat.NO_RESOURCE_NAME });
    executionRole.addToPrincipalPolicy(new iam.PolicyStatement({ actions: ['s3:GetBucketLocation'], resources: [bucket] }));
    executionRole.addToPrincipalPolicy(new iam.PolicyStatement({ actions: ['s3:GetObject'], resources: [`${bucket}/${objectKey}`] }));
  }
}
